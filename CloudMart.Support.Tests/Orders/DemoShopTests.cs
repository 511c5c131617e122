using CloudMart.Support.Core.Customers;
using CloudMart.Support.Core.Orders;
using CloudMart.Support.Core.Products;
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

    [Fact]
    public void Every_line_of_an_order_is_a_variant_of_the_catalogue_as_it_is_there() => Assert.All(
        Demo.Concat(DemoOrders.Extra(1, CornerShop.Noon)).SelectMany(order => order.Items),
        line =>
        {
            var product = DemoCatalogue.All.Single(product => product.ProductId == line.ProductId);
            var variant = product.Find(line.ItemId)!;
            Assert.Equal((line.Name, line.Price, line.Options, true), (product.Name, variant.Price, variant.InWords, variant.IsAvailable));
        });

    [Fact]
    public void Most_products_come_in_variants_that_differ_and_some_of_them_cannot_be_had()
    {
        Assert.All(DemoCatalogue.All, product => Assert.Distinct(product.Variants.Select(variant => variant.InWords)));
        Assert.Distinct(DemoCatalogue.All.SelectMany(product => product.Variants).Select(variant => variant.ItemId));
        Assert.True(DemoCatalogue.All.Count(product => product.Variants.Length is >= 3 and <= 5) > 15);
        Assert.InRange(DemoCatalogue.All.SelectMany(product => product.Variants).Count(variant => !variant.IsAvailable), 5, 20);
    }

    [Fact]
    public async Task Ana_and_Ben_own_every_method_that_their_orders_were_paid_with()
    {
        var store = new InMemoryOrderStore();
        await Seed(store, extraOrders: 0);

        Assert.All(Demo, order => Assert.All(order.Payments, payment => Assert.Equal(
            payment.Method, DemoCustomers.All.Single(customer => customer.CustomerId == order.CustomerId).Find(payment.MethodId)?.Name)));
        Assert.Equal(25.00m, (await ((ICustomerStore)store).FindAsync("customer-1", Token))!.Find("gift_card_8831")!.Balance);
    }

    [Fact]
    public async Task Seeding_again_keeps_what_is_left_on_a_gift_card()
    {
        var store = new InMemoryOrderStore();
        await store.AddMissingAsync([SomeCustomers.Ana(balance: 3.05m)], Token);

        await Seed(store, extraOrders: 0);

        Assert.Equal(3.05m, (await ((ICustomerStore)store).FindAsync("customer-1", Token))!.Find("gift_card_8831")!.Balance);
    }

    private static Task Seed(InMemoryOrderStore store, int extraOrders) => new DemoShop(
        store, store, store, Options.Create(new DemoOptions { ExtraOrders = extraOrders }), new FakeTimeProvider(CornerShop.Noon)).SeedAsync(Token);
}
