using System.Globalization;
using CloudMart.Support.Core.Conversations;
using CloudMart.Support.Core.Orders;

namespace CloudMart.Support.Tests.Fakes;

/// <summary>Orders in a dictionary, for tests of what is decided about them: there is no log, so every number is free.</summary>
internal sealed class InMemoryOrderStore(params IEnumerable<Order> orders) : IOrderStore
{
    private readonly Dictionary<string, Order> _orders = orders.ToDictionary(order => order.OrderId);
    private readonly HashSet<string> _committed = [];

    /// <summary>Every id that was read, in order.</summary>
    public List<string> Reads { get; } = [];

    public Order this[string orderId] => _orders[orderId];

    public Task<Order?> FindAsync(string orderId, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        Reads.Add(orderId);
        return Task.FromResult(_orders.GetValueOrDefault(orderId));
    }

    public Task<OrderPage> ListAsync(string customerId, int limit, string? cursor, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var skipped = cursor is null ? 0 : int.Parse(cursor, CultureInfo.InvariantCulture);
        var rest = _orders.Values
            .Where(order => order.CustomerId == customerId)
            .OrderByDescending(order => order.PlacedAt)
            .Skip(skipped)
            .ToList();
        return Task.FromResult(new OrderPage([.. rest.Take(limit)], rest.Count > limit ? $"{skipped + limit}" : null));
    }

    public Task<CommitResult> CommitAsync(ShopChange change, LogEntry outcome, CancellationToken cancellationToken)
    {
        if (_committed.Contains(outcome.WriteId))
        {
            return Task.FromResult(CommitResult.Committed);
        }

        if (change.Order is { Before: var before } && _orders[before.OrderId].Version != before.Version)
        {
            return Task.FromResult(CommitResult.ShopMoved);
        }

        _committed.Add(outcome.WriteId);
        if (change.Order is { After: var after })
        {
            _orders[after.OrderId] = after;
        }

        return Task.FromResult(CommitResult.Committed);
    }

    public Task AddMissingAsync(IReadOnlyCollection<Order> orders, CancellationToken cancellationToken)
    {
        foreach (var order in orders)
        {
            _orders.TryAdd(order.OrderId, order);
        }

        return Task.CompletedTask;
    }
}
