using CloudMart.Support.Core.Conversations;
using CloudMart.Support.Core.Customers;

namespace CloudMart.Support.Core.Orders;

/// <summary>What happened to a demo order, told in the order in which it happened.</summary>
internal static class DemoStory
{
    /// <summary>Pays <paramref name="amount"/>, or all that is still unpaid.</summary>
    public static Order PaidBy(this Order order, PaymentMethod method, decimal? amount = null)
    {
        var unpaid = order.Total - order.Payments.Sum(payment => payment.Amount);
        return order with
        {
            Payments = order.Payments.Add(new(PaymentKind.Payment, amount ?? unpaid, method.Id, method.Name, order.PlacedAt)),
        };
    }

    public static Order SentTo(this Order order, PostalAddress address) => order with { ShipTo = address };

    public static Order Standing(this Order order, OrderStatus status) => order with { Status = status };

    public static Order Shipped(
        this Order order, string carrier, string number, DateTimeOffset at, DateOnly expectedOn, DateTimeOffset? deliveredAt = null) =>
        order with
        {
            Status = deliveredAt is null ? OrderStatus.Shipped : OrderStatus.Delivered,
            Shipment = new(carrier, number, at, expectedOn, deliveredAt),
        };

    /// <summary>Canceled by the shop's own rule, so that its money and history look as they do in earnest.</summary>
    public static Order CanceledAt(this Order order, DateTimeOffset at) =>
        new Cancellation(new OperationStamp(new OperationId("demo", 1, 0), order.CustomerId, at), null)
            .Decide(new OrderInShop(order)).Change!.Order!.After;
}

/// <summary>Moments relative to the seeding.</summary>
internal sealed class DemoCalendar(DateTimeOffset now)
{
    private readonly DateTimeOffset _now = new(now.Year, now.Month, now.Day, now.Hour, now.Minute, 0, now.Offset);

    public DateTimeOffset Ago(int days = 0, int hours = 0, int minutes = 0) => _now - new TimeSpan(days, hours, minutes, 0);

    public DateOnly In(int days) => DateOnly.FromDateTime(_now.UtcDateTime).AddDays(days);
}
