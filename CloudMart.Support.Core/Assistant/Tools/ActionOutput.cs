using CloudMart.Support.Core.Conversations;
using CloudMart.Support.Core.Orders;

namespace CloudMart.Support.Core.Assistant.Tools;

/// <summary>What the assistant is told of cards: that one waits, and later what became of it. The same JSON as all outputs.</summary>
internal static class ActionOutput
{
    /// <summary>The customer sees a card; nothing has happened yet.</summary>
    public static string WaitingForCustomer(string act, ActionCard card) => Asked(
        "waiting_for_customer", act, card,
        "Nothing has been changed yet. The customer now sees a card that says exactly what would be done, and decides by its buttons or by writing "
        + "yes or no. Ask them to do so, and do not call the tool again.");

    /// <summary>The customer has agreed, and a member of staff has to agree as well.</summary>
    public static string WaitingForApproval(string act, ActionCard card) => Asked(
        "waiting_for_approval", act, card,
        "Nothing has been changed yet. The customer has agreed, and a member of staff has to approve it; the outcome will appear here by itself.");

    /// <summary>The customer has answered the card already, and the worker is about to do what follows.</summary>
    public static string BeingCarriedOut(string act, ActionCard card) => Asked(
        "being_carried_out", act, card, "The customer has answered the card already; the outcome will appear here in a moment. Do not call the tool again.");

    /// <summary>What became of a card.</summary>
    /// <param name="outcome">One word.</param>
    /// <param name="act">The tool.</param>
    /// <param name="receipt">What the customer sees of it.</param>
    public static string Note(string outcome, string act, Receipt receipt) =>
        Note(outcome, act, receipt.OrderId.Length == 0 ? null : receipt.OrderId, InWords(receipt));

    /// <summary>What became of a card that has no receipt.</summary>
    public static string Note(string outcome, string act, string? orderId, string message) =>
        ToolOutput.Write(new { outcome, action = act, orderId, message = BoundedText.Cut(message, ToolOutput.MaxMessage) });

    private static string Asked(string outcome, string act, ActionCard card, string message) => ToolOutput.Write(new
    {
        outcome,
        action = act,
        orderId = card.OrderId,
        what = BoundedText.Cut(InWords(card), ToolOutput.MaxMessage),
        message,
    });

    private static string InWords(ActionCard card) => string.Join(
        "; ", (card.Total is null ? card.Lines : card.Lines.Add(card.Total)).Select(InWords).Prepend(card.Title));

    private static string InWords(Receipt receipt) => string.Join("; ", new[]
    {
        receipt.Headline,
        string.Join("; ", receipt.Lines.Select(InWords)),
        receipt.Refund is { } refund ? $"Refund: {Money.InWords(refund)} to {receipt.RefundTo}" : "",
        receipt.NextStep ?? "",
    }.Where(part => part.Length > 0));

    private static string InWords(CardLine line) =>
        line.Before is null ? $"{line.Label}: {line.After}" : $"{line.Label}: {line.Before} → {line.After}";
}
