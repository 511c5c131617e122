using System.Globalization;
using CloudMart.Support.Core.Customers;
using CloudMart.Support.Core.Orders;

namespace CloudMart.Support.Tests.Kills.Turns;

/// <summary>The shop's customers, more with every server: each has pending orders, and every order is for one turn.</summary>
internal sealed class Shoppers(ShopRecords records, Random random)
{
    private const int OrdersOfOne = 6;

    private static readonly PostalAddress Home = new("12 Elm Street", "", "Portland", "OR", "97205", "USA");
    private static readonly PaymentMethod Visa = new("credit_card_4242", PaymentMethodKind.Card, "Visa ending in 4242");
    private static readonly OrderLine Notebook = new("1002-1", "Notebook, dotted", 14.50m, "A5");
    private static readonly DateTimeOffset PlacedAt = new(2026, 11, 20, 9, 30, 0, TimeSpan.Zero);

    private readonly List<string> _customers = [];
    private readonly List<Order> _orders = [];
    private int _ordersPlaced;

    /// <returns>The id of one more, who has placed some orders.</returns>
    public async Task<string> WelcomeAsync(CancellationToken cancellationToken)
    {
        var id = string.Create(CultureInfo.InvariantCulture, $"shopper-{_customers.Count + 1}");
        await records.Customers.AddMissingAsync([new(id, "Shay", "Parker", $"{id}@example.com", Home, [Visa])], cancellationToken);
        await OrderMoreAsync(id, cancellationToken);
        _customers.Add(id);
        return id;
    }

    public async Task OrderMoreAsync(string customer, CancellationToken cancellationToken)
    {
        var orders = Enumerable.Range(0, OrdersOfOne).Select(_ => Place(customer)).ToList();
        await records.Orders.AddMissingAsync(orders, cancellationToken);
        _orders.AddRange(orders);
    }

    /// <summary>Some messages of some of them, each the first of a conversation of its own; a change at every order, and nothing twice.</summary>
    public IReadOnlyList<CustomersTurn> Wish() =>
    [
        CustomersTurn.Question(_customers[random.Next(_customers.Count)], NextMessage(), Leaves()),
        CustomersTurn.Cancellation(TakeOrder(), Leaves()),
        CustomersTurn.Cancellation(TakeOrder(), Leaves()),
        CustomersTurn.Move(TakeOrder(), Leaves()),
    ];

    /// <summary>One that nothing was wished for yet.</summary>
    public Order TakeOrder()
    {
        var order = _orders[random.Next(_orders.Count)];
        _orders.Remove(order);
        return order;
    }

    private Order Place(string customer) => new(
        string.Create(CultureInfo.InvariantCulture, $"CM-{600_000 + _ordersPlaced++}"),
        customer,
        OrderStatus.Pending,
        PlacedAt,
        [Notebook],
        Home,
        [new(PaymentKind.Payment, Notebook.Price, Visa.Id, Visa.Name, PlacedAt)]);

    private string NextMessage() => $"question-{random.NextInt64():x}";

    private bool Leaves() => random.Next(2) == 0;
}
