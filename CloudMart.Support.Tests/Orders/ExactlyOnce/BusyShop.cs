using System.Collections.Concurrent;
using System.Collections.Immutable;
using CloudMart.Support.Core.Conversations;
using CloudMart.Support.Core.Customers;
using CloudMart.Support.Core.Orders;
using CloudMart.Support.Tests.Fakes;

namespace CloudMart.Support.Tests.Orders.ExactlyOnce;

/// <summary>
/// A shop of its own in a store, and the people who carry operations out in it, as the run loop does: look whether it is done, decide, commit
/// together with the outcome, and decide again when something has moved.
/// </summary>
internal sealed class BusyShop(ShopPorts store, string name)
{
    public const string Card = ReturningShop.Card;
    public const string GiftCard = ReturningShop.GiftCard;
    public const string SmallGiftCard = "gift_card_0002";

    /// <summary>How many orders there are; the last two are a stranger's, and one that does not exist.</summary>
    public const int Orders = 7;

    private static int _last = Environment.ProcessId % 1000 * 1_000_000;

    private readonly OrderService _rules = new(store.Orders, store.Customers, store.Products);
    private readonly ConcurrentQueue<(ShopChange Change, LogEntry Outcome)> _committed = new();
    private readonly List<(ShopChange Change, LogEntry Outcome)> _paused = [];

    /// <summary>What was committed, by operation.</summary>
    public ConcurrentDictionary<string, Commit> Commits { get; } = new();

    public ImmutableArray<Order> OrdersAtFirst { get; private set; }

    public CustomerProfile CustomerAtFirst { get; private set; } = null!;

    private SignedInCustomer Ana => new($"customer-{name}", "Ana");

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static async Task<BusyShop> OpenAsync(ShopPorts store, Func<Order, Order>? first = null)
    {
        var shop = new BusyShop(store, $"{Interlocked.Increment(ref _last)}");
        shop.CustomerAtFirst = ReturningShop.Ana with
        {
            CustomerId = shop.Ana.CustomerId,
            PaymentMethods = ReturningShop.Ana.PaymentMethods.Add(new(SmallGiftCard, PaymentMethodKind.GiftCard, "Gift card ending in 0002", 3.50m)),
        };
        shop.OrdersAtFirst =
        [
            (first ?? (order => order))(shop.Order(0, OrderStatus.Pending)),
            shop.Order(1, OrderStatus.Delivered),
            shop.Order(2, OrderStatus.Pending) with { Payments = [CornerShop.Paid(64.00m, GiftCard)] },
            shop.Order(3, OrderStatus.Pending) with { Payments = [CornerShop.Paid(14.00m, GiftCard), CornerShop.Paid(50.00m, Card)] },
            shop.Order(4, OrderStatus.Processed),
            shop.Order(5, OrderStatus.Pending) with { CustomerId = $"stranger-of-{shop.Ana.CustomerId}" },
        ];
        await store.Orders.AddMissingAsync([.. shop.OrdersAtFirst], Stop);
        await store.Customers.AddMissingAsync([shop.CustomerAtFirst], Stop);
        await store.Products.AddMissingAsync([ReturningShop.Mug], Stop);
        return shop;
    }

    public string OrderId(int order) => $"CM-{name}{order}";

    public async Task<ImmutableArray<Order>> OrdersNowAsync() =>
        [.. await Task.WhenAll(OrdersAtFirst.Select(async order => (await store.Orders.FindAsync(order.OrderId, Stop))!))];

    public async Task<CustomerProfile> CustomerNowAsync() => (await store.Customers.FindAsync(Ana.CustomerId, Stop))!;

    /// <summary>Tries the operation until it has its outcome, which is the first one that it ever got.</summary>
    public async Task<string> DoAsync(int operation, Wish wish, Mishap mishap = Mishap.None, Func<Task>? overtake = null)
    {
        while (true)
        {
            if (mishap != Mishap.DecidedBlindly && await OutcomeAsync(operation) is { } first)
            {
                return first;
            }

            var (outcome, change) = await DecideAsync(operation, wish);
            var entry = Entries.Entry(Conversation(operation), 1, new ToolAnswered("run", 0, 0, InWords(outcome, change), change is not null));
            if (mishap == Mishap.Paused && change is not null)
            {
                _paused.Add((change, entry));
                return "";
            }

            if (change is null)
            {
                await store.Log.AppendAsync(entry, Stop);
            }
            else
            {
                await (mishap == Mishap.Overtaken ? (overtake?.Invoke() ?? Task.CompletedTask) : Task.CompletedTask);
                await CommitAsync(operation, wish, change, entry, mishap);
            }

            (mishap, overtake) = (Mishap.None, null);
        }
    }

    /// <summary>Those who were paused go on, knowing nothing of what has happened; every commit that ever stood is made once more.</summary>
    public async Task CloseAsync(IReadOnlyList<Wish> wishes)
    {
        foreach (var (change, entry) in _paused)
        {
            var operation = int.Parse(entry.ConversationId.Split('-')[^1], null);
            await CommitAsync(operation, wishes[operation], change, entry, Mishap.None);
        }

        foreach (var (change, outcome) in _committed)
        {
            Assert.Equal(CommitResult.Committed, await store.Orders.CommitAsync(change, outcome, Stop));
        }
    }

    public async Task<string?> OutcomeAsync(int operation) =>
        await store.Log.ReadAfterAsync(Conversation(operation), 0, 1, Stop) is [{ Event: ToolAnswered first }] ? first.Output : null;

    public Task<OrderDecision> DecideAsync(int operation, Wish wish) => wish.Of is null
        ? _rules.ChangeDefaultAddressAsync(Ana, wish.Home!, Stop)
        : _rules.DecideAsync(Ana, OrderId(wish.Order), wish.Of(StampOf(operation)), Stop);

    public Commit? CommitOf(int operation) => Commits.GetValueOrDefault(StampOf(operation).Operation.ToString());

    private Order Order(int order, OrderStatus status) => ReturningShop.Order(OrderId(order), status) with { CustomerId = Ana.CustomerId };

    private OperationStamp StampOf(int operation) =>
        new(new(Conversation(operation), 1, 0), Ana.CustomerId, CornerShop.Noon.AddSeconds(operation));

    private string Conversation(int operation) => $"c-{name}-{operation}";

    private async Task CommitAsync(int operation, Wish wish, ShopChange change, LogEntry entry, Mishap mishap)
    {
        if (await store.Orders.CommitAsync(change, entry, Stop) != CommitResult.Committed)
        {
            return;
        }

        Assert.True(Commits.TryAdd(StampOf(operation).Operation.ToString(), new(wish, StampOf(operation), change)), "It was carried out twice.");
        _committed.Enqueue((change, entry));
        if (mishap == Mishap.ReplyLost)
        {
            Assert.Equal(CommitResult.Committed, await store.Orders.CommitAsync(change, entry, Stop));
        }
    }

    private static string InWords(OrderOutcome outcome, ShopChange? change) => $"{outcome.GetType().Name} {change?.Order?.After.Version}";
}

/// <summary>An operation that was carried out.</summary>
internal sealed record Commit(Wish Wish, OperationStamp Stamp, ShopChange Change);
