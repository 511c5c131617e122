using System.Collections.Immutable;
using CloudMart.Support.Core.Assistant.Embedded.Addresses;

namespace CloudMart.Support.Core.Assistant.Embedded.Language;

/// <summary>
/// Reads what a message asks: one request, or several where its clauses each stand on their own. "Cancel CM-1 and CM-2" is one request
/// for two orders, because "CM-2" alone asks nothing.
/// </summary>
internal static class IntentReader
{
    public const int MostRequests = 4;

    private static readonly Concept AboutTheAct = Concept.Asking | Concept.Condition | Concept.SaidBefore;

    /// <summary>"Is the headphones order canceled?" asks how it stands.</summary>
    private static readonly HashSet<string> StateQuestions = ["is", "was", "are", "were", "has", "have", "did", "does"];

    private static readonly HashSet<string> Connectors = ["and", "but", "then", "also", "plus"];

    /// <summary>At least one reading; a message that asks nothing known is read as <see cref="Intent.None"/>.</summary>
    public static ImmutableArray<Reading> Read(string message)
    {
        var pieces = Wording.Read(AddressReader.WithoutAddress(message));
        Reading[] sentences = [.. Split(pieces, IsStop).SelectMany(ReadSentence)];
        Reading[] requests = [.. sentences.Where(reading => reading.StandsAlone)];
        return requests.Length == 0
            ? [ReadWhole(pieces) with { Message = message }]
            : [.. Precedence.Among([.. Merge(requests).Select(request => AddIds(request, sentences) with { Message = message })])
                .Take(MostRequests)];
    }

    /// <summary>"What is the status of my order? It's 7864.": the number belongs to the request that lacks one.</summary>
    private static Reading AddIds(Reading request, Reading[] sentences)
    {
        OrderReference[] loose = [.. sentences.Where(reading => !reading.StandsAlone).SelectMany(reading => reading.Orders).OfType<ById>()];
        return (request.Intent.IsAboutAnOrder() || request.Intent.IsAChange()) && loose.Length > 0 && !request.Orders.OfType<ById>().Any()
            ? request with { Orders = [.. loose.Distinct()] }
            : request;
    }

    private static IEnumerable<Reading> ReadSentence(ImmutableArray<Piece> sentence)
    {
        Reading[] clauses = [.. Split(sentence, IsClauseBreak).Select(ReadWhole).Where(clause => clause.StandsAlone)];
        return clauses.Select(clause => clause.Intent).Distinct().Count() > 1 ? clauses : [ReadWhole(sentence)];
    }

    /// <summary>
    /// One request an intent. "The status of my refund, where is it?" asks about the refund only: what says no more than "it" belongs to
    /// the request before.
    /// </summary>
    private static IEnumerable<Reading> Merge(Reading[] requests) => requests
        .Where((request, at) => at == 0 || request.HasItsOwnNoun || requests.Take(at).All(earlier => !earlier.Intent.IsOtherBusiness()))
        .GroupBy(request => request.Intent)
        .Select(same => same.First() with
        {
            Orders = [.. same.SelectMany(request => request.Orders).Distinct()],
            Words = [.. same.SelectMany(request => request.Words)],
            Concepts = same.Aggregate(Concept.None, (all, request) => all | request.Concepts),
        });

    private static Reading ReadWhole(ImmutableArray<Piece> pieces)
    {
        var orders = ReferenceReader.Read(pieces);
        var concepts = pieces.Aggregate(Concept.None, (all, piece) => all | piece.Concept) | Pointing(pieces, orders);
        var frame = Frames.All.Where(frame => frame.Fits(concepts)).MaxBy(frame => frame.Weight);
        var isAboutTheAct = concepts.HasSome(AboutTheAct) || (pieces is [var first, ..] && StateQuestions.Contains(first.Text));
        var intent = frame is { Intent: Intent.Cancel } && isAboutTheAct ? Intent.CancelQuestion : frame?.Intent ?? Intent.None;
        var words = pieces.Where(piece => piece.Kind == PieceKind.Word).Select(piece => piece.Raw);
        return new(intent, frame?.Weight ?? 0, concepts, orders, [.. words]);
    }

    private static Concept Pointing(ImmutableArray<Piece> pieces, ImmutableArray<OrderReference> orders)
    {
        var isElsewhere = pieces.Any(piece => piece.Concept.Has(Concept.Elsewhere));
        var points = orders.Any(order => order is ById || (!isElsewhere && order is not (TheSame or ByItem)));
        var pointing = points ? Concept.Reference : Concept.None;
        return ReferenceReader.NamedThings(pieces).Any() || pieces.Any(piece => piece.IsUnknown) ? pointing | Concept.NamedThing : pointing;
    }

    private static bool IsStop(Piece piece) => piece.Kind == PieceKind.Stop;

    private static bool IsClauseBreak(Piece piece) => piece.Kind == PieceKind.Comma || Connectors.Contains(piece.Text);

    private static IEnumerable<ImmutableArray<Piece>> Split(ImmutableArray<Piece> pieces, Func<Piece, bool> isBreak)
    {
        var part = ImmutableArray.CreateBuilder<Piece>();
        foreach (var piece in pieces)
        {
            if (!isBreak(piece))
            {
                part.Add(piece);
            }
            else if (part.Count > 0)
            {
                yield return part.ToImmutable();
                part.Clear();
            }
        }

        if (part.Count > 0)
        {
            yield return part.ToImmutable();
        }
    }
}
