using CloudMart.Support.Core.Customers;
using CloudMart.Support.Core.Orders;

namespace CloudMart.Support.Tests.Fakes;

public static class SomeOrders
{
    public static readonly DateTimeOffset PlacedAt = new(2026, 11, 20, 9, 30, 0, TimeSpan.Zero);

    public static string NewOrderId() => $"CM-{Guid.NewGuid():N}";

    /// <summary>An order as the shop has them: two lines, one payment.</summary>
    public static Order Pending(string orderId, string customerId = "customer-1", DateTimeOffset? placedAt = null) => new(
        orderId,
        customerId,
        OrderStatus.Pending,
        placedAt ?? PlacedAt,
        [new("8384507844", "Wireless headphones", 129.00m, "black, over-ear"), new("1304426904", "Desk lamp", 54.95m)],
        new PostalAddress("12 Elm Street", "Apt 4", "Portland", "OR", "97201", "USA"),
        [new(PaymentKind.Payment, 183.95m, "credit_card_4421", "Visa ending in 4242", placedAt ?? PlacedAt)]);

    /// <summary>The change that a cancellation makes: status, refund, version, history.</summary>
    public static ShopChange Cancel(Order order, string operation = "c-1/3/0") => new(new OrderChange(order, order with
    {
        Status = OrderStatus.Canceled,
        Payments = order.Payments.Add(new(PaymentKind.Refund, order.Total, "credit_card_4421", "Visa ending in 4242", PlacedAt.AddDays(1))),
        Version = order.Version + 1,
        History = order.History.Add(new(
            operation, "cancel_order", order.CustomerId, PlacedAt.AddDays(1), "Canceled; 183.95 goes back to Visa ending in 4242")),
    }), null);
}
