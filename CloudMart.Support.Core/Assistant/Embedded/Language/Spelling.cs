using CloudMart.Support.Core.Assistant.Embedded.Language.Words;

namespace CloudMart.Support.Core.Assistant.Embedded.Language;

/// <summary>
/// Finds the word of the assistant's vocabulary that a customer meant: "cancle", "ordr", "pakage". Short words are left alone, and so
/// are words of everyday English, because "other" is not a misspelt "order".
/// </summary>
internal static class Spelling
{
    private const int ShortestRepaired = 4;
    private const int LongestRepaired = 20;
    private const int TwoSlipsFrom = 9;

    private static readonly ILookup<int, string> ByLength =
        Lexicon.WordsOfTheShop.Where(word => word.Length >= ShortestRepaired).Order(StringComparer.Ordinal).ToLookup(word => word.Length);

    private static readonly string[] GluedOn = ["to", "my", "the", "an", "a", "i", "u", "me", "of", "ur", "your", "can", "could", "for"];

    /// <summary>What is meant by <paramref name="word"/>: itself when known, else one repaired word, or two that were run together.</summary>
    public static IReadOnlyList<string> Repair(string word)
    {
        if (word.Length is < ShortestRepaired or > LongestRepaired || IsKnown(word))
        {
            return [word];
        }

        if (Unglue(word) is { } parts)
        {
            return parts;
        }

        return [Inflection.BaseForms(word).Select(Nearest).FirstOrDefault(near => near is not null) ?? word];
    }

    public static bool IsKnown(string word) =>
        Inflection.BaseForms(word).Any(form => CommonWords.Contains(form) || Lexicon.Words.Contains(form));

    private static bool IsOfTheShop(string word) => Inflection.BaseForms(word).Any(Lexicon.WordsOfTheShop.Contains);

    private static string[]? Unglue(string word)
    {
        foreach (var glue in GluedOn.Where(glue => word.Length - glue.Length >= ShortestRepaired))
        {
            if (word.StartsWith(glue, StringComparison.Ordinal) && IsOfTheShop(word[glue.Length..]))
            {
                return [glue, word[glue.Length..]];
            }

            if (word.EndsWith(glue, StringComparison.Ordinal) && IsOfTheShop(word[..^glue.Length]))
            {
                return [word[..^glue.Length], glue];
            }
        }

        return null;
    }

    /// <summary>
    /// The vocabulary's nearest word; of equally near ones the one that keeps the first letter, then one that means something by itself
    /// ("oder" is "order", not the "over" of a phrase), then the first by length and alphabet.
    /// </summary>
    private static string? Nearest(string word)
    {
        var allowed = word.Length >= TwoSlipsFrom ? 2 : 1;
        return Enumerable.Range(word.Length - allowed, (2 * allowed) + 1)
            .SelectMany(length => ByLength[length])
            .Select(candidate => (candidate, slips: Slips(word, candidate)))
            .Where(near => near.slips <= allowed && (word.Length >= TwoSlipsFrom || BeginsLike(word, near.candidate)))
            .OrderBy(near => near.slips).ThenBy(near => near.candidate[0] != word[0])
            .ThenBy(near => Lexicon.Meaning(near.candidate) is null)
            .Select(near => near.candidate)
            .FirstOrDefault();
    }

    /// <summary>
    /// A first letter is missed, doubled or swapped with the next one, but hardly ever mistaken: a jacket is no packet.
    /// </summary>
    private static bool BeginsLike(string word, string candidate) =>
        word[0] == candidate[0] || word[0] == candidate[1] || word[1] == candidate[0];

    /// <summary>How many letters were missed, added, mistaken or swapped with their neighbour (optimal string alignment).</summary>
    public static int Slips(string left, string right)
    {
        var before = new int[right.Length + 1];
        var previous = Enumerable.Range(0, right.Length + 1).ToArray();
        for (var i = 1; i <= left.Length; i++)
        {
            var current = new int[right.Length + 1];
            current[0] = i;
            for (var j = 1; j <= right.Length; j++)
            {
                var mistaken = left[i - 1] == right[j - 1] ? 0 : 1;
                current[j] = Math.Min(Math.Min(previous[j] + 1, current[j - 1] + 1), previous[j - 1] + mistaken);
                if (i > 1 && j > 1 && left[i - 1] == right[j - 2] && left[i - 2] == right[j - 1])
                {
                    current[j] = Math.Min(current[j], before[j - 2] + 1);
                }
            }

            (before, previous) = (previous, current);
        }

        return previous[right.Length];
    }
}
