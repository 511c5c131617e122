using CloudMart.Support.Core.Conversations;
using CloudMart.Support.Core.Orders;

namespace CloudMart.Support.Core.Staff;

/// <summary>What members of staff may see of orders: everybody's.</summary>
public sealed class StaffOrders(IOrderStore store, IConversationLog log, IConversationFeed feed)
{
    /// <summary>The order with its history, however its id is written; null where there is none.</summary>
    /// <param name="by">Who asks. Only the sign-in makes a member of staff, so having one is the permission.</param>
    /// <param name="orderId">E.g. <c>cm-7890</c>.</param>
    /// <param name="cancellationToken">Cancels the read.</param>
    public async Task<Order?> FindAsync(SignedInStaff by, string orderId, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(by);
        return OrderNumber.Normalize(orderId) is { } number ? await store.FindAsync(number, cancellationToken) : null;
    }

    /// <summary>A customer's orders, newest first.</summary>
    public Task<OrderPage> ListAsync(SignedInStaff by, string customerId, int limit, string? cursor, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(by);
        return store.ListAsync(customerId, limit, cursor, cancellationToken);
    }

    /// <summary>News of a customer's orders. Subscribe, then read.</summary>
    public ValueTask<IFeedSubscription> WatchCustomersAsync(SignedInStaff by, string customerId, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(by);
        return feed.SubscribeAsync(FeedTopic.OfCustomer(customerId), cancellationToken);
    }

    /// <summary>The newest conversation of the customer whose <paramref name="order"/> it is; null where they have none.</summary>
    public async Task<string?> FindConversationAsync(SignedInStaff by, Order order, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(by);
        var page = await log.ListAsync(order.CustomerId, 1, null, cancellationToken);
        return page.Conversations is [{ ConversationId: var id }] ? id : null;
    }

    /// <summary>News of the orders of the customer whose <paramref name="order"/> it is. Subscribe, then read.</summary>
    public ValueTask<IFeedSubscription> WatchAsync(SignedInStaff by, Order order, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(by);
        return feed.SubscribeAsync(FeedTopic.OfCustomer(order.CustomerId), cancellationToken);
    }
}
