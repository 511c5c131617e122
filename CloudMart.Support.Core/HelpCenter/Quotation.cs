using System.Text.RegularExpressions;

namespace CloudMart.Support.Core.HelpCenter;

/// <summary>Takes from a section the sentences that a question is answered by.</summary>
internal static partial class Quotation
{
    /// <summary>Around a word that was found. No article has them.</summary>
    public const char Begin = '\u0002', End = '\u0003';

    private const int Length = 300;

    /// <summary>The section's words as they are read: links without their addresses, no marks.</summary>
    public static string PlainTextOf(string markdown) => Marks().Replace(Links().Replace(markdown, "${text}"), "");

    /// <summary>
    /// All of a short section; of a longer one from the first sentence with the most of the words on, while there is room: what follows a
    /// sentence often limits it.
    /// </summary>
    /// <param name="found">Plain text with its found words marked.</param>
    public static string From(string found)
    {
        var sentences = Ends().Split(found);
        var best = Unmarked(found).Length <= Length ? 0 : Enumerable.Range(0, sentences.Length).MaxBy(place => Found().Matches(sentences[place])
            .Select(match => match.Value).Distinct(StringComparer.OrdinalIgnoreCase).Count());
        var quote = "";
        foreach (var sentence in sentences[best..].Select(Unmarked))
        {
            if (quote.Length > 0 && quote.Length + sentence.Length >= Length)
            {
                break;
            }

            quote = quote.Length == 0 ? sentence : $"{quote} {sentence}";
        }

        return BoundedText.Cut(quote, Length);
    }

    private static string Unmarked(string sentence) => sentence.Replace($"{Begin}", "").Replace($"{End}", "");

    [GeneratedRegex(@"\[(?<text>[^\]]+)\]\([^)]*\)")]
    private static partial Regex Links();

    [GeneratedRegex(@"\*\*|`|^\s*([-*]|\d+\.)\s+", RegexOptions.Multiline)]
    private static partial Regex Marks();

    [GeneratedRegex(@"(?<=[.!?])\s+|\n+")]
    private static partial Regex Ends();

    [GeneratedRegex("\u0002[^\u0003]+")]
    private static partial Regex Found();
}
