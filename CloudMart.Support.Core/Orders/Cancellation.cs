using System.Diagnostics;
using CloudMart.Support.Core.Conversations;

namespace CloudMart.Support.Core.Orders;

/// <summary>The wish to cancel a whole order, and the shop's rule for it: only <c>pending</c> orders can be canceled.</summary>
/// <param name="Operation">Which call asked for it.</param>
/// <param name="By">The customer's id.</param>
/// <param name="Reason">In the customer's words; null where none was given. Kept to <see cref="MaxReason"/> characters.</param>
/// <param name="At">When.</param>
public sealed record Cancellation(OperationId Operation, string By, string? Reason, DateTimeOffset At)
{
    public const string Act = "cancel_order";

    public const int MaxReason = 200;

    /// <summary>Decides it for <paramref name="order"/>. Asked again of the order that it led to, it changes nothing.</summary>
    public OrderDecision Decide(Order order) => order.Status switch
    {
        OrderStatus.Pending => Cancel(order),
        OrderStatus.Canceled => new(new AlreadyCanceled(order)),
        _ => new(Refuse(order)),
    };

    private OrderDecision Cancel(Order order)
    {
        var refunds = Refund.OfAllStillHeld(order.Payments);
        var canceled = order with
        {
            Status = OrderStatus.Canceled,
            Payments = [.. order.Payments, .. refunds.Select(refund => refund.BookedAt(At))],
        };
        var money = refunds.IsEmpty ? "nothing" : string.Join(", ", refunds);
        var after = canceled.Applied(new(Operation.ToString(), Act, By, At, $"Canceled{Because}; refunded: {money}"));
        return new(new OrderCanceled(after, refunds), new ShopChange(new OrderChange(order, after), null));
    }

    private string Because => string.IsNullOrWhiteSpace(Reason) ? "" : $" ({BoundedText.Cut(Reason.Trim(), MaxReason)})";

    private static CancelRefused Refuse(Order order) => order.Status switch
    {
        OrderStatus.Processed => new(order, "it is already being packed", ReturnLater),
        OrderStatus.Shipped when order.Shipment is { } parcel => new(order, $"it is already on its way with {parcel.Carrier}", ReturnLater),
        OrderStatus.Shipped => new(order, "it is already on its way", ReturnLater),
        OrderStatus.Delivered => new(
            order, "it has been delivered", "You can return or exchange it: ask here for a person, who will arrange it."),
        OrderStatus.ReturnRequested => new(
            order, "a return is under way", "The refund follows once the items are back; if something is wrong, ask here for a person."),
        OrderStatus.ExchangeRequested => new(
            order, "an exchange is under way", "If you would rather return it, ask here for a person, who will arrange it."),
        _ => throw new UnreachableException($"No rule says whether an order that is {order.Status} can be canceled."),
    };

    private const string ReturnLater = "Once it has arrived you can send it back: ask here for a person, who will arrange the return.";
}
