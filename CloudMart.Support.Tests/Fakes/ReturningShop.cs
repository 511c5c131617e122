using System.Collections.Immutable;
using CloudMart.Support.Core.Customers;
using CloudMart.Support.Core.Orders;
using CloudMart.Support.Core.Products;

namespace CloudMart.Support.Tests.Fakes;

/// <summary>A shop with enough in it for every operation: two orders of Ana's, her profile, and one product in four variants.</summary>
internal static class ReturningShop
{
    public const string Card = "credit_card_4242";
    public const string GiftCard = "gift_card_8831";

    public static readonly PostalAddress Oak = new("5 Oak Road", "", "Salem", "OR", "97301", "USA");

    /// <summary>Mugs in black, blue, red (more expensive) and green (not to be had).</summary>
    public static readonly Product Mug = new("p-mug", "Mug",
    [
        new("mug-black", [new("color", "black")], 12.00m, true),
        new("mug-blue", [new("color", "blue")], 10.50m, true),
        new("mug-red", [new("color", "red")], 19.00m, true),
        new("mug-green", [new("color", "green")], 12.00m, false),
    ]);

    public static readonly CustomerProfile Ana = new(
        CornerShop.Ana.CustomerId, "Ana", "Martins", "ana@example.com", CornerShop.Order().ShipTo,
        [
            new(Card, PaymentMethodKind.Card, "Visa ending in 4242"),
            new("paypal_ana", PaymentMethodKind.PayPal, "PayPal"),
            new(GiftCard, PaymentMethodKind.GiftCard, "Gift card ending in 8831", 30.00m),
        ]);

    /// <summary>Two black mugs and a lamp, delivered unless said otherwise.</summary>
    public static Order Order(string orderId = "CM-1", OrderStatus status = OrderStatus.Delivered) => CornerShop.Order(orderId, status) with
    {
        Items =
        [
            new("mug-black", "Mug", 12.00m, "black", "p-mug"),
            new("mug-black", "Mug", 12.00m, "black", "p-mug"),
            new("lamp", "Desk lamp", 40.00m),
        ],
        Payments = [CornerShop.Paid(64.00m, Card, "Visa ending in 4242")],
    };

    public static OrderInShop InShop(Order order, CustomerProfile? customer = null) =>
        new(order, customer ?? Ana, new Dictionary<string, Product> { [Mug.ProductId] = Mug });

    public static async Task FurnishAsync(this Desk desk, params ImmutableArray<Order> orders)
    {
        var stop = TestContext.Current.CancellationToken;
        await desk.Store.AddMissingAsync(orders, stop);
        await desk.Store.AddMissingAsync([Ana], stop);
        await desk.Store.AddMissingAsync([Mug], stop);
    }
}
