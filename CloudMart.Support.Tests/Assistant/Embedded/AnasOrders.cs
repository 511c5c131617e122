using CloudMart.Support.Core.Orders;
using CloudMart.Support.Tests.Fakes;

namespace CloudMart.Support.Tests.Assistant.Embedded;

/// <summary>One customer's orders: two pending, and one of each later status.</summary>
internal static class AnasOrders
{
    public static readonly Order Headphones = Placed("CM-7890", days: 0, new OrderLine("1", "Wireless headphones", 129.00m, "black"));

    public static readonly Order Grinder = Placed("CM-7885", days: 1,
        new OrderLine("2", "Coffee grinder", 79.00m), new OrderLine("3", "Ceramic cup", 12.50m, "sage"));

    public static readonly Order Shoes = Placed("CM-7871", days: 2, new OrderLine("4", "Trail running shoes", 119.95m)) with
    {
        Status = OrderStatus.Processed,
    };

    public static readonly Order Keyboard = Placed("CM-7864", days: 4, new OrderLine("5", "Mechanical keyboard", 149.00m)) with
    {
        Status = OrderStatus.Shipped,
        Shipment = new("UPS", "1Z84W60E0316752094", EmbeddedChat.Now.AddDays(-2), new DateOnly(2026, 11, 27)),
    };

    public static readonly Order Skillet = Placed("CM-7820", days: 14, new OrderLine("6", "Cast-iron skillet", 44.95m)) with
    {
        Status = OrderStatus.Delivered,
        Shipment = new(
            "USPS", "9400111206213849571640", EmbeddedChat.Now.AddDays(-12), new DateOnly(2026, 11, 15), EmbeddedChat.Now.AddDays(-9)),
    };

    public static readonly Order Speaker = Placed("CM-7765", days: 40, new OrderLine("7", "Bluetooth speaker", 64.00m)) with
    {
        Status = OrderStatus.Canceled,
    };

    /// <summary>Delivered as the skillet was, with two items.</summary>
    public static readonly Order Boots = Skillet with
    {
        OrderId = "CM-7801",
        PlacedAt = Skillet.PlacedAt.AddDays(-3),
        Items = [new("8", "Hiking boots", 120.00m, "brown, size: 8"), new("9", "Water bottle", 18.00m, "1 l")],
    };

    public static Order[] All => [Headphones, Grinder, Shoes, Keyboard, Skillet, Speaker];

    /// <summary>Two delivered orders, so that it has to be said which.</summary>
    public static Order[] WithBoots => [.. All, Boots];

    private static Order Placed(string orderId, int days, params OrderLine[] items)
    {
        var at = EmbeddedChat.Now.AddDays(-days).AddHours(-1);
        return new(
            orderId,
            "customer-1",
            OrderStatus.Pending,
            at,
            [.. items],
            new("12 Elm Street", "", "Portland", "OR", "97201", "USA"),
            [new(PaymentKind.Payment, items.Sum(item => item.Price), "credit_card_4242", "Visa ending in 4242", at)]);
    }
}
