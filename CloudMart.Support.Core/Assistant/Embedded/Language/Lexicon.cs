using System.Collections.Frozen;
using CloudMart.Support.Core.Assistant.Embedded.Language.Words;

namespace CloudMart.Support.Core.Assistant.Embedded.Language;

using static Concept;

/// <summary>
/// Which words and phrases stand for which concepts, without apostrophes and in their base form (see <see cref="Inflection"/>). One word
/// may stand for several. A phrase hides the words in it, so "call off" is no phone call.
/// </summary>
internal static class Lexicon
{
    public const int LongestPhrase = 5;

    private static readonly (Concept Concept, string Words)[] Entries =
    [
        .. WordsOfOrders.Entries, .. WordsOfShop.Entries, .. WordsOfTalk.Entries, .. WordsOfCourtesy.Entries, .. SmallWords.Entries,
    ];

    private static readonly FrozenDictionary<string, Concept> Meanings = Entries
        .SelectMany(entry => entry.Words.Split(',', StringSplitOptions.TrimEntries).Select(word => (word, entry.Concept)))
        .GroupBy(pair => pair.word, pair => pair.Concept)
        .ToFrozenDictionary(group => group.Key, group => group.Aggregate((left, right) => left | right), StringComparer.Ordinal);

    /// <summary>The single words of all entries.</summary>
    public static FrozenSet<string> Words { get; } =
        Meanings.Keys.SelectMany(phrase => phrase.Split(' ')).ToFrozenSet(StringComparer.Ordinal);

    /// <summary>
    /// What a misspelt word may have been meant to be: a word of this shop's business, never of somebody else's, nor one of the small words
    /// that half of all names of products are near to.
    /// </summary>
    public static FrozenSet<string> WordsOfTheShop { get; } = Meanings
        .Where(meaning => !meaning.Value.HasSome(Elsewhere) && !meaning.Value.IsOnly(InPassing))
        .SelectMany(meaning => meaning.Key.Split(' '))
        .ToFrozenSet(StringComparer.Ordinal);

    /// <summary>What <paramref name="phrase"/> stands for; null when it is no entry.</summary>
    public static Concept? Meaning(string phrase) => Meanings.TryGetValue(phrase, out var concept) ? concept : null;
}
