using System.Collections.Immutable;
using CloudMart.Support.Core.Assistant.Embedded.Language;
using CloudMart.Support.Core.Assistant.Embedded.Memory;
using CloudMart.Support.Core.Assistant.Tools;
using CloudMart.Support.Core.Conversations;

namespace CloudMart.Support.Core.Assistant.Embedded.Dialogue;

using static OrderWords;

/// <summary>Answers what asks where orders stand. Null from a method means: not before the tools have answered.</summary>
internal sealed class OrderTalk(Turn turn)
{
    private static readonly HashSet<string> UnderWay = ["pending", "processed", "shipped"];

    private static readonly (string Word, string Status)[] StatusWords =
    [
        ("pending", "pending"), ("open", "pending"), ("processed", "processed"), ("shipped", "shipped"), ("delivered", "delivered"),
        ("canceled", "canceled"), ("cancelled", "canceled"),
    ];

    private readonly OrderReport _report = new(turn.Today);
    private readonly Choices _choices = new(turn);

    public string? Track(Reading reading) => Show(reading, ToolCalls.Track, _report.Whereabouts);

    public string? Status(Reading reading) => Show(reading, ToolCalls.Get, _report.Whereabouts);

    public string? Details(Reading reading) => Show(reading, ToolCalls.Get, _report.Everything);

    public string? List(Reading reading)
    {
        var status = StatusWords.FirstOrDefault(known => reading.Words.Any(words => words.Split(' ').Contains(known.Word))).Status;
        return turn.Ask(ToolCalls.List(status)) switch
        {
            null => null,
            { Outcome: "found", Orders.IsEmpty: true } => status is null ? Phrases.NoOrders : $"You have no orders that are {status}.",
            { Outcome: "found" } found => $"{(status is null ? "Here are your orders" : $"Your orders that are {status}")}, newest first:\n\n"
                + _choices.Lines(found.Orders, found.More),
            _ => Phrases.CouldNotLookUp,
        };
    }

    private string? Show(Reading reading, Func<string, ToolCall> ask, Func<OrderView, string> say) =>
        new OrderPicker(turn, order => UnderWay.Contains(order.Status), status: null).Pick(reading) switch
        {
            StillOpen => null,
            Picked(var ids) => turn.AskAll(ids.Take(Choices.MostAtOnce).Select(ask)) is { } answers
                ? string.Join("\n\n", ids.Zip(answers, (id, answer) => Say(id, answer, say)))
                : null,
            OneOf(var orders, var more) => _choices.Ask(QuestionKind.WhichToShow, orders, more),
            CouldNotLook => Phrases.CouldNotLookUp,
            NoneFits { Named.Length: > 0 } none => Phrases.NoSuchItem(none.Named),
            _ => NothingUnderWay(),
        };

    private string Say(string orderId, ToolAnswer answer, Func<OrderView, string> say) => answer switch
    {
        { Outcome: "found", Order: { } order } => _report.IsLate(order)
            ? $"{say(order)} {Question.Words(QuestionKind.BringInAPerson)}"
            : say(order),
        { Outcome: "not_found" } => Phrases.NoSuchOrder(orderId),
        _ => Phrases.CouldNotLookUp,
    };

    /// <summary>Nothing is under way: say what the newest order came to, rather than just "nothing".</summary>
    private string? NothingUnderWay() => turn.Ask(ToolCalls.List()) switch
    {
        null => null,
        { Outcome: "found", Orders: [var newest, ..] } =>
            $"None of your orders is on its way right now. Your newest one: {_report.Whereabouts(newest)}",
        { Outcome: "found" } => Phrases.NoOrders,
        _ => Phrases.CouldNotLookUp,
    };
}
