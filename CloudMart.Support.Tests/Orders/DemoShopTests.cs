using CloudMart.Support.Core.Customers;
using CloudMart.Support.Core.Orders;
using CloudMart.Support.Tests.Fakes;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;

namespace CloudMart.Support.Tests.Orders;

public sealed class DemoShopTests
{
    private static readonly IReadOnlyList<Order> Demo = DemoOrders.PlacedBefore(CornerShop.Noon);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public void Anas_newest_order_is_the_one_that_everybody_cancels()
    {
        var newest = Demo.Where(order => order.CustomerId == "customer-1").MaxBy(order => order.PlacedAt)!;

        Assert.Equal(("CM-7890", OrderStatus.Pending, 129.00m), (newest.OrderId, newest.Status, newest.Total));
        Assert.Equal(2, newest.Items.Length);
    }

    [Fact]
    public void Ana_has_an_order_of_every_status_and_Ben_has_his_own()
    {
        Assert.Equal(
            Enum.GetValues<OrderStatus>(),
            Demo.Where(order => order.CustomerId == "customer-1").Select(order => order.Status).Distinct().Order());
        Assert.Equal(5, Demo.Count(order => order.CustomerId == "customer-2"));
        Assert.Equal(Demo.Count, Demo.DistinctBy(order => order.OrderId).Count());
    }

    [Fact]
    public void Every_order_is_plausible() => Assert.All(Demo, order =>
    {
        var sent = order.Status is not (OrderStatus.Pending or OrderStatus.Processed or OrderStatus.Canceled);
        Assert.Equal(order.OrderId, OrderNumber.Normalize(order.OrderId));
        Assert.Equal(order.Total, order.Payments.Where(payment => payment.Kind == PaymentKind.Payment).Sum(payment => payment.Amount));
        Assert.Equal(order.Status == OrderStatus.Canceled ? 0m : order.Total, Refund.OfAllStillHeld(order.Payments).Sum(refund => refund.Amount));
        Assert.Equal(sent, order.Shipment is not null);
        Assert.True(order.PlacedAt < CornerShop.Noon);
        Assert.True(order.Shipment is null || order.Shipment.ShippedAt > order.PlacedAt);
        Assert.True(order.Status != OrderStatus.Shipped || order.Shipment!.ExpectedOn > DateOnly.FromDateTime(CornerShop.Noon.UtcDateTime));
        Assert.Equal(order.Status == OrderStatus.Shipped, order.Shipment is { DeliveredAt: null });
    });

    [Fact]
    public async Task Seeding_again_keeps_what_happened_and_adds_what_is_missing()
    {
        var canceled = CornerShop.Order(status: OrderStatus.Canceled);
        var store = new InMemoryOrderStore(canceled);

        await Seed(store, extraOrders: 0);
        await Seed(store, extraOrders: 0);

        Assert.Same(canceled, store["CM-7890"]);
        Assert.Equal(OrderStatus.Processed, store["CM-7871"].Status);
    }

    [Fact]
    public async Task Extra_orders_are_Anas_pending_and_older_than_the_named_ones()
    {
        var store = new InMemoryOrderStore();

        await Seed(store, extraOrders: 1200);

        var all = (await store.ListAsync("customer-1", 2000, null, Token)).Orders;
        var extra = all.Skip(all.Count - 1200).ToList();
        Assert.Equal(Enumerable.Range(100_000, 1200).Select(i => $"CM-{i}"), extra.Select(order => order.OrderId));
        Assert.All(extra, order => Assert.Equal(OrderStatus.Pending, order.Status));
        Assert.Equal("CM-7890", all[0].OrderId);
    }

    private static Task Seed(InMemoryOrderStore store, int extraOrders) => new DemoShop(
        store, Options.Create(new DemoOptions { ExtraOrders = extraOrders }), new FakeTimeProvider(CornerShop.Noon)).SeedAsync(Token);
}
