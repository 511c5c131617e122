using CloudMart.Support.Core.Orders;

namespace CloudMart.Support.Tests.Fakes;

/// <summary>Orders to test with.</summary>
internal static class Shop
{
    private static readonly DateTimeOffset Placed = new(2026, 11, 20, 10, 0, 0, TimeSpan.Zero);

    public static Order Pending(string orderId, string customerId = "customer-1", OrderStatus status = OrderStatus.Pending) => new(
        orderId,
        customerId,
        status,
        Placed,
        [new("item-1", "Wireless headphones", 89.00m, "black"), new("item-2", "USB-C cable", 40.00m)],
        new("12 Elm Street", "", "Portland", "OR", "97201", "USA"),
        [new(PaymentKind.Payment, 129.00m, "card-1", "Visa ending in 4242", Placed)]);
}
