using System.Collections.Immutable;

namespace CloudMart.Support.Core.Orders;

/// <summary>
/// The wish to send lines of a delivered order back: once, and instead of an exchange. The money follows when they have arrived, to the
/// method that the order was first paid with or to a gift card of the customer.
/// </summary>
/// <param name="Stamp">Who asks.</param>
/// <param name="ItemIds">What is sent back; one that stands on two lines may stand here twice.</param>
/// <param name="RefundTo">The id of a payment method.</param>
public sealed record ItemsReturn(OperationStamp Stamp, ImmutableArray<string> ItemIds, string RefundTo) : OrderOperation(Stamp)
{
    public const string Name = "return_items";

    private const string Participle = "returned";

    public override string Act => Name;

    public override OrderDecision Decide(OrderInShop at)
    {
        var order = at.Order;
        if (order.Status != OrderStatus.Delivered)
        {
            return new(new OperationRefused(order, Participle, OrderStanding.Why(order), OrderStanding.InsteadOfSendingBack(order)));
        }

        if (ItemIds.IsEmpty)
        {
            return new(new RequestMistaken("It is not said which items are to be sent back."));
        }

        if (at.Customer?.Find(RefundTo) is not { } method)
        {
            return new(PaymentMethods.Unknown(RefundTo));
        }

        if (method.Balance is null && order.Payments.FirstOrDefault()?.MethodId != RefundTo)
        {
            return new(new OperationRefused(
                order, Participle, $"the refund can't go to {method.Name}", "It goes to the original payment method or to one of your gift cards."));
        }

        var (places, missing) = OrderLines.Find(order, ItemIds);
        return places is null
            ? new(OrderLines.Missing(order, missing!))
            : Return(at, [.. places.Value.Select(place => order.Items[place])], method.Id, method.Name);
    }

    private OrderDecision Return(OrderInShop at, ImmutableArray<OrderLine> lines, string methodId, string method)
    {
        // Never more than the shop holds of it, whatever the lines say.
        var held = Refund.OfAllStillHeld(at.Order.Payments).Sum(refund => refund.Amount);
        var refund = new Refund(Math.Min(held, lines.Sum(line => Money.ToCents(line.Price))), methodId, method);
        var change = Change(
            at,
            at.Order with { Status = OrderStatus.ReturnRequested, Return = new ItemReturn(ItemIds, refund) },
            null,
            $"Return requested: {string.Join(", ", lines.Select(line => line.Name))}; {refund} once they are back");
        return new(new ReturnRequested(change.Order!.After, lines, refund), change);
    }
}
