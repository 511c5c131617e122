using System.Collections.Immutable;
using CloudMart.Support.Core.Conversations;

namespace CloudMart.Support.Core.Orders;

/// <summary>What the customer is asked before an outcome is made true. It says the same as the receipt will, before the fact.</summary>
public static class ActionCards
{
    /// <returns>Null where nothing would change.</returns>
    public static ActionCard? For(OrderOutcome outcome) => outcome switch
    {
        OrderCanceled(var order, var refunds) => new(
            $"Cancel {order.OrderId}", $"Cancel {order.OrderId}", "Keep order",
            [.. OutcomeLines.Of(order.Items), .. OutcomeLines.Reason(order.CancelReason)], order.OrderId,
            OutcomeLines.Total(refunds), IsFinal: true),
        ShippingAddressChanged(var before, var order) => new(
            $"Send {order.OrderId} to another address", "Change address", "Keep address",
            [new("Delivery address", $"{before.ShipTo}", $"{order.ShipTo}")], order.OrderId),
        DefaultAddressChanged(var before, var customer) => new(
            "Change your default address", "Change address", "Keep address",
            [new("Default address", $"{before.Address}", $"{customer.Address}"), new("Orders already placed", null, "keep their address")]),
        PaymentMethodChanged(var order, var paid, var back) => new(
            $"Pay {order.OrderId} another way", "Change payment", "Keep payment",
            [new("Paid with", back.Method, paid.Method), new("Given back", null, OutcomeLines.GoesTo(back))], order.OrderId,
            new("Charged", null, $"{Money.InWords(paid.Amount)} by {paid.Method}")),
        ItemsChanged(var order, var lines, var difference) => new(
            $"Change {OutcomeLines.Count(lines.Length)} of {order.OrderId}", "Change items", "Keep items",
            [.. OutcomeLines.Of(lines), new("Afterwards", null, "the order can’t be canceled, paid another way, or changed again")],
            order.OrderId, OutcomeLines.Total(difference)),
        ReturnRequested(var order, var lines, var refund) => new(
            $"Return {OutcomeLines.Count(lines.Length)} of {order.OrderId}", "Return items", "Keep items",
            [.. OutcomeLines.Of(lines), .. OutcomeLines.Staying(order, lines.Length)], order.OrderId,
            new("Refund", null, OutcomeLines.GoesTo(refund, "they have arrived"))),
        ExchangeRequested(var order, var lines, var difference) => new(
            $"Exchange {OutcomeLines.Count(lines.Length)} of {order.OrderId}", "Exchange items", "Keep items",
            [.. OutcomeLines.Of(lines), .. OutcomeLines.Staying(order, lines.Length)], order.OrderId,
            OutcomeLines.Total(difference, "the old ones have arrived")),
        _ => null,
    };
}
