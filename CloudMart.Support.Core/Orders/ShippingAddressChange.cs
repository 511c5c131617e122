using CloudMart.Support.Core.Customers;

namespace CloudMart.Support.Core.Orders;

/// <summary>The wish to send an order elsewhere: while it is pending, as often as the customer likes.</summary>
public sealed record ShippingAddressChange(OperationStamp Stamp, PostalAddress Address) : OrderOperation(Stamp)
{
    public const string Name = "change_shipping_address";

    public override string Act => Name;

    public override bool NeedsCustomer(Order order) => false;

    public override OrderDecision Decide(OrderInShop at) => at.Order switch
    {
        { Status: not OrderStatus.Pending } order => Refuse(order, OrderStanding.Why(order), OrderStanding.InsteadOfChanging(order)),
        var order when order.ShipTo == Address => Refuse(order, $"it already goes to {Address}", ""),
        _ => Readdress(at),
    };

    private OrderDecision Readdress(OrderInShop at)
    {
        var change = Change(at, at.Order with { ShipTo = Address }, null, $"Goes to {Address}");
        return new(new ShippingAddressChanged(at.Order, change.Order!.After), change);
    }

    private static OrderDecision Refuse(Order order, string why, string instead) =>
        new(new OperationRefused(order, "sent to another address", why, instead));
}
