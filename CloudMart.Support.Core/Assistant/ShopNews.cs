using CloudMart.Support.Core.Conversations;
using CloudMart.Support.Core.Orders;

namespace CloudMart.Support.Core.Assistant;

internal static class ShopNews
{
    /// <summary>Tells open pages of a change that was committed.</summary>
    public static ValueTask PublishAsync(this IConversationFeed feed, ShopChange change, CancellationToken cancellationToken) =>
        change.Order is { After: var order }
            ? feed.PublishAsync(new OrderChanged(order.CustomerId, order.OrderId), cancellationToken)
            : ValueTask.CompletedTask;
}
