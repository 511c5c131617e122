using System.Collections.Immutable;
using CloudMart.Support.Core.Assistant.Embedded.Dialogue.Changes;
using CloudMart.Support.Core.Assistant.Embedded.Language;
using CloudMart.Support.Core.Assistant.Embedded.Memory;
using CloudMart.Support.Core.Assistant.Tools;

namespace CloudMart.Support.Core.Assistant.Embedded.Dialogue;

using static OrderWords;

/// <summary>
/// Answers what is about canceling. It says that an order is canceled only when the tool's outcome says so; asking for the tool is never
/// enough. Null from a method means: not before the tools have answered.
/// </summary>
internal sealed class CancelTalk(Turn turn)
{
    private const string Pending = "pending";

    private readonly OrderReport _report = new(turn.Today);
    private readonly Choices _choices = new(turn);

    public string? Cancel(Reading reading) => Pick(reading) switch
    {
        StillOpen => null,
        Picked(var ids) => CancelEach([.. ids.Take(Choices.MostAtOnce)], reading),
        OneOf(var orders, var more) => _choices.Ask(QuestionKind.WhichToCancel, orders, more),
        CouldNotLook => Phrases.CouldNotLookUp,
        NoneFits { Named.Length: > 0 } none => Phrases.NoSuchItem(none.Named),
        _ => Phrases.NothingToCancel,
    };

    /// <summary>How, whether, what if: explains, and changes nothing.</summary>
    public string? Explain(Reading reading) => Pick(reading) switch
    {
        StillOpen => null,
        Picked(var ids) => turn.AskAll(ids.Take(Choices.MostAtOnce).Select(ToolCalls.Get)) is { } answers
            ? string.Join("\n\n", ids.Zip(answers, Explain))
            : null,
        OneOf(var orders, var more) => $"{Phrases.WhenOrdersCanBeCanceled} {_choices.Ask(QuestionKind.WhichToCancel, orders, more)}",
        CouldNotLook => Phrases.CouldNotLookUp,
        NoneFits { Named.Length: > 0 } none => Phrases.NoSuchItem(none.Named),
        _ => Phrases.NothingToCancel,
    };

    /// <summary>"Don't cancel it": promises nothing that the thread does not bear out.</summary>
    public string Keep(Reading reading)
    {
        string[] named = [.. reading.Orders.OfType<ById>().Select(reference => reference.OrderId)];
        string[] meant = named.Length > 0 ? named : turn.Focus is { } focus ? [focus] : [];
        string[] canceled = [.. meant.Where(id => turn.Known(id) is { Status: "canceled" })];
        return (meant, canceled) switch
        {
            (_, [_, ..]) => $"{List(canceled)} {(canceled.Length == 1 ? "is" : "are")} already canceled, and I can't undo that here. "
                + Question.Words(QuestionKind.BringInAPerson),
            ([], _) => "Okay, I won't cancel anything.",
            _ => $"Okay, I won't cancel {List(meant)}. Nothing has changed.",
        };
    }

    private static string List(string[] ids) => string.Join(" and ", ids.Select(Id));

    private Pick Pick(Reading reading)
    {
        var isBare = reading.Orders.IsEmpty && reading.Weight < Frame.Strong; // "cancel", and nothing else
        var picker = new OrderPicker(turn, order => order.Status == Pending, Pending);
        return picker.Pick(isBare ? reading with { Orders = [new TheSame()] } : reading);
    }

    private string? CancelEach(ImmutableArray<string> ids, Reading reading)
    {
        if (turn.AskAll(ids.Select(id => ToolCalls.Cancel(id, CancelReason.In(reading.Message)))) is not { } answers)
        {
            return null;
        }

        string?[] said = [.. ids.Zip(answers, (id, answer) => Say(id, answer, reading))];
        return said.Contains(null) ? null : string.Join("\n\n", said);
    }

    private string? Say(string orderId, ToolAnswer answer, Reading reading) => answer.Outcome switch
    {
        "canceled" => $"Done: {Id(orderId)} is canceled. {GoesBack(answer.Refund)}",
        "already_canceled" => $"{Id(orderId)} was already canceled, so there is nothing left to do.",
        "refused" => $"I can't cancel this one. {Bold(orderId, Plain(answer.Message ?? ""))}",
        "waiting_for_customer" or "waiting_for_approval" => $"{OnlyWhole(orderId, reading)}{CardWords.Say(orderId, answer)}",
        "not_found" => Phrases.NoSuchOrder(orderId),
        _ => $"Something went wrong on our side, and {Id(orderId)} may not be canceled. "
            + "Please try again in a moment, or ask me for its status.",
    };

    private static string GoesBack(RefundAnswer? refund) => refund is null
        ? "Nothing had been charged for it, so there is nothing to refund."
        : $"{Money(refund.Amount)} goes back to {Plain(refund.To)} {Plain(refund.When)}.";

    /// <summary>As the answer to "which order?" an item stands for its order; otherwise the customer may mean the item alone.</summary>
    private string OnlyWhole(string orderId, Reading reading)
    {
        var namesAnItem = reading.Orders.OfType<ByItem>().Any() && turn.Memory.Question is not { Kind: QuestionKind.WhichToCancel };
        return namesAnItem && turn.Known(orderId) is { } order && order.Items.Length + order.MoreItems > 1
            ? "I can only cancel a whole order. "
            : "";
    }

    private static string Sentence(string orderId) => $"{Question.Words(QuestionKind.Consent)}{orderId}**";

    private string Explain(string orderId, ToolAnswer answer) => answer switch
    {
        { Outcome: "found", Order: { Status: Pending } order } =>
            $"{order.Named()} is still pending, so it can be canceled, and the {Money(order.Total)} would go back to "
            + $"{Plain(order.Payment)}. If that is what you want, {Sentence(orderId)}",
        { Outcome: "found", Order: { Status: "canceled" } order } => _report.Whereabouts(order),
        { Outcome: "found", Order: { } order } =>
            $"{_report.Whereabouts(order)} It's too late to cancel it: that works only while an order is pending. "
            + Question.Words(QuestionKind.BringInAPerson),
        { Outcome: "not_found" } => Phrases.NoSuchOrder(orderId),
        _ => Phrases.CouldNotLookUp,
    };

    private static string Bold(string orderId, string message) => message.Replace(Plain(orderId), Id(orderId), StringComparison.Ordinal);
}
