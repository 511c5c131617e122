using System.Collections.Immutable;
using CloudMart.Support.Core.Conversations;

namespace CloudMart.Support.Core.Orders;

/// <summary>What the page draws for an outcome.</summary>
public static class OrderReceipts
{
    // A receipt is kept in the log, so an order of any size has to fit.
    private const int MaxItems = 20;
    private const int MaxName = 100;

    /// <returns>Null where there is no order to draw.</returns>
    public static Receipt? For(OrderOutcome outcome) => outcome switch
    {
        OrderCanceled(var order, var refunds) => Draw(ReceiptKind.Done, order, $"{order.OrderId} canceled") with
        {
            Refund = refunds.IsEmpty ? null : refunds.Sum(refund => refund.Amount),
            RefundTo = refunds.IsEmpty ? null : Destination(refunds),
        },
        AlreadyCanceled(var order) => Draw(ReceiptKind.Done, order, $"{order.OrderId} was already canceled"),
        CancelRefused(var order, var why, var instead) =>
            Draw(ReceiptKind.Refused, order, $"{order.OrderId} was not canceled: {why}") with { NextStep = instead },
        _ => null,
    };

    private static Receipt Draw(ReceiptKind kind, Order order, string headline) => new(kind, order.OrderId, headline, NamesOf(order.Items));

    private static ImmutableArray<string> NamesOf(ImmutableArray<OrderLine> items)
    {
        var names = items.Take(MaxItems).Select(item => BoundedText.Cut(item.Name, MaxName));
        return items.Length > MaxItems ? [.. names, $"and {items.Length - MaxItems} more"] : [.. names];
    }

    private static string Destination(ImmutableArray<Refund> refunds) => refunds is [var only]
        ? $"{only.Method}, {only.When}"
        : string.Join(" and ", refunds.Select(refund => $"{refund.Method} ({Money.InWords(refund.Amount)}, {refund.When})"));
}
