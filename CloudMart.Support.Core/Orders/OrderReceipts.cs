using System.Collections.Immutable;
using CloudMart.Support.Core.Conversations;

namespace CloudMart.Support.Core.Orders;

/// <summary>What the page draws for an outcome.</summary>
public static class OrderReceipts
{
    private const string ByMail = "We’ll send you the label and instructions by e-mail.";

    /// <returns>Null where there is nothing for the customer to see.</returns>
    public static Receipt? For(OrderOutcome outcome) => outcome switch
    {
        OrderCanceled(var order, var refunds) => Draw(order, $"{order.OrderId} canceled", order.Items) with
        {
            Refund = refunds.IsEmpty ? null : refunds.Sum(refund => refund.Amount),
            RefundTo = refunds.IsEmpty ? null : Destination(refunds),
        },
        AlreadyCanceled(var order) => Draw(order, $"{order.OrderId} was already canceled", order.Items),
        OperationRefused(var order, var participle, var why, var instead) =>
            Draw(order, $"{order.OrderId} was not {participle}: {why}", order.Items) with
            {
                Kind = ReceiptKind.Refused,
                NextStep = instead.Length == 0 ? null : instead,
            },
        ShippingAddressChanged(var before, var order) => Draw(order, $"{order.OrderId} goes to another address", []) with
        {
            Lines = [new("Delivery address", $"{before.ShipTo}", $"{order.ShipTo}")],
        },
        DefaultAddressChanged(var before, var customer) => new(ReceiptKind.Done, "", "Your default address was changed", [])
        {
            Lines = [new("Default address", $"{before.Address}", $"{customer.Address}")],
        },
        PaymentMethodChanged(var order, var paid, var back) => Draw(order, $"{order.OrderId} is paid with {paid.Method}", []) with
        {
            Refund = back.Amount,
            RefundTo = Destination([back]),
            Lines = [new("Charged", null, $"{Money.InWords(paid.Amount)} by {paid.Method}")],
        },
        ItemsChanged(var order, var lines, var difference) => Draw(order, $"{order.OrderId}: {OutcomeLines.Count(lines.Length)} changed", []) with
        {
            Lines = [.. OutcomeLines.Of(lines), OutcomeLines.Total(difference)],
        },
        ReturnRequested(var order, var lines, var refund) =>
            Draw(order, $"{order.OrderId}: return of {OutcomeLines.Count(lines.Length)} requested", lines) with
            {
                Refund = refund.Amount,
                RefundTo = $"{refund.Method}, {refund.WhenOnce("they have arrived")}",
                NextStep = ByMail,
            },
        ExchangeRequested(var order, var lines, var difference) =>
            Draw(order, $"{order.OrderId}: exchange of {OutcomeLines.Count(lines.Length)} requested", []) with
            {
                Lines = [.. OutcomeLines.Of(lines), OutcomeLines.Total(difference, "the old ones have arrived")],
                NextStep = ByMail,
            },
        _ => null,
    };

    private static Receipt Draw(Order order, string headline, ImmutableArray<OrderLine> items) =>
        new(ReceiptKind.Done, order.OrderId, headline, OutcomeLines.Names(items, items.Length));

    private static string Destination(ImmutableArray<Refund> refunds) => refunds is [var only]
        ? $"{only.Method}, {only.When}"
        : string.Join(" and ", refunds.Select(refund => $"{refund.Method} ({Money.InWords(refund.Amount)}, {refund.When})"));
}
