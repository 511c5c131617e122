using CloudMart.Support.Core.Conversations;
using CloudMart.Support.Core.Orders;

namespace CloudMart.Support.Tests.Fakes;

/// <summary>The shop's records, for tests of what is decided about them: there is no log, so every number is free.</summary>
internal sealed class InMemoryOrderStore : InMemoryShop
{
    private readonly HashSet<string> _committed = [];

    public InMemoryOrderStore(params IEnumerable<Order> orders) => AddMissingAsync([.. orders], CancellationToken.None);

    /// <summary>Every id of an order that was read, in order.</summary>
    public List<string> Reads { get; } = [];

    public override Task<Order?> FindAsync(string orderId, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        Reads.Add(orderId);
        return base.FindAsync(orderId, cancellationToken);
    }

    public override Task<CommitResult> CommitAsync(ShopChange change, LogEntry outcome, CancellationToken cancellationToken)
    {
        lock (Gate)
        {
            if (_committed.Contains(outcome.WriteId))
            {
                return Task.FromResult(CommitResult.Committed);
            }

            if (!Stands(change))
            {
                return Task.FromResult(CommitResult.ShopMoved);
            }

            _committed.Add(outcome.WriteId);
            Apply(change);
            return Task.FromResult(CommitResult.Committed);
        }
    }
}
