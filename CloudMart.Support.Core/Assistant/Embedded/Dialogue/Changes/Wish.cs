using System.Collections.Immutable;
using System.Text.RegularExpressions;
using CloudMart.Support.Core.Assistant.Tools;

namespace CloudMart.Support.Core.Assistant.Embedded.Dialogue.Changes;

/// <summary>
/// What an item is to become: of "exchange the black boots for red ones and the mug for a bigger one", "red ones" for the boots.
/// </summary>
internal static partial class Wish
{
    public static string For(OrderLineView line, ImmutableArray<OrderLineView> lines, string message)
    {
        var text = InsteadOf().Replace(OrderIds().Replace(message, " "), " ");
        var mention = Mention(text, line, lines);
        var others = lines.Where(other => other != line).Select(other => Mention(text, other, lines)).Where(at => at > mention);
        var about = mention < 0 ? text : text[mention..others.DefaultIfEmpty(text.Length).Min()];
        var becomes = Becomes().Match(about);
        if (becomes.Success)
        {
            return about[(becomes.Index + becomes.Length)..];
        }

        // "The grinder and the cup for wood and white": what comes last is meant for all of them.
        var last = lines.Length > 1 ? Becomes().Matches(text).LastOrDefault(match => match.Index > mention) : null;
        return last is not null ? text[(last.Index + last.Length)..] : lines.Length > 1 ? about : text;
    }

    /// <summary>Where the message first names it, by a word that its fellows do not share; -1 where it does not.</summary>
    private static int Mention(string text, OrderLineView line, ImmutableArray<OrderLineView> lines)
    {
        var shared = lines.Where(other => other != line).SelectMany(other => Tokens.Of(other.Name)).ToHashSet();
        string[] own = [.. Tokens.Of(line.Name).Where(word => !shared.Contains(word))];
        return Words().Matches(text).Where(match => Tokens.Has(own, match.Value.ToLowerInvariant()))
            .Select(match => match.Index).DefaultIfEmpty(-1).First();
    }

    [GeneratedRegex(@"\b(?:instead of|rather than|but not|and not)\b[^,.;]*", RegexOptions.IgnoreCase)]
    private static partial Regex InsteadOf();

    [GeneratedRegex(@"(?:\bcm-|#w)[0-9]+", RegexOptions.IgnoreCase)]
    private static partial Regex OrderIds();

    [GeneratedRegex(@"\b(?:for|to|into|with|be|but)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Becomes();

    [GeneratedRegex(@"\p{L}+")]
    private static partial Regex Words();
}
