using System.Collections.Immutable;
using CloudMart.Support.Core.Customers;
using CloudMart.Support.Core.Products;

namespace CloudMart.Support.Core.Orders;

/// <summary>The demo shop's orders: every status, all dated back from the moment of seeding.</summary>
public static class DemoOrders
{
    private const int FirstExtra = 100_000;

    private static readonly PostalAddress Office = new("400 SW Harbor Way", "Floor 3", "Portland", "OR", "97201", "USA");

    /// <summary>The orders as they stand at <paramref name="now"/>.</summary>
    public static ImmutableArray<Order> PlacedBefore(DateTimeOffset now)
    {
        var today = new DemoCalendar(now);
        return [.. Anas(today), .. Bens(today)];
    }

    /// <summary>Further pending orders of <c>customer-1</c>, all older than the named ones, so that these stay on top of the list.</summary>
    public static IEnumerable<Order> Extra(int count, DateTimeOffset now)
    {
        var today = new DemoCalendar(now);
        return Enumerable.Range(0, count).Select(index =>
            Ana($"CM-{FirstExtra + index}", today.Ago(days: 120, minutes: index), new OrderLine("1002-1", "Notebook, dotted", 14.50m, "A5"))
                .PaidBy(DemoCustomers.Visa));
    }

    private static IEnumerable<Order> Anas(DemoCalendar today) =>
    [
        Ana("CM-7890", today.Ago(hours: 2),
            new("2041-3", "Wireless headphones", 89.00m, "black, over-ear"),
            new("3310-1", "Aluminum laptop stand", 40.00m, "silver")).PaidBy(DemoCustomers.Visa),
        Ana("CM-7885", today.Ago(hours: 26),
            new("1187-2", "Burr coffee grinder", 79.00m, "matte black"),
            new("1190-4", "Ceramic pour-over set", 54.50m, "sage, 3 pieces")).PaidBy(DemoCustomers.GiftCard, 50.00m).PaidBy(DemoCustomers.Mastercard),
        Ana("CM-7871", today.Ago(days: 2), new OrderLine("5522-9", "Trail running shoes", 119.95m, "moss, size 8"))
            .PaidBy(DemoCustomers.Visa).Standing(OrderStatus.Processed),
        Ana("CM-7864", today.Ago(days: 4), new OrderLine("2077-5", "Mechanical keyboard", 149.00m, "brown switches, US layout"))
            .PaidBy(DemoCustomers.PayPal).SentTo(Office).Shipped("UPS", "1Z84W60E0316752094", today.Ago(days: 2), today.In(2)),
        Ana("CM-7852", today.Ago(days: 6),
            new("4105-7", "Merino throw blanket", 98.00m, "oatmeal"),
            new("4112-2", "Linen cushion cover", 24.00m, "rust"),
            new("4112-2", "Linen cushion cover", 24.00m, "rust")).PaidBy(DemoCustomers.Visa)
            .Shipped("FedEx", "781946530247", today.Ago(days: 4), today.In(1)),
        Ana("CM-7820", today.Ago(days: 14), new OrderLine("6230-1", "Cast-iron skillet", 44.95m, "12 inch")).PaidBy(DemoCustomers.Visa)
            .Shipped("USPS", "9400111206213849571640", today.Ago(days: 12), today.In(-9), deliveredAt: today.Ago(days: 9)),
        Ana("CM-7791", today.Ago(days: 31),
            new("7741-6", "Rain jacket", 139.00m, "navy, M"),
            new("7760-3", "Packing cubes", 32.00m, "set of 4")).PaidBy(DemoCustomers.Visa)
            .Shipped("UPS", "1Z84W60E0312290458", today.Ago(days: 29), today.In(-26), deliveredAt: today.Ago(days: 26)),
        Ana("CM-7765", today.Ago(days: 40), new OrderLine("2050-8", "Bluetooth speaker", 64.00m, "sand")).PaidBy(DemoCustomers.Mastercard)
            .CanceledAt(today.Ago(days: 39)),
        Ana("CM-7742", today.Ago(days: 48), new OrderLine("5540-2", "Leather ankle boots", 168.00m, "chestnut, size 8"))
            .PaidBy(DemoCustomers.Visa).Shipped("FedEx", "781902216684", today.Ago(days: 46), today.In(-43), deliveredAt: today.Ago(days: 43))
            .Standing(OrderStatus.ReturnRequested),
        Ana("CM-7730", today.Ago(days: 55), new OrderLine("6418-1", "Desk lamp", 72.50m, "brass")).PaidBy(DemoCustomers.PayPal)
            .Shipped("UPS", "1Z84W60E0309916637", today.Ago(days: 53), today.In(-50), deliveredAt: today.Ago(days: 50))
            .Standing(OrderStatus.ExchangeRequested),
    ];

    private static IEnumerable<Order> Bens(DemoCalendar today) =>
    [
        Ben("CM-7888", today.Ago(hours: 7), new OrderLine("8120-4", "Espresso machine", 329.00m, "stainless steel")).PaidBy(DemoCustomers.BensVisa),
        Ben("CM-7869", today.Ago(days: 2, hours: 5),
            new("8831-1", "Yoga mat", 58.00m, "slate, 5 mm"),
            new("8840-2", "Foam roller", 27.50m, "18 inch")).PaidBy(DemoCustomers.BensPayPal).Standing(OrderStatus.Processed),
        Ben("CM-7858", today.Ago(days: 5), new OrderLine("9014-7", "Action camera", 249.00m, "with spare battery")).PaidBy(DemoCustomers.BensVisa)
            .Shipped("USPS", "9400111206213850226719", today.Ago(days: 3), today.In(1)),
        Ben("CM-7803", today.Ago(days: 21), new OrderLine("9310-5", "Board game: Harbor Lights", 39.95m)).PaidBy(DemoCustomers.BensPayPal)
            .Shipped("UPS", "1Z84W60E0314407725", today.Ago(days: 19), today.In(-16), deliveredAt: today.Ago(days: 16)),
        Ben("CM-7770", today.Ago(days: 37), new OrderLine("2041-3", "Wireless headphones", 89.00m, "black, over-ear")).PaidBy(DemoCustomers.BensVisa)
            .CanceledAt(today.Ago(days: 36)),
    ];

    private static Order Ana(string orderId, DateTimeOffset placedAt, params ImmutableArray<OrderLine> items) =>
        new(orderId, DemoAccounts.Ana.Id, OrderStatus.Pending, placedAt, OfTheCatalogue(items), DemoCustomers.Elm, []);

    private static Order Ben(string orderId, DateTimeOffset placedAt, params ImmutableArray<OrderLine> items) =>
        new(orderId, DemoAccounts.Ben.Id, OrderStatus.Pending, placedAt, OfTheCatalogue(items), DemoCustomers.Lake, []);

    private static ImmutableArray<OrderLine> OfTheCatalogue(ImmutableArray<OrderLine> items) =>
        [.. items.Select(item => item with { ProductId = DemoCatalogue.ProductOf(item.ItemId).ProductId })];
}
