using System.Text.RegularExpressions;

namespace CloudMart.Support.Core.Assistant.Claims;

/// <summary>An assistant's Markdown as the plain words that it says itself.</summary>
internal static partial class ClaimText
{
    public static string Plain(string markdown)
    {
        var straight = markdown.Replace('’', '\'').Replace('“', '"').Replace('”', '"');
        var unquoted = Quotes().Replace(Links().Replace(straight, "${text}"), "…");
        return Openings().Replace(Spaces().Replace(Marks().Replace(unquoted, ""), " "), "");
    }

    [GeneratedRegex(@"\[(?<text>[^\]\n]*)\]\([^)\n]*\)")]
    private static partial Regex Links();

    /// <summary>Somebody else's words.</summary>
    [GeneratedRegex("""^ *>.*$|"[^"\n]*"|```[^`]*```""", RegexOptions.Multiline)]
    private static partial Regex Quotes();

    [GeneratedRegex(@"[*_`~✅✔✓☑🎉👍]|^ {0,3}(?:#{1,6}|[-+]|[0-9]{1,2}[.)]) +", RegexOptions.Multiline)]
    private static partial Regex Marks();

    [GeneratedRegex(@"[ \t\u00A0]+")]
    private static partial Regex Spaces();

    /// <summary>What only leads up to what is said.</summary>
    [GeneratedRegex(
        @"\b(?:i|we)(?: can|'m able to|'m happy to|'m pleased to|'m glad to| am happy to| am pleased to| wanted to| want to| just wanted to)(?: now| also)? (?:confirm|report|say|tell you|see|assure you|let you know|inform you)(?: that)? "
        + @"|\b(?:happy|pleased|glad) to (?:confirm|report|say|tell you|let you know|inform you)(?: that)? "
        + @"|\b(?:please (?:note|know|be (?:advised|aware|assured))|(?:rest|be) assured|(?:as )?you (?:can|will|should)(?: now| also)? (?:see|notice|find)(?: here| below| above)?"
        + @"|(?:let me|i'd like to|i would like to|this is to|just to)(?: now| also| just)? (?:confirm|say|report|add|share|tell you|let you know|inform you|assure you)) that "
        + @"|\b(?:just )?as (?:you )?(?:requested|asked|wanted|wished|agreed|instructed),? |\bno (?:problem|worries|trouble),? |\b(?:it )?(?:looks|seems) like ",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Openings();
}
