using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;

namespace CloudMart.Support.Core.Assistant.Embedded.Language;

/// <summary>Takes a message apart into pieces: spelling repaired, phrases recognised, order ids in their normal spelling.</summary>
internal static partial class Wording
{
    /// <summary>What comes later in an endless message is not looked at; a run must stay cheap.</summary>
    private const int MostPieces = 400;

    private static readonly string[] Kinds = ["shop", "imported", "money", "number", "word", "comma", "stop"];

    /// <summary>They stand inside phrases ("make a damn order") and mean nothing.</summary>
    private static readonly HashSet<string> Fillers =
        ["just", "really", "fucking", "freaking", "bloody", "damn", "goddamn", "damned", "fuckin"];

    public static ImmutableArray<Piece> Read(string message)
    {
        var words = Pieces().Matches(message.ToLowerInvariant().Replace('’', '\'')).Take(MostPieces).SelectMany(Recognise)
            .Where(piece => !Fillers.Contains(piece.Text)).ToList();
        var pieces = ImmutableArray.CreateBuilder<Piece>();
        for (var at = 0; at < words.Count;)
        {
            var phrase = LongestPhrase(words, at);
            pieces.Add(phrase.Piece);
            at += phrase.Length;
        }

        return pieces.ToImmutable();
    }

    private static IEnumerable<Piece> Recognise(Match match)
    {
        var raw = match.Value.Replace("'", "", StringComparison.Ordinal);
        var digits = match.Groups["digits"].Value;
        return Kinds.First(kind => match.Groups[kind].Success) switch
        {
            "shop" => [new(raw, $"CM-{digits}", PieceKind.OrderId, Concept.Reference)],
            "imported" => [new(raw, $"#W{digits}", PieceKind.OrderId, Concept.Reference)],
            "money" => [new(raw, raw, PieceKind.Word)],
            "number" => [new(raw, digits, PieceKind.Number)],
            "comma" => [new(raw, raw, PieceKind.Comma)],
            "stop" => [new(raw, raw, PieceKind.Stop)],
            _ => Spelling.Repair(raw).Select(word => new Piece(raw, word, PieceKind.Word)),
        };
    }

    private static (Piece Piece, int Length) LongestPhrase(List<Piece> words, int at)
    {
        var longest = words.Skip(at).Take(Lexicon.LongestPhrase).TakeWhile(word => word.Kind == PieceKind.Word).Count();
        for (var length = longest; length > 1; length--)
        {
            var span = words.GetRange(at, length);
            var text = string.Join(' ', span.Select(word => word.Text));
            if (MeaningOf(text, afterFirstWord: text[span[0].Text.Length..]) is { } concept)
            {
                return (new(string.Join(' ', span.Select(word => word.Raw)), text, PieceKind.Word, concept), length);
            }
        }

        var single = words[at];
        return (single.Kind == PieceKind.Word ? single with { Concept = MeaningOf(single.Text) } : single, 1);
    }

    /// <summary>A phrase is bent in its first word: "sending back", "gets here".</summary>
    private static Concept? MeaningOf(string phrase, string afterFirstWord) => Inflection.BaseForms(phrase[..^afterFirstWord.Length])
        .Select(form => Lexicon.Meaning(form + afterFirstWord)).FirstOrDefault(concept => concept is not null);

    private static Concept MeaningOf(string word) =>
        Inflection.BaseForms(word).Select(Lexicon.Meaning).FirstOrDefault(concept => concept is not null) ?? Concept.None;

    [GeneratedRegex(
        """
        (?<shop>\bcm[-\s#]?\s?(?<digits>[0-9]{1,18})\b) |
        (?<imported>\#w(?<digits>[0-9]{1,18})\b | \bw(?<digits>[0-9]{6,18})\b) |
        (?<money>[$€£]\s?[0-9][0-9.,]*) |
        (?<number>\#?\s?(?<digits>[0-9]{1,18})\b(?!\.[0-9])) |
        (?<word>(order|purchase|number|no)(?=[0-9]) | [\p{L}0-9][\p{L}0-9']*) |
        (?<comma>,) |
        (?<stop>[.?!;\n]+)
        """,
        RegexOptions.IgnorePatternWhitespace | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Pieces();
}
