using CloudMart.Support.Core.Conversations;
using CloudMart.Support.Core.Customers;
using CloudMart.Support.Core.Orders;
using CloudMart.Support.Tests.Fakes;
using Microsoft.Extensions.Options;

namespace CloudMart.Support.Tests.Orders;

public sealed class SqliteDemoShopTests : IAsyncLifetime
{
    private readonly SqliteStore _store = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => _store.InitializeAsync();

    public ValueTask DisposeAsync() => _store.DisposeAsync();

    [Fact]
    public async Task The_embedded_store_gives_the_demo_back_as_it_was_told_and_a_restart_keeps_a_cancellation()
    {
        var shop = new DemoShop(_store.Orders, _store.Customers, _store.Products, Options.Create(new DemoOptions { ExtraOrders = 3 }), _store.Clock);
        var service = new OrderService(_store.Orders, _store.Customers, _store.Products);

        await shop.SeedAsync(Token);
        var listed = await service.ListOrdersAsync(CornerShop.Ana, null, 50, null, Token);
        var (outcome, change) = await service.CancelOrderAsync(CornerShop.Ana, "7890", null, CornerShop.Stamp, Token);
        var said = new RecordedEvent(1, _store.Clock.GetUtcNow(), new CustomerSaid("customer-1", "m1", "Cancel order CM-7890"));
        await _store.Orders.CommitAsync(change!, new LogEntry("conversation-1", "w1", [said]), Token);
        await shop.SeedAsync(Token);

        Assert.Equal(
            DemoOrders.PlacedBefore(_store.Clock.GetUtcNow()).Where(order => order.CustomerId == "customer-1").Select(order => order.OrderId),
            listed.Orders.Take(listed.Orders.Count - 3).Select(order => order.OrderId));
        Assert.Equal([new Refund(129.00m, "credit_card_4242", "Visa ending in 4242")], Assert.IsType<OrderCanceled>(outcome).Refunds);
        Assert.Equal(OrderStatus.Canceled, (await service.GetOrderAsync(CornerShop.Ana, "CM-7890", Token))!.Status);
    }
}
