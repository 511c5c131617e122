using System.Collections.Immutable;
using System.Globalization;

namespace CloudMart.Support.Core.Assistant.Embedded.Language;

/// <summary>Reads which orders a clause points at. Ids win over everything else, and pronouns count only where nothing is clearer.</summary>
internal static class ReferenceReader
{
    private const int FewestDigitsOfAnOrder = 3;
    private const Concept BeforeANumber = Concept.Order | Concept.Parcel | Concept.Cancel | Concept.Track | Concept.Status | Concept.Delivery | Concept.Buy;

    private static readonly Dictionary<string, OrderReference> Pointers = new()
    {
        ["first"] = new ByPlace(1), ["1st"] = new ByPlace(1), ["top one"] = new ByPlace(1), ["former"] = new ByPlace(1),
        ["second"] = new ByPlace(2), ["2nd"] = new ByPlace(2), ["third"] = new ByPlace(3), ["3rd"] = new ByPlace(3),
        ["fourth"] = new ByPlace(4), ["4th"] = new ByPlace(4), ["fifth"] = new ByPlace(5), ["5th"] = new ByPlace(5),
        ["last one"] = new ByPlace(-1), ["latter"] = new ByPlace(-1), ["bottom one"] = new ByPlace(-1),
        ["number one"] = new ByPlace(1), ["number two"] = new ByPlace(2), ["number three"] = new ByPlace(3),
        ["newest"] = new ByExtreme(Extreme.Newest), ["latest"] = new ByExtreme(Extreme.Newest), ["last order"] = new ByExtreme(Extreme.Newest), ["last purchase"] = new ByExtreme(Extreme.Newest),
        ["most recent"] = new ByExtreme(Extreme.Newest), ["newer"] = new ByExtreme(Extreme.Newest), ["recent order"] = new ByExtreme(Extreme.Newest),
        ["oldest"] = new ByExtreme(Extreme.Oldest), ["older"] = new ByExtreme(Extreme.Oldest), ["earliest"] = new ByExtreme(Extreme.Oldest),
        ["cheapest"] = new ByExtreme(Extreme.Cheapest), ["cheaper"] = new ByExtreme(Extreme.Cheapest),
        ["less expensive"] = new ByExtreme(Extreme.Cheapest), ["least expensive"] = new ByExtreme(Extreme.Cheapest),
        ["dearest"] = new ByExtreme(Extreme.Dearest), ["priciest"] = new ByExtreme(Extreme.Dearest), ["pricier"] = new ByExtreme(Extreme.Dearest),
        ["more expensive"] = new ByExtreme(Extreme.Dearest), ["most expensive"] = new ByExtreme(Extreme.Dearest),
        ["the other"] = new TheOther(), ["other one"] = new TheOther(), ["other order"] = new TheOther(), ["my other"] = new TheOther(),
        ["both"] = new Everyone(), ["everything"] = new Everyone(), ["all of"] = new Everyone(), ["all my"] = new Everyone(),
        ["all orders"] = new Everyone(), ["all the"] = new Everyone(), ["every order"] = new Everyone(), ["all"] = new Everyone(),
    };

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

        if (references.Count == 0 && pieces.Any(piece => piece.Concept.HasFlag(Concept.Pronoun)))
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
        pieces.All(piece => piece.Kind != PieceKind.Word || piece.Concept == Concept.None || piece.Text is "number" or "please")
        || pieces.Take(at).TakeLast(3).Any(piece => (piece.Concept & BeforeANumber) != 0 || piece.Kind is PieceKind.Number or PieceKind.OrderId);

    private static IEnumerable<OrderReference> Places(IReadOnlyList<Piece> pieces)
    {
        for (var at = 0; at < pieces.Count; at++)
        {
            var pair = at + 1 < pieces.Count ? $"{pieces[at].Text} {pieces[at + 1].Text}" : "";
            if (Pointers.TryGetValue(pair, out var pointer) || Pointers.TryGetValue(pieces[at].Text, out pointer))
            {
                yield return pointer;
                at += pair.Length > 0 && Pointers.ContainsKey(pair) ? 1 : 0;
            }
            else if (pieces[at].Kind == PieceKind.Number && pieces[at].Text.Length < FewestDigitsOfAnOrder && pieces.Count <= 4)
            {
                yield return new ByPlace(int.Parse(pieces[at].Text, CultureInfo.InvariantCulture));
            }
        }
    }

    private static ByItem? ItemIn(IReadOnlyList<Piece> pieces, bool isOnly)
    {
        var unknown = pieces.Where(piece => piece.IsUnknown).Select(piece => piece.Raw);
        var determined = NamedThings(pieces).Select(piece => piece.Raw);
        var hasNoun = pieces.Any(piece => (piece.Concept & (Concept.Order | Concept.Parcel)) != 0);
        string[] words = [.. (hasNoun ? unknown : unknown.Concat(determined)).Distinct()];
        return words.Length == 0 ? null : new ByItem([.. words], isOnly && !hasNoun);
    }

    /// <summary>The words after "my" or "the" that mean nothing here: "the <b>yoga mat</b>".</summary>
    public static IEnumerable<Piece> NamedThings(IReadOnlyList<Piece> pieces)
    {
        var isOpen = false;
        foreach (var piece in pieces)
        {
            if (isOpen && piece.Kind == PieceKind.Word && piece.Concept == Concept.None && !Determiners.Contains(piece.Text))
            {
                if (!Pointers.ContainsKey(piece.Text) && piece.Text is not ("one" or "ones" or "other"))
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
