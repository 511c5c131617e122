using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace CloudMart.Support.Core.Staff.Replies;

/// <summary>What can stand in a canned reply for what is different each time.</summary>
public static partial class ReplyPlaceholders
{
    public static ImmutableArray<string> All { get; } = ["{customer}", "{me}", "{order}"];

    /// <summary>The first that nobody would fill, e.g. <c>{cutsomer}</c>; null where there is none.</summary>
    public static string? UnknownIn(string text) =>
        Gap().Matches(text).Select(gap => gap.Value).FirstOrDefault(gap => !All.Contains(gap));

    /// <summary>The text with everything in its place. Where something is not known, words stand for it that can be sent as they are.</summary>
    /// <param name="text">The reply's.</param>
    /// <param name="customer">The customer's first name.</param>
    /// <param name="me">The first name of who answers.</param>
    /// <param name="order">The order that the conversation is about.</param>
    public static string Fill(string text, string? customer, string me, string? order) => Gap().Replace(text, gap => gap.Value switch
    {
        "{customer}" => customer ?? "there",
        "{me}" => me,
        "{order}" => order ?? "your order",
        var other => other,
    });

    [GeneratedRegex(@"\{[^{}\s]*\}")]
    private static partial Regex Gap();
}
