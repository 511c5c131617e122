using System.Globalization;
using System.Text.RegularExpressions;
using CloudMart.Support.Core.Assistant.Embedded.Language;
using CloudMart.Support.Core.Assistant.Embedded.Language.Words;

namespace CloudMart.Support.Core.Assistant.Embedded.Dialogue.Changes;

/// <summary>Compares words and numbers of a message with those of items and options: "8GB" is "8 gb", "boots" is "boot".</summary>
internal static partial class Tokens
{
    public const int ShortestWord = 3;
    private const int OneSlipFrom = 5;

    private static readonly string[] Ordinals = ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth"];

    private static readonly string[] Numbers = ["one", "two", "three", "four", "five", "six", "seven", "eight"];

    public static List<string> Of(string text) => [.. Words().Matches(text.ToLowerInvariant()).Select(match => match.Value)];

    /// <summary>
    /// The word is among <paramref name="words"/>, in another form or with a slip of the pen, unless it is too short to tell.
    /// </summary>
    public static bool Has(IReadOnlyList<string> words, string word) =>
        (word.Length >= ShortestWord || char.IsDigit(word[0])) && words.Any(said => IsSame(said, word));

    public static bool IsSame(string said, string word) =>
        said == word
        || (said.Length >= ShortestWord && Inflection.BaseForms(said).Intersect(Inflection.BaseForms(word)).Any())
        || (said.Length >= OneSlipFrom && word.Length >= OneSlipFrom && !CommonWords.Contains(said) && Spelling.Slips(said, word) <= 1);

    /// <summary>"2", "the second", "the last one".</summary>
    public static bool Place(IReadOnlyList<string> words, int place, int count) =>
        words.Contains(place.ToString(CultureInfo.InvariantCulture))
        || (place <= Ordinals.Length && words.Contains(Ordinals[place - 1]))
        || (place == count && words.Contains("last"));

    /// <summary>How many of <paramref name="nouns"/> are said: "2 items", "two things"; null where no number stands before one.</summary>
    public static int? CountOf(List<string> words, params string[] nouns)
    {
        var at = words.FindIndex(1, Math.Max(0, words.Count - 1), word => nouns.Any(noun => IsSame(word, noun)));
        return at < 1 ? null
            : int.TryParse(words[at - 1], NumberStyles.None, CultureInfo.InvariantCulture, out var count) ? count
            : Array.IndexOf(Numbers, words[at - 1]) is >= 0 and var number ? number + 1
            : null;
    }

    [GeneratedRegex(@"[0-9]+(?:\.[0-9]+)?|\p{L}+")]
    private static partial Regex Words();
}
