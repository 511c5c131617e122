using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using CloudMart.Support.Core.Customers;
using CloudMart.Support.Core.Orders;
using CloudMart.Support.Tests.Fakes;

namespace CloudMart.Support.Tests.Orders.ExactlyOnce;

/// <summary>What has to be true of a shop at any time, whatever was asked of it.</summary>
internal static class Books
{
    private static readonly HashSet<(OrderStatus, OrderStatus)> Moves =
    [
        (OrderStatus.Pending, OrderStatus.Canceled),
        (OrderStatus.Pending, OrderStatus.Pending), // another address, payment or variant
        (OrderStatus.Delivered, OrderStatus.ReturnRequested),
        (OrderStatus.Delivered, OrderStatus.ExchangeRequested),
        (OrderStatus.Pending, OrderStatus.Processed), // these are the warehouse's
        (OrderStatus.Processed, OrderStatus.Shipped),
        (OrderStatus.Shipped, OrderStatus.Delivered),
    ];

    private static readonly JsonSerializerOptions Plain = new() { Converters = { new AnyScale() } };

    public static async Task BalanceAsync(BusyShop shop)
    {
        var (orders, customer) = (await shop.OrdersNowAsync(), await shop.CustomerNowAsync());
        EveryOrderHoldsWhatItsLinesCost(orders);
        GiftCardsAndWhatOrdersHoldOnThemAreConstant(shop, orders, customer);
        NoGiftCardWasEverBelowZero(shop, customer);
        EveryStatusMoveIsOfTheTable(shop);
        NothingIsSentBackTwice(orders);
        EveryOperationStandsOnceInHistory(shop, orders);
        HistoryReplaysToThis(shop, orders, customer);
    }

    private static void EveryOrderHoldsWhatItsLinesCost(ImmutableArray<Order> orders) => Assert.All(orders, order =>
        Assert.Equal(order.Status == OrderStatus.Canceled ? 0 : order.Items.Sum(line => Money.ToCents(line.Price)), order.Payments.Sum(Signed)));

    private static void GiftCardsAndWhatOrdersHoldOnThemAreConstant(BusyShop shop, ImmutableArray<Order> orders, CustomerProfile customer) =>
        Assert.Equal(OnGiftCards(shop.OrdersAtFirst, shop.CustomerAtFirst), OnGiftCards(orders, customer));

    private static void NoGiftCardWasEverBelowZero(BusyShop shop, CustomerProfile customer) => Assert.All(
        shop.Commits.Values.Select(commit => commit.Change.Customer?.After ?? customer).Append(customer).SelectMany(profile => profile.PaymentMethods),
        method => Assert.True(method.Balance is not < 0, $"{method.Name} is at {method.Balance}."));

    private static void EveryStatusMoveIsOfTheTable(BusyShop shop) => Assert.All(
        shop.Commits.Values.Select(commit => commit.Change.Order).OfType<OrderChange>(),
        change => Assert.Contains((change.Before.Status, change.After.Status), Moves));

    private static void NothingIsSentBackTwice(ImmutableArray<Order> orders) => Assert.All(orders, order =>
    {
        Assert.True(order.History.Count(applied => applied.Act is ItemsReturn.Name or ItemsExchange.Name) <= 1);
        Assert.True(order.Return is null || order.Exchange is null);
        var left = order.Items.Select(line => line.ItemId).ToList();
        Assert.All(order.Return?.ItemIds ?? [], item => Assert.True(left.Remove(item), $"{item} goes back more often than it was bought."));
        Assert.All(order.Exchange?.Changes ?? [], change => Assert.True(left.Remove(change.ItemId), $"{change.ItemId} is exchanged twice."));
    });

    private static void EveryOperationStandsOnceInHistory(BusyShop shop, ImmutableArray<Order> orders) => Assert.Equal(
        shop.Commits.Where(commit => commit.Value.Change.Order is not null).Select(commit => commit.Key).Order(StringComparer.Ordinal),
        orders.SelectMany(order => order.History).Select(applied => applied.Operation).Order(StringComparer.Ordinal));

    /// <summary>
    /// The operations that the histories name, put to the rules again from the beginning, give the same orders and the same balances. Between
    /// orders only the versions of the customer say what came first.
    /// </summary>
    private static void HistoryReplaysToThis(BusyShop shop, ImmutableArray<Order> orders, CustomerProfile customer)
    {
        var (again, profile) = (shop.OrdersAtFirst.ToDictionary(order => order.OrderId), shop.CustomerAtFirst);
        var left = orders.SelectMany(order => order.History).Select(applied => shop.Commits[applied.Operation])
            .Concat(shop.Commits.Values.Where(commit => commit.Change.Order is null)).ToList();
        while (left.Count > 0)
        {
            var next = left.Find(commit => IsNext(commit.Change, again, profile));
            Assert.True(next is not null, "The histories contradict each other.");
            left.Remove(next);
            var replayed = Replay(next, again, profile);
            Assert.True(replayed is not null, $"'{next.Wish.What}' would not be allowed again.");
            again = replayed.Order is { After: var order } ? new(again) { [order.OrderId] = order } : again;
            profile = replayed.Customer?.After ?? profile;
        }

        Assert.Equal(orders.Select(InWords), orders.Select(order => InWords(again[order.OrderId])));
        Assert.Equal(InWords(customer), InWords(profile));
    }

    private static bool IsNext(ShopChange change, Dictionary<string, Order> orders, CustomerProfile customer) =>
        (change.Order is not { Before: var order } || orders[order.OrderId].Version == order.Version)
        && (change.Customer is not { Before: var profile } || customer.Version == profile.Version);

    private static ShopChange? Replay(Commit commit, Dictionary<string, Order> orders, CustomerProfile customer) => commit.Wish.Of is null
        ? new DefaultAddressChange(commit.Wish.Home!).Decide(customer).Change
        : commit.Wish.Of(commit.Stamp).Decide(ReturningShop.InShop(
            orders[commit.Change.Order!.Before.OrderId], commit.Change.Customer is null ? Rich(customer) : customer)).Change is { } change
            ? change with { Customer = commit.Change.Customer is null ? null : change.Customer }
            : null;

    /// <summary>Who only looked at a gift card may have seen another balance: an exchange is paid later.</summary>
    private static CustomerProfile Rich(CustomerProfile customer) => customer with
    {
        PaymentMethods = [.. customer.PaymentMethods.Select(method => method.Balance is null ? method : method with { Balance = 1_000_000m })],
    };

    private static decimal OnGiftCards(IEnumerable<Order> orders, CustomerProfile customer) =>
        customer.PaymentMethods.Sum(method => method.Balance ?? 0)
        + orders.Where(order => order.CustomerId == customer.CustomerId).SelectMany(order => order.Payments)
            .Where(payment => customer.Find(payment.MethodId)?.Balance is not null).Sum(Signed);

    private static decimal Signed(OrderPayment payment) => payment.Kind == PaymentKind.Payment ? payment.Amount : -payment.Amount;

    private static string InWords<T>(T record) => JsonSerializer.Serialize(record, Plain);

    /// <summary>12.00 is 12: not every store keeps the zeros.</summary>
    private sealed class AnyScale : JsonConverter<decimal>
    {
        public override decimal Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.GetDecimal();

        public override void Write(Utf8JsonWriter writer, decimal value, JsonSerializerOptions options) =>
            writer.WriteNumberValue(value / 1.0000000000000000000000000000m);
    }
}
