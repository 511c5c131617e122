using System.Collections.Immutable;
using System.Globalization;

namespace CloudMart.Support.Core.Assistant.Embedded.Language;

/// <summary>
/// Reads which orders a clause points at. Ids win over everything else, and pronouns count only where nothing is clearer.
/// </summary>
internal static class ReferenceReader
{
    private const int FewestDigitsOfAnOrder = 3;

    private static readonly Concept BeforeANumber =
        Concept.Order | Concept.Parcel | Concept.Cancel | Concept.Track | Concept.Status | Concept.Delivery | Concept.Buy;

    private static readonly HashSet<string> Determiners = ["my", "the", "those", "these", "and", "mine"];

    private static readonly HashSet<string> Exceptions = ["except", "besides", "excluding"];

    public static ImmutableArray<OrderReference> Read(IReadOnlyList<Piece> pieces)
    {
        var exclusion = Enumerable.Range(0, pieces.Count).FirstOrDefault(at => Excludes(pieces, at), -1);
        if (exclusion < 0)
        {
            return ReadAll(pieces);
        }

        var meant = ReadAll([.. pieces.Take(exclusion)]).RemoveAll(reference => reference is not ById);
        var excluded = ReadAll([.. pieces.Skip(exclusion + 1)]).RemoveAll(reference => reference is TheOther or Everyone);
        return !meant.IsEmpty || excluded.IsEmpty ? meant : [new AnyBut(excluded)];
    }

    /// <summary>"Except …", or a "not" that stands right before an order: "not the second", but "not received".</summary>
    private static bool Excludes(IReadOnlyList<Piece> pieces, int at) => Exceptions.Contains(pieces[at].Text)
        || (pieces[at].Text == "not" && at + 1 < pieces.Count
            && (pieces[at + 1].Kind is PieceKind.OrderId or PieceKind.Number || Determiners.Contains(pieces[at + 1].Text)));

    private static ImmutableArray<OrderReference> ReadAll(IReadOnlyList<Piece> pieces)
    {
        OrderReference[] ids = [.. Ids(pieces).Distinct()];
        if (ids.Length > 0)
        {
            return [.. ids];
        }

        var references = ImmutableArray.CreateBuilder<OrderReference>();
        references.AddRange(Places(pieces).Distinct());
        if (ItemIn(pieces, isOnly: references.Count == 0) is { } item)
        {
            references.Add(item);
        }

        if (references.Count == 0 && pieces.Any(piece => piece.Concept.Has(Concept.Pronoun)))
        {
            references.Add(new TheSame());
        }

        return references.ToImmutable();
    }

    private static IEnumerable<OrderReference> Ids(IReadOnlyList<Piece> pieces)
    {
        for (var at = 0; at < pieces.Count; at++)
        {
            if (pieces[at].Kind == PieceKind.OrderId)
            {
                yield return new ById(pieces[at].Text);
            }
            else if (pieces[at].Kind == PieceKind.Number && pieces[at].Text.Length >= FewestDigitsOfAnOrder && NamesAnOrder(pieces, at))
            {
                yield return new ById($"CM-{pieces[at].Text}");
            }
        }
    }

    /// <summary>"order 7890", "order number 7890", "cancel 7890 and 7891", or nothing but the number.</summary>
    private static bool NamesAnOrder(IReadOnlyList<Piece> pieces, int at) =>
        pieces.All(piece => piece.Kind != PieceKind.Word || piece.Concept.IsOnly(Concept.InPassing) || piece.Text is "number" or "please")
        || pieces.Take(at).TakeLast(3)
            .Any(piece => piece.Concept.HasSome(BeforeANumber) || piece.Kind is PieceKind.Number or PieceKind.OrderId);

    private static IEnumerable<OrderReference> Places(IReadOnlyList<Piece> pieces)
    {
        for (var at = 0; at < pieces.Count; at++)
        {
            var pair = at + 1 < pieces.Count ? $"{pieces[at].Text} {pieces[at + 1].Text}" : "";
            if (Pointers.Meaning(pair) is { } ofPair)
            {
                yield return ofPair;
                at++;
            }
            else if (Pointers.Meaning(pieces[at].Text) is { } pointer && (pointer is Everyone || IsNoun(pieces, at)))
            {
                yield return pointer;
            }
            else if (pieces[at].Kind == PieceKind.Number && pieces[at].Text.Length < FewestDigitsOfAnOrder && pieces.Count <= 4
                && !CountsSomething(pieces, at))
            {
                yield return new ByPlace(int.Parse(pieces[at].Text, CultureInfo.InvariantCulture));
            }
        }
    }

    /// <summary>"2 items" are two of them, not the second.</summary>
    private static bool CountsSomething(IReadOnlyList<Piece> pieces, int at) =>
        at + 1 < pieces.Count && pieces[at + 1].Concept.HasSome(Concept.Goods | Concept.Order | Concept.Parcel);

    /// <summary>"The cheaper", "first one" or nothing but "second"; but not "I found it cheaper" or "first of all".</summary>
    private static bool IsNoun(IReadOnlyList<Piece> pieces, int at) =>
        pieces.Count == 1
        || (at > 0 && Determiners.Contains(pieces[at - 1].Text))
        || (at + 1 < pieces.Count && (pieces[at + 1].Text is "one" or "please" || pieces[at + 1].Concept.Has(Concept.Order)));

    private static ByItem? ItemIn(IReadOnlyList<Piece> pieces, bool isOnly)
    {
        var unknown = pieces.Where(piece => piece.IsUnknown).Select(piece => piece.Raw);
        var determined = NamedThings(pieces).Select(piece => piece.Raw);
        var hasNoun = pieces.Any(piece => piece.Concept.HasSome(Concept.Order | Concept.Parcel));
        string[] words = [.. (hasNoun ? unknown : unknown.Concat(determined)).Distinct()];
        return words.Length == 0 ? null : new ByItem([.. words], isOnly && !hasNoun);
    }

    /// <summary>The words after "my" or "the" that mean nothing here: "the <b>yoga mat</b>".</summary>
    public static IEnumerable<Piece> NamedThings(IReadOnlyList<Piece> pieces)
    {
        var isOpen = false;
        foreach (var piece in pieces)
        {
            if (isOpen && piece.MayBeAName && !Determiners.Contains(piece.Text))
            {
                if (Pointers.Meaning(piece.Text) is null && piece.Text is not ("one" or "ones" or "other"))
                {
                    yield return piece;
                }
            }
            else
            {
                isOpen = Determiners.Contains(piece.Text);
            }
        }
    }
}
