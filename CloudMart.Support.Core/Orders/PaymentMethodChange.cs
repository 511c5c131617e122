using CloudMart.Support.Core.Customers;

namespace CloudMart.Support.Core.Orders;

/// <summary>
/// The wish to pay a pending order another way: once, from one method to one other, which a gift card has to cover whole.
/// </summary>
public sealed record PaymentMethodChange(OperationStamp Stamp, string MethodId) : OrderOperation(Stamp)
{
    public const string Name = "change_payment_method";

    public override string Act => Name;

    public override OrderDecision Decide(OrderInShop at)
    {
        var order = at.Order;
        if (order.Status != OrderStatus.Pending)
        {
            return Refuse(order, OrderStanding.Why(order), OrderStanding.InsteadOfChanging(order));
        }

        if (at.Customer?.Find(MethodId) is not { } method)
        {
            return new(PaymentMethods.Unknown(MethodId));
        }

        return order.Payments is not [{ Kind: PaymentKind.Payment } paid]
                ? Refuse(order, "its payment was split or changed before, and it can be changed only once", "")
            : paid.MethodId == MethodId ? Refuse(order, $"it is already paid with {method.Name}", "")
            : !method.Covers(paid.Amount)
                ? Refuse(order, $"{method.Name} does not cover {Money.InWords(paid.Amount)}", "Choose another way to pay.")
            : !at.Customer.CanTake(paid) ? new(PaymentMethods.GiftCardIsGone(order, "paid another way"))
            : Pay(at, paid, method);
    }

    private OrderDecision Pay(OrderInShop at, OrderPayment before, PaymentMethod method)
    {
        var amount = Money.ToCents(before.Amount);
        var paid = new OrderPayment(PaymentKind.Payment, amount, method.Id, method.Name, Stamp.At);
        var back = new Refund(amount, before.MethodId, before.Method);
        var change = Change(
            at,
            at.Order with { Payments = at.Order.Payments.Add(paid).Add(back.BookedAt(Stamp.At)) },
            at.Customer!.Credit(method.Id, -amount).Credit(before.MethodId, amount),
            $"Paid with {method.Name}; refunded: {back}");
        return new(new PaymentMethodChanged(change.Order!.After, paid, back), change);
    }

    private static OrderDecision Refuse(Order order, string why, string instead) =>
        new(new OperationRefused(order, "paid another way", why, instead));
}
