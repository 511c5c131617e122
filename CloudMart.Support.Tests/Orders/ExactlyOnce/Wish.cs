using CloudMart.Support.Core.Customers;
using CloudMart.Support.Core.Orders;
using CsCheck;

namespace CloudMart.Support.Tests.Orders.ExactlyOnce;

/// <summary>Something that might be asked of the shop, sensible or not.</summary>
/// <param name="What">In words, for a failing test.</param>
/// <param name="Order">Which of the <see cref="BusyShop"/>'s orders.</param>
/// <param name="Of">The operation; null where it is about no order.</param>
/// <param name="Home">The new default address, where it is about that.</param>
internal sealed record Wish(string What, int Order, Func<OperationStamp, OrderOperation>? Of, PostalAddress? Home = null)
{
    private static readonly string[] Items = ["mug-black", "mug-blue", "mug-red", "mug-green", "lamp", "nonsense"];

    private static readonly string[] Methods =
        [BusyShop.Card, BusyShop.Card, BusyShop.GiftCard, BusyShop.GiftCard, BusyShop.SmallGiftCard, "paypal_ana", "nonsense"];

    private static readonly Gen<string> AnItem = Gen.OneOf(Items);

    private static readonly Gen<string> AMethod = Gen.OneOf(Methods);

    private static readonly Gen<PostalAddress> AnAddress = Gen.OneOf("5 Oak Road", "12 Elm Street", "1 Pine Lane")
        .Select(street => new PostalAddress(street, "", "Portland", "OR", "97205", "USA"));

    private static readonly Gen<ItemChange[]> Changes = Gen.Frequency(
        (3, Gen.OneOf("mug-blue", "mug-red").Select(to => new[] { new ItemChange("mug-black", to) })),
        (2, Gen.Select(AnItem, AnItem, (from, to) => new ItemChange(from, to)).Array[0, 3]));

    /// <summary>All seven kinds of operation, and the warehouse's work, about any of <paramref name="orders"/>.</summary>
    public static Gen<Wish> About(Gen<int> orders) => Gen.Frequency(
        (2, Gen.Select(orders, Gen.OneOf("", "too late"), (order, reason) =>
            new Wish($"cancel {order}", order, stamp => new Cancellation(stamp, reason)))),
        (2, Gen.Select(orders, AnAddress, (order, address) =>
            new Wish($"send {order} to {address.Line1}", order, stamp => new ShippingAddressChange(stamp, address)))),
        (1, AnAddress.Select(address => new Wish($"live at {address.Line1}", 0, null, address))),
        (3, Gen.Select(orders, AMethod, (order, method) =>
            new Wish($"pay {order} with {method}", order, stamp => new PaymentMethodChange(stamp, method)))),
        (3, Gen.Select(orders, Changes, AMethod, (order, changes, method) => new Wish(
            $"change {string.Join(", ", changes.AsEnumerable())} in {order} by {method}",
            order,
            stamp => new ItemsChange(stamp, [.. changes], method)))),
        (2, Gen.Select(orders, AnItem.Array[0, 3], AMethod, (order, items, method) => new Wish(
            $"return {string.Join(", ", items)} of {order} to {method}", order, stamp => new ItemsReturn(stamp, [.. items], method)))),
        (2, Gen.Select(orders, Changes, AMethod, (order, changes, method) => new Wish(
            $"exchange {string.Join(", ", changes.AsEnumerable())} of {order} by {method}",
            order,
            stamp => new ItemsExchange(stamp, [.. changes], method)))),
        (2, orders.Select(order => new Wish($"move {order} on", order, stamp => new MovedOn(stamp)))));
}

/// <summary>The warehouse's part: an order goes its way by itself, too.</summary>
internal sealed record MovedOn(OperationStamp Stamp) : OrderOperation(Stamp)
{
    public override string Act => "move_on";

    public override OrderDecision Decide(OrderInShop at) => Next(at.Order.Status) is { } next
        ? new(new RequestMistaken("none"), Change(at, at.Order with { Status = next }, null, "Moved on"))
        : new(new RequestMistaken("It goes no further."));

    private static OrderStatus? Next(OrderStatus status) => status switch
    {
        OrderStatus.Pending => OrderStatus.Processed,
        OrderStatus.Processed => OrderStatus.Shipped,
        OrderStatus.Shipped => OrderStatus.Delivered,
        _ => null,
    };
}
