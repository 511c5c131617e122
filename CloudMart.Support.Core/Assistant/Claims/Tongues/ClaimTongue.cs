using System.Text.RegularExpressions;

namespace CloudMart.Support.Core.Assistant.Claims.Tongues;

/// <summary>How one language says that something was done.</summary>
/// <param name="Done">The words for it; their groups name the change as those of <see cref="ClaimWords"/> do.</param>
/// <param name="Unreal">What stands in the same clause where it was not done, or not by the shop, or not now.</param>
/// <param name="Conditions">What makes all of the sentence hypothetical.</param>
internal sealed record ClaimTongue(Regex Done, Regex Unreal, Regex Conditions)
{
    public static IReadOnlyList<ClaimTongue> All { get; } =
    [
        new(German.Done(), German.Unreal(), German.Conditions()),
        new(Dutch.Done(), Dutch.Unreal(), Dutch.Conditions()),
        new(French.Done(), French.Unreal(), French.Conditions()),
        new(Spanish.Done(), Spanish.Unreal(), Spanish.Conditions()),
        new(Portuguese.Done(), Portuguese.Unreal(), Portuguese.Conditions()),
        new(Italian.Done(), Italian.Unreal(), Italian.Conditions()),
        new(Chinese.Done(), Chinese.Unreal(), Chinese.Conditions()),
        new(Japanese.Done(), Japanese.Unreal(), Japanese.Conditions()),
        new(Korean.Done(), Korean.Unreal(), Korean.Conditions()),
    ];
}
