using CloudMart.Support.Core.Customers;

namespace CloudMart.Support.Core.Orders;

/// <summary>
/// The wish to cancel a whole order. Only <c>pending</c> orders can be canceled, and not once their items were changed. All that was paid
/// and is still held goes back where it came from; a gift card has it at once.
/// </summary>
/// <param name="Stamp">Who asks.</param>
/// <param name="Reason">In the customer's words; null where none was given. Kept to <see cref="MaxReason"/> characters.</param>
public sealed record Cancellation(OperationStamp Stamp, string? Reason) : OrderOperation(Stamp)
{
    public const string Name = "cancel_order";

    public const int MaxReason = 200;

    public override string Act => Name;

    public override bool NeedsCustomer(Order order) => order.Payments.Any(payment => payment.IsOnGiftCard);

    /// <summary>Asked again of the order that it led to, it changes nothing.</summary>
    public override OrderDecision Decide(OrderInShop at) => at.Order switch
    {
        { Status: OrderStatus.Canceled } order => new(new AlreadyCanceled(order)),
        { Status: not OrderStatus.Pending } order => Refuse(order, OrderStanding.Why(order), OrderStanding.InsteadOfChanging(order)),
        { ItemsChanged: true } order => Refuse(
            order, "its items were changed, and with that it became final", "Once it has arrived you can return it: just ask here."),
        _ => Cancel(at),
    };

    private OrderDecision Cancel(OrderInShop at)
    {
        var refunds = Refund.OfAllStillHeld(at.Order.Payments);
        if (!refunds.All(refund => at.Customer.CanTake(refund.BookedAt(Stamp.At))))
        {
            return new(PaymentMethods.GiftCardIsGone(at.Order, "canceled"));
        }

        var canceled = at.Order with
        {
            Status = OrderStatus.Canceled,
            CancelReason = Because,
            Payments = [.. at.Order.Payments, .. refunds.Select(refund => refund.BookedAt(Stamp.At))],
        };
        var customer = refunds.Aggregate(at.Customer, (profile, refund) => profile?.Credit(refund.MethodId, refund.Amount));
        var money = refunds.IsEmpty ? "nothing" : string.Join(", ", refunds);
        var change = Change(at, canceled, customer, $"Canceled{(Because is null ? "" : $" ({Because})")}; refunded: {money}");
        return new(new OrderCanceled(change.Order!.After, refunds), change);
    }

    private string? Because => string.IsNullOrWhiteSpace(Reason) ? null : BoundedText.Cut(Reason.Trim(), MaxReason);

    private static OrderDecision Refuse(Order order, string why, string instead) =>
        new(new OperationRefused(order, "canceled", why, instead));
}
