using CloudMart.Support.Core.Conversations;
using CloudMart.Support.Core.Customers;

namespace CloudMart.Support.Core.Orders;

/// <summary>
/// What a customer may see and do with orders. It reads and decides; a change is true only once the caller has committed it,
/// together with the event that records its outcome, by <see cref="IOrderStore.CommitAsync"/>.
/// </summary>
public sealed class OrderService(IOrderStore store, TimeProvider clock)
{
    /// <summary>A filter over a long list stops here and leaves the rest to the next page.</summary>
    private const int MaxReads = 10;

    /// <summary>The customer's order, however its id is written; null where there is none, or where it is a stranger's.</summary>
    public async Task<Order?> GetOrderAsync(SignedInCustomer customer, string orderId, CancellationToken cancellationToken)
    {
        if (OrderNumber.Normalize(orderId) is not { } number)
        {
            return null;
        }

        // One read whoever's it is, so that neither words nor time tell a stranger that the order exists.
        var order = await store.FindAsync(number, cancellationToken);
        return order?.CustomerId == customer.CustomerId ? order : null;
    }

    /// <summary>The customer's orders, newest first.</summary>
    /// <param name="customer">Whose.</param>
    /// <param name="status">Only those that stand so; null for all.</param>
    /// <param name="limit">About how many: a filtered page may hold up to twice as many, or fewer where matches are rare.</param>
    /// <param name="cursor">Where the page before ended; null for the first.</param>
    /// <param name="cancellationToken">Cancels the read.</param>
    public async Task<OrderPage> ListOrdersAsync(
        SignedInCustomer customer, OrderStatus? status, int limit, string? cursor, CancellationToken cancellationToken)
    {
        var page = await store.ListAsync(customer.CustomerId, limit, cursor, cancellationToken);
        if (status is null)
        {
            return page;
        }

        var matching = page.Orders.Where(order => order.Status == status).ToList();
        for (var reads = 1; matching.Count < limit && page.Next is not null && reads < MaxReads; reads++)
        {
            page = await store.ListAsync(customer.CustomerId, limit, page.Next, cancellationToken);
            matching.AddRange(page.Orders.Where(order => order.Status == status));
        }

        return new OrderPage(matching, page.Next);
    }

    /// <summary>Decides to cancel the whole order and to give back what was paid for it.</summary>
    /// <param name="customer">On whose behalf.</param>
    /// <param name="orderId">However it is written.</param>
    /// <param name="reason">In the customer's words; null where none was given.</param>
    /// <param name="operation">The call that asked for it.</param>
    /// <param name="cancellationToken">Cancels the read.</param>
    public async Task<OrderDecision> CancelOrderAsync(
        SignedInCustomer customer, string orderId, string? reason, OperationId operation, CancellationToken cancellationToken)
    {
        var order = await GetOrderAsync(customer, orderId, cancellationToken);
        return order is null
            ? new OrderDecision(new OrderNotFound())
            : new Cancellation(operation, customer.CustomerId, reason, clock.GetUtcNow()).Decide(order);
    }
}
