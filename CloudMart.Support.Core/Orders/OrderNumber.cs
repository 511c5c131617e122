using System.Text.RegularExpressions;

namespace CloudMart.Support.Core.Orders;

/// <summary>
/// An order's id as customers and models write it. The one place that turns it into the store's spelling, so that no other
/// text ever reaches a key. A shop with ids of another shape adds it here.
/// </summary>
public static partial class OrderNumber
{
    /// <summary>No id is longer; what is longer is not looked at.</summary>
    public const int MaxLength = 32;

    /// <summary>
    /// The store's spelling: <c>CM-7890</c> for <c>cm-7890</c>, <c>7890</c> or <c>#CM-7890</c>; <c>#W1234567</c> for an imported shop's
    /// <c>w1234567</c>. Null for everything else, look-alike letters and digits of other scripts and control characters included.
    /// </summary>
    public static string? Normalize(string? written)
    {
        if (written is null || written.Length > MaxLength)
        {
            return null;
        }

        var text = written.Trim(' ');
        return Own().Match(text) is { Success: true } own ? $"CM-{own.Groups["number"].ValueSpan}"
            : Imported().Match(text) is { Success: true } imported ? $"#W{imported.Groups["number"].ValueSpan}"
            : null;
    }

    /// <summary>The ids that stand in a text with their letters, in the store's spelling and in their order.</summary>
    public static IEnumerable<string> MentionedIn(string text) => Mention().Matches(text).Select(mention => Normalize(mention.Value)).OfType<string>();

    [GeneratedRegex(@"\bCM-[0-9]{1,24}\b|#W[0-9]{1,24}\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Mention();

    // [0-9] and not \d, which takes digits of every script; \z and not $, which lets a line break through.
    [GeneratedRegex(@"\A#?(?:[Cc][Mm]-?)?(?<number>[0-9]{1,24})\z")]
    private static partial Regex Own();

    [GeneratedRegex(@"\A#?[Ww](?<number>[0-9]{1,24})\z")]
    private static partial Regex Imported();
}
