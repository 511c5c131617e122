using System.Collections.Immutable;
using CloudMart.Support.Core.Assistant.Embedded.Language;
using CloudMart.Support.Core.Assistant.Embedded.Memory;

namespace CloudMart.Support.Core.Assistant.Embedded.Dialogue;

/// <summary>Gives a reading the meaning it has after what was said before: "the second", "yes", "and the other one?".</summary>
internal sealed class ContextReader(ThreadMemory memory)
{
    public Reading Read(Reading reading)
    {
        if (reading.StandsAlone)
        {
            return reading;
        }

        var pointed = Point(reading);
        return memory.Question is { } question && Answer(question, pointed) is { } answer ? answer : Continue(pointed);
    }

    /// <summary>Words of an item that was shown point at its order, even where nothing else in the message does.</summary>
    public Reading Point(Reading reading)
    {
        var isPointing = reading.Orders.Any(order => order is not TheSame);
        var shown = memory.Question is { Choices.Length: > 0 } question ? question.Choices : memory.Listed;
        var match = new ItemMatch(reading.Words).Best([.. shown.Where(memory.Orders.ContainsKey).Select(id => memory.Orders[id])]);
        return isPointing || match.IsEmpty ? reading : reading with { Orders = [new ByItem(reading.Words, IsCertain: true)] };
    }

    private static Reading? Answer(Question question, Reading reading)
    {
        var points = reading.Orders.Any(order => order is not TheSame);
        var (agreed, declined) = (reading.Intent is Intent.Yes, reading.Intent is Intent.No or Intent.NeverMind);
        return question.Kind switch
        {
            QuestionKind.WhichToCancel when declined && !points => reading with { Intent = Intent.KeepOrder, Orders = [] },
            QuestionKind.WhichToCancel when points => reading with { Intent = Intent.Cancel, Weight = Frame.Strong },
            QuestionKind.WhichToShow when points => reading with { Intent = Intent.Track },
            QuestionKind.BringInAPerson when agreed => reading with { Intent = Intent.Person },
            QuestionKind.Card when agreed || declined => reading with { Intent = Intent.CardAnswer },
            QuestionKind.Consent when agreed => reading with { Intent = Intent.Cancel, Orders = [.. ChoicesOf(question)] },
            QuestionKind.Consent when declined => reading with { Intent = Intent.KeepOrder, Orders = [.. ChoicesOf(question)] },
            _ => null,
        };
    }

    private static IEnumerable<OrderReference> ChoicesOf(Question question) => question.Choices.Select(id => new ById(id));

    /// <summary>A message that only points at an order goes on with what was done last: "and the other one?".</summary>
    private Reading Continue(Reading reading) => reading.Intent switch
    {
        Intent.None or Intent.Yes when PointsAtAnOrder(reading) => reading with { Intent = memory.LastAct },
        _ => reading,
    };

    private bool PointsAtAnOrder(Reading reading) =>
        reading.Orders.Any(order => order is not (TheSame or Everyone or ByItem { IsCertain: false })) && IsKnown(reading);

    /// <summary>A name of nothing in particular ("pizza") counts only where such an item was seen, or after "what about".</summary>
    private bool IsKnown(Reading reading) =>
        (reading.Concepts.Has(Concept.GoingOn) && memory.LastSaid is not null)
        || !reading.Orders.Any(order => order is ByItem) || !new ItemMatch(reading.Words).Best([.. memory.Orders.Values]).IsEmpty;
}
