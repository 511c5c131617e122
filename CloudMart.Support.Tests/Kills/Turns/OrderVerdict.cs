using CloudMart.Support.Core.Orders;
using static CloudMart.Support.Tests.Kills.Turns.TurnVerdict;

namespace CloudMart.Support.Tests.Kills.Turns;

/// <summary>What is wrong with an order after everything has settled: it changed exactly as often as its conversation's log says, and so.</summary>
internal static class OrderVerdict
{
    public static IEnumerable<string?> Of(CustomersTurn turn, Order? order, int changes)
    {
        yield return Unless(order?.Version == turn.Order!.Version + changes, $"the order has version {order?.Version} after {changes} changes");

        var acts = order?.History.Select(done => (done.Act, done.Operation)).ToList() ?? [];
        yield return Unless(
            acts.Count == changes && acts.TrueForAll(act => act.Operation.StartsWith(turn.ConversationId, StringComparison.Ordinal)),
            $"the order's history is [{string.Join(", ", acts)}]");

        yield return changes == 0
            ? Unless(order?.Status == turn.Order.Status && order.ShipTo == turn.Order.ShipTo, "the order changed without a change")
            : turn.Wish == Wish.Cancellation
                ? Unless(order?.Status == OrderStatus.Canceled, $"the order is {order?.Status}")
                : Unless(order?.ShipTo.Line1 == "5 Oak Road", $"the order goes to {order?.ShipTo}");

        var refunds = order?.Payments.Where(payment => payment.Kind == PaymentKind.Refund).Select(payment => payment.Amount).ToList() ?? [];
        yield return Unless(
            turn.Wish == Wish.Cancellation && changes > 0 ? refunds is [var once] && once == order!.Total : refunds.Count == 0,
            $"the refunds are [{string.Join(", ", refunds)}]");
    }
}
