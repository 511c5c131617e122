using System.Collections.Immutable;
using CloudMart.Support.Core.Scenarios.Text;

namespace CloudMart.Support.Core.Scenarios.Steps;

/// <summary>Every sentence that may stand in a scenario.</summary>
public static class StepPhrases
{
    public static ImmutableArray<StepPhrase> All { get; } =
    [
        .. ShopSteps.All, .. CustomerSteps.All, .. CardSteps.All, .. DeskSteps.All,
        .. CallChecks.All, .. CardChecks.All, .. WordChecks.All, .. OrderChecks.All, .. MoneyChecks.All,
    ];

    /// <summary>The step that <paramref name="text"/> is; null where there is none. A full stop at its end says nothing.</summary>
    internal static (StepPhrase Phrase, StepWords Words)? Read(string text)
    {
        var sentence = text.TrimEnd('.');
        foreach (var phrase in All)
        {
            if (phrase.Read(sentence) is { } words)
            {
                return (phrase, words);
            }
        }

        return null;
    }
}
