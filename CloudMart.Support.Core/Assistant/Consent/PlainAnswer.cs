using System.Collections.Frozen;

namespace CloudMart.Support.Core.Assistant.Consent;

/// <summary>What a message says to an open card.</summary>
internal enum PlainAnswer
{
    /// <summary>It says something else, or more than that.</summary>
    None,
    Yes,
    No,

    /// <summary>"Cancel", which can mean the card or the order.</summary>
    Cancel,
}

/// <summary>
/// Reads a plain yes or no: a few fixed phrases of English and nothing around them. "Ok" and "sure" are none of them, because people say
/// so when they have merely read something.
/// </summary>
internal static class PlainAnswers
{
    private static readonly FrozenDictionary<string, PlainAnswer> Phrases = new Dictionary<PlainAnswer, string[]>
    {
        [PlainAnswer.Yes] =
        [
            "yes", "yes please", "yep", "yeah", "yup", "yes do it", "yes please do", "yes go ahead", "go ahead", "please do", "do it", "confirm",
            "i confirm", "yes confirm", "yes i confirm", "confirmed", "yes thanks", "yes thank you",
        ],
        [PlainAnswer.No] =
        [
            "no", "nope", "nah", "no thanks", "no thank you", "please don't", "don't", "don't do it", "do not", "do not do it", "never mind",
            "nevermind", "no don't", "no never mind", "leave it", "no leave it",
        ],
        [PlainAnswer.Cancel] = ["cancel", "cancel it", "cancel that", "cancel this", "please cancel", "cancel please", "please cancel it", "stop"],
    }.SelectMany(pair => pair.Value, (pair, phrase) => (phrase, pair.Key)).ToFrozenDictionary(pair => pair.phrase, pair => pair.Key);

    private static readonly int Longest = Phrases.Keys.Max(phrase => phrase.Length) + 8;

    public static PlainAnswer Read(string message) => message.Length <= Longest && message.All(IsPlain)
        ? Phrases.GetValueOrDefault(Words(message))
        : PlainAnswer.None;

    private static string Words(string message) => string.Join(' ', message
        .ToLowerInvariant().Replace('’', '\'')
        .Split([' ', ',', '.', '!', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries));

    private static bool IsPlain(char c) => char.IsAsciiLetter(c) || c is ' ' or ',' or '.' or '!' or '\'' or '’' or '\n' or '\r';
}
