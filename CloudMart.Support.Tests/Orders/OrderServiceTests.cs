using CloudMart.Support.Core.Conversations;
using CloudMart.Support.Core.Orders;
using CloudMart.Support.Tests.Fakes;

namespace CloudMart.Support.Tests.Orders;

public sealed class OrderServiceTests
{
    private readonly InMemoryOrderStore _store = new(CornerShop.Order());
    private readonly OrderService _service;

    public OrderServiceTests() => _service = new OrderService(_store, _store, _store);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_customer_finds_their_order_however_they_write_it() =>
        Assert.Equal("CM-7890", (await _service.GetOrderAsync(CornerShop.Ana, "#cm7890", Token))?.OrderId);

    [Fact]
    public async Task A_strangers_order_is_not_found_by_the_same_single_read_as_a_missing_one()
    {
        var strangers = await _service.CancelOrderAsync(CornerShop.Ben, "CM-7890", null, CornerShop.Stamp, Token);
        var missing = await _service.CancelOrderAsync(CornerShop.Ben, "CM-1", null, CornerShop.Stamp, Token);

        Assert.Equal(missing, strangers);
        Assert.IsType<OrderNotFound>(strangers.Outcome);
        Assert.Equal(["CM-7890", "CM-1"], _store.Reads);
    }

    [Fact]
    public async Task Canceling_decides_and_leaves_the_writing_to_the_caller()
    {
        var (outcome, change) = await _service.CancelOrderAsync(CornerShop.Ana, "CM-7890", null, CornerShop.Stamp, Token);

        Assert.IsType<OrderCanceled>(outcome);
        Assert.Equal(OrderStatus.Pending, _store["CM-7890"].Status);

        await _store.CommitAsync(change!, new LogEntry("conversation-1", "w1", []), Token);
        Assert.Equal(OrderStatus.Canceled, _store["CM-7890"].Status);
        Assert.Equal(CornerShop.Noon, _store["CM-7890"].History[0].At);
    }

    [Fact]
    public async Task A_filtered_list_goes_on_until_it_has_enough()
    {
        var orders = Enumerable.Range(0, 40).Select(i =>
            CornerShop.Order($"CM-{i}", i % 8 == 7 ? OrderStatus.Shipped : OrderStatus.Pending) with { PlacedAt = CornerShop.Noon.AddHours(-i) });
        var store = new InMemoryOrderStore(orders);
        var service = new OrderService(store, store, store);

        var page = await service.ListOrdersAsync(CornerShop.Ana, OrderStatus.Shipped, 3, null, Token);

        Assert.Equal(["CM-7", "CM-15", "CM-23"], page.Orders.Select(order => order.OrderId));
        Assert.Equal("24", page.Next);
        Assert.Empty((await service.ListOrdersAsync(CornerShop.Ben, null, 3, null, Token)).Orders);
    }

    [Fact]
    public async Task A_filter_that_matches_nothing_stops_and_says_where()
    {
        var orders = Enumerable.Range(0, 40).Select(i => CornerShop.Order($"CM-{i}"));
        var store = new InMemoryOrderStore(orders);
        var service = new OrderService(store, store, store);

        var page = await service.ListOrdersAsync(CornerShop.Ana, OrderStatus.Shipped, 3, null, Token);

        Assert.Empty(page.Orders);
        Assert.Equal("30", page.Next);
    }
}
