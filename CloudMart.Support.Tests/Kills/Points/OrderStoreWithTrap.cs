using CloudMart.Support.Core.Conversations;
using CloudMart.Support.Core.Orders;

namespace CloudMart.Support.Tests.Kills.Points;

/// <summary>A store of orders around whose transactions a server can die.</summary>
internal sealed class OrderStoreWithTrap(IOrderStore orders, Trap trap) : IOrderStore
{
    public async Task<CommitResult> CommitAsync(ShopChange change, LogEntry outcome, CancellationToken cancellationToken)
    {
        trap.Pass(KillPoint.BeforeTransaction);
        var result = await orders.CommitAsync(change, outcome, cancellationToken);
        if (result == CommitResult.Committed)
        {
            trap.Pass(KillPoint.AfterTransaction);
        }

        return result;
    }

    public Task<Order?> FindAsync(string orderId, CancellationToken cancellationToken) => orders.FindAsync(orderId, cancellationToken);

    public Task<OrderPage> ListAsync(string customerId, int limit, string? cursor, CancellationToken cancellationToken) =>
        orders.ListAsync(customerId, limit, cursor, cancellationToken);

    public Task AddMissingAsync(IReadOnlyCollection<Order> missing, CancellationToken cancellationToken) =>
        orders.AddMissingAsync(missing, cancellationToken);
}
