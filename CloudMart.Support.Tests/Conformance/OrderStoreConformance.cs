using System.Collections.Immutable;
using CloudMart.Support.Core.Conversations;
using CloudMart.Support.Core.Customers;
using CloudMart.Support.Core.Orders;
using CloudMart.Support.Tests.Fakes;
using static CloudMart.Support.Tests.Fakes.Entries;

namespace CloudMart.Support.Tests.Conformance;

/// <summary>What every store of orders must do: above all, change an order and record the outcome together, once, or not at all.</summary>
public abstract class OrderStoreConformance(StoreUnderTest store)
{
    private readonly string _conversation = NewConversation();

    private readonly Order _order = SomeOrders.Pending(SomeOrders.NewOrderId());

    private readonly CustomerProfile _customer = SomeCustomers.Ana(SomeCustomers.NewCustomerId());

    private IOrderStore Orders => store.Orders;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_order_is_read_back_as_it_was_put()
    {
        var full = SomeOrders.Cancel(_order).Order!.After with
        {
            Status = OrderStatus.ReturnRequested,
            Shipment = new("UPS", "1Z999AA10123456784", SomeOrders.PlacedAt, new DateOnly(2026, 11, 25), SomeOrders.PlacedAt.AddDays(4)),
            ItemsChanged = true,
            CancelReason = "ordered by mistake",
            Return = new(["8384507844", "8384507844"], new Refund(258.00m, "gift_card_8831", "Gift card ending in 8831")),
            Exchange = new([new("1304426904", "1304426905"), new("8384507844", "8384507845")], -4.05m, "paypal_ana", "PayPal"),
        };
        var bare = _order with { OrderId = SomeOrders.NewOrderId(), Items = [], Payments = [] };
        await Orders.AddMissingAsync([full, bare], Stop);

        Assert.Equivalent(full, await FindAsync(full.OrderId), strict: true);
        Assert.Equivalent(bare, await FindAsync(bare.OrderId), strict: true);
    }

    [Fact]
    public async Task An_order_is_found_by_its_id_exactly_as_given()
    {
        await AddAsync();
        Assert.Null(await Orders.FindAsync(_order.OrderId.ToLowerInvariant(), Stop));
        Assert.Null(await Orders.FindAsync(SomeOrders.NewOrderId(), Stop));
    }

    [Fact]
    public async Task A_commit_changes_the_order_and_records_the_outcome()
    {
        await AddAsync();
        var (change, outcome) = (SomeOrders.Cancel(_order), Outcome(1));
        Assert.Equal(CommitResult.Committed, await Orders.CommitAsync(change, outcome, Stop));
        Assert.Equivalent(change.Order!.After, await FindAsync(_order.OrderId), strict: true);
        Assert.Equal(outcome.Events.Stored(), (await LogAsync()).Stored());
    }

    [Fact]
    public async Task A_taken_number_changes_nothing()
    {
        await AddAsync();
        await store.Log.AppendAsync(Entry(_conversation, 1, Said("wait")), Stop);
        Assert.Equal(CommitResult.ConversationMoved, await Orders.CommitAsync(SomeOrders.Cancel(_order), Outcome(1), Stop));
        Assert.Equivalent(_order, await FindAsync(_order.OrderId), strict: true);
        Assert.IsType<CustomerSaid>(Assert.Single(await LogAsync()).Event);
    }

    [Fact]
    public async Task An_order_changed_since_is_not_changed_again()
    {
        await AddAsync();
        Assert.Equal(CommitResult.Committed, await Orders.CommitAsync(SomeOrders.Cancel(_order), Outcome(1), Stop));
        Assert.Equal(CommitResult.ShopMoved, await Orders.CommitAsync(SomeOrders.Cancel(_order), Outcome(2), Stop));
        Assert.Equal(2, (await FindAsync(_order.OrderId)).Version);
        Assert.Single(await LogAsync());
    }

    [Fact]
    public async Task A_commit_tried_again_after_its_reply_was_lost_stands_once_even_when_the_order_has_moved_on()
    {
        await AddAsync();
        var (change, outcome) = (SomeOrders.Cancel(_order), Outcome(1));
        Assert.Equal(CommitResult.Committed, await Orders.CommitAsync(change, outcome, Stop));
        Assert.Equal(CommitResult.Committed, await Orders.CommitAsync(change, outcome, Stop));

        var canceled = change.Order!.After;
        var next = new ShopChange(new(canceled, canceled with { Version = 3, Status = OrderStatus.Processed }), null);
        Assert.Equal(CommitResult.Committed, await Orders.CommitAsync(next, Outcome(2), Stop));
        Assert.Equal(CommitResult.Committed, await Orders.CommitAsync(change, outcome, Stop));
        Assert.Equal((3, OrderStatus.Processed), ((await FindAsync(_order.OrderId)).Version, (await FindAsync(_order.OrderId)).Status));
        Assert.Equal(2, (await LogAsync()).Count);
    }

    [Fact]
    public async Task A_commit_changes_order_and_customer_together()
    {
        await AddBothAsync();
        var change = Cancel(_order, _customer);
        Assert.Equal(CommitResult.Committed, await Orders.CommitAsync(change, Outcome(1), Stop));
        Assert.Equivalent(change.Order!.After, await FindAsync(_order.OrderId), strict: true);
        Assert.Equivalent(change.Customer!.After, await CustomerAsync(), strict: true);
        Assert.Single(await LogAsync());
    }

    [Fact]
    public async Task A_customer_can_be_changed_alone()
    {
        await AddBothAsync();
        var moved = _customer with { Address = _customer.Address with { Line1 = "871 Lake Shore Avenue" }, Version = 2 };
        Assert.Equal(CommitResult.Committed, await Orders.CommitAsync(new(null, new(_customer, moved)), Outcome(1), Stop));
        Assert.Equivalent(moved, await CustomerAsync(), strict: true);
        Assert.Equivalent(_order, await FindAsync(_order.OrderId), strict: true);
    }

    [Fact]
    public async Task A_customer_changed_since_keeps_the_order_as_it_was()
    {
        await AddBothAsync();
        Assert.Equal(
            CommitResult.Committed, await Orders.CommitAsync(new(null, SomeCustomers.Credited(_customer, 5.00m)), Outcome(1), Stop));
        Assert.Equal(CommitResult.ShopMoved, await Orders.CommitAsync(Cancel(_order, _customer), Outcome(2), Stop));
        Assert.Equivalent(_order, await FindAsync(_order.OrderId), strict: true);
        Assert.Equal((2, 30.00m), await BalanceAsync());
        Assert.Single(await LogAsync());
    }

    [Fact]
    public async Task An_order_changed_since_keeps_the_customer_as_they_were()
    {
        await AddBothAsync();
        await Orders.CommitAsync(SomeOrders.Cancel(_order), Outcome(1), Stop);
        Assert.Equal(CommitResult.ShopMoved, await Orders.CommitAsync(Cancel(_order, _customer), Outcome(2), Stop));
        Assert.Equal((1, 25.00m), await BalanceAsync());
    }

    [Fact]
    public async Task A_customer_whom_the_store_does_not_know_is_not_made_up_by_a_commit()
    {
        await AddAsync();
        Assert.Equal(CommitResult.ShopMoved, await Orders.CommitAsync(Cancel(_order, _customer), Outcome(1), Stop));
        Assert.Null(await store.Customers.FindAsync(_customer.CustomerId, Stop));
    }

    [Fact]
    public async Task A_commit_of_both_tried_again_after_its_reply_was_lost_stands_once_even_when_the_customer_has_moved_on()
    {
        await AddBothAsync();
        var (change, outcome) = (Cancel(_order, _customer), Outcome(1));
        Assert.Equal(CommitResult.Committed, await Orders.CommitAsync(change, outcome, Stop));
        var spent = SomeCustomers.Credited(change.Customer!.After, -8.95m);
        Assert.Equal(CommitResult.Committed, await Orders.CommitAsync(new(null, spent), Outcome(2), Stop));

        Assert.Equal(CommitResult.Committed, await Orders.CommitAsync(change, outcome, Stop));

        Assert.Equal((3, 200.00m), await BalanceAsync());
        Assert.Equal(2, (await LogAsync()).Count);
    }

    [Fact]
    public async Task Sixteen_who_draw_on_one_gift_card_at_once_have_only_what_was_on_it()
    {
        const decimal Price = 5.00m;
        var orders = Enumerable.Range(0, 16).Select(_ => SomeOrders.Pending(SomeOrders.NewOrderId(), _customer.CustomerId)).ToList();
        await Orders.AddMissingAsync(orders, Stop);
        await store.Customers.AddMissingAsync([_customer], Stop);

        var results = await Task.WhenAll(orders.Select(order => Task.Run(() => DrawAsync(order, Price))));

        Assert.Equal(5, results.Count(drawn => drawn)); // 25.00 was on it
        Assert.Equal((6, 0.00m), await BalanceAsync());
        foreach (var (order, drawn) in orders.Zip(results))
        {
            Assert.Equal(drawn ? OrderStatus.Canceled : OrderStatus.Pending, (await FindAsync(order.OrderId)).Status);
        }
    }

    [Fact]
    public async Task Of_sixteen_commits_on_one_order_exactly_one_stands()
    {
        await AddAsync();
        var outcomes = Enumerable.Range(0, 16).Select(_ => Entry(NewConversation(), 1, Said("cancel"))).ToList();

        var results = await Task.WhenAll(outcomes.Select(outcome =>
            Task.Run(() => Orders.CommitAsync(SomeOrders.Cancel(_order, outcome.WriteId), outcome, Stop))));

        Assert.Single(results, CommitResult.Committed);
        Assert.Equal(15, results.Count(result => result == CommitResult.ShopMoved));
        var winner = outcomes[results.IndexOf(CommitResult.Committed)];
        Assert.Equal(winner.WriteId, Assert.Single((await FindAsync(_order.OrderId)).History).Operation);
        foreach (var outcome in outcomes)
        {
            Assert.Equal(outcome == winner, await store.Log.ReadAsync(outcome.ConversationId, 1, Stop) is not null);
        }
    }

    [Fact]
    public async Task Of_commits_and_an_append_at_one_number_exactly_one_stands()
    {
        var orders = Enumerable.Range(0, 6).Select(_ => SomeOrders.Pending(SomeOrders.NewOrderId())).ToList();
        await Orders.AddMissingAsync(orders, Stop);

        var appended = Task.Run(() => store.Log.AppendAsync(Entry(_conversation, 1, Said("wait")), Stop));
        var results = await Task.WhenAll(orders.Select(one => Task.Run(() => Orders.CommitAsync(SomeOrders.Cancel(one), Outcome(1), Stop))));

        Assert.Equal(1, results.Count(result => result == CommitResult.Committed) + (await appended ? 1 : 0));
        Assert.DoesNotContain(CommitResult.ShopMoved, results);
        Assert.Single(await LogAsync());
    }

    [Fact]
    public async Task A_customers_orders_come_newest_first_in_pages()
    {
        var customer = $"customer-{_conversation}";
        var orders = Enumerable.Range(0, 9)
            .Select(n => SomeOrders.Pending($"{SomeOrders.NewOrderId()}-{n}", customer, SomeOrders.PlacedAt.AddHours(n / 2)))
            .ToList(); // two at a time were placed in the same second
        await Orders.AddMissingAsync([.. orders, SomeOrders.Pending(SomeOrders.NewOrderId(), $"other-{_conversation}")], Stop);

        var listed = await Eventually.Async(() => ListAllAsync(customer, 2), all => all.Count == 9);
        Assert.Equal(orders.Select(one => one.OrderId).Order(), listed.Select(one => one.OrderId).Order());
        Assert.Equal(listed.Select(one => one.PlacedAt).OrderDescending(), listed.Select(one => one.PlacedAt));
    }

    [Fact]
    public async Task A_listed_order_is_as_its_last_commit_left_it()
    {
        var mine = SomeOrders.Pending(SomeOrders.NewOrderId(), $"customer-{_conversation}");
        await Orders.AddMissingAsync([mine], Stop);
        await Eventually.Async(() => Orders.ListAsync(mine.CustomerId, 10, null, Stop), page => page.Orders.Count == 1);

        await Orders.CommitAsync(SomeOrders.Cancel(mine), Outcome(1), Stop);

        var page = await Eventually.Async(() => Orders.ListAsync(mine.CustomerId, 10, null, Stop), page => page.Orders.Count == 1);
        Assert.Equal(OrderStatus.Canceled, Assert.Single(page.Orders).Status);
        Assert.Null(page.Next);
    }

    [Fact]
    public async Task Adding_what_is_missing_never_overwrites()
    {
        await AddAsync();
        await Orders.CommitAsync(SomeOrders.Cancel(_order), Outcome(1), Stop);
        var others = Enumerable.Range(0, 8).Select(_ => SomeOrders.Pending(SomeOrders.NewOrderId(), "customer-many")).ToList();

        await Orders.AddMissingAsync([_order, .. others], Stop);

        Assert.Equal(OrderStatus.Canceled, (await FindAsync(_order.OrderId)).Status);
        Assert.NotNull(await Orders.FindAsync(others[^1].OrderId, Stop));
    }

    [Fact]
    public async Task Of_an_orders_history_only_the_newest_is_kept()
    {
        AppliedOperation Operation(int n) => new($"c-1/{n}/0", "cancel_order", "customer-1", SomeOrders.PlacedAt, "Refused");
        await Orders.AddMissingAsync([_order with { History = [.. Enumerable.Range(1, Order.MaxHistory + 5).Select(Operation)] }], Stop);
        Assert.Equal(Enumerable.Range(6, Order.MaxHistory).Select(Operation), (await FindAsync(_order.OrderId)).History);
    }

    private async Task<ImmutableList<Order>> ListAllAsync(string customer, int limit)
    {
        var all = ImmutableList<Order>.Empty;
        for (var (cursor, first) = ((string?)null, true); first || cursor is not null; first = false)
        {
            var page = await Orders.ListAsync(customer, limit, cursor, Stop);
            Assert.InRange(page.Orders.Count, 0, limit);
            all = all.AddRange(page.Orders);
            cursor = page.Next;
        }

        return all;
    }

    /// <summary>Decides again, as every caller does, until the change stands or the card is empty.</summary>
    private async Task<bool> DrawAsync(Order order, decimal price)
    {
        var outcome = Entry(NewConversation(), 1, Said("pay"));
        while (await store.Customers.FindAsync(_customer.CustomerId, Stop) is { } customer
            && customer.Find(SomeCustomers.GiftCard)!.Balance >= price)
        {
            var change = new ShopChange(SomeOrders.Cancel(order).Order, SomeCustomers.Credited(customer, -price));
            if (await Orders.CommitAsync(change, outcome, Stop) == CommitResult.Committed)
            {
                return true;
            }
        }

        return false;
    }

    private static ShopChange Cancel(Order order, CustomerProfile customer) =>
        new(SomeOrders.Cancel(order).Order, SomeCustomers.Credited(customer, order.Total));

    private async Task AddBothAsync()
    {
        await AddAsync();
        await store.Customers.AddMissingAsync([_customer], Stop);
    }

    private async Task<CustomerProfile> CustomerAsync() => (await store.Customers.FindAsync(_customer.CustomerId, Stop))!;

    private async Task<(long Version, decimal? Balance)> BalanceAsync()
    {
        var customer = await CustomerAsync();
        return (customer.Version, customer.Find(SomeCustomers.GiftCard)!.Balance);
    }

    private Task AddAsync() => Orders.AddMissingAsync([_order], Stop);

    private async Task<Order> FindAsync(string orderId) => (await Orders.FindAsync(orderId, Stop))!;

    private Task<IReadOnlyList<RecordedEvent>> LogAsync() => store.Log.ReadAfterAsync(_conversation, 0, 100, Stop);

    private LogEntry Outcome(long number) => Entry(_conversation, number, new ToolAnswered("r-1", 1, 0, "{}", Changed: true));
}
