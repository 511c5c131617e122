using CloudMart.Support.Core.Conversations;
using CloudMart.Support.Core.Customers;

namespace CloudMart.Support.Core.Orders;

/// <summary>
/// Where orders are kept. A store of your own needs one thing above all: a conditional write of several records at once.
/// Without it an order could change twice, or change without its outcome being known.
/// </summary>
public interface IOrderStore
{
    /// <summary>The order, read consistently; null where there is none.</summary>
    Task<Order?> FindAsync(string orderId, CancellationToken cancellationToken);

    /// <summary>The customer's orders, newest first; each is read consistently, though one placed a moment ago may be missing.</summary>
    /// <param name="customerId">Whose.</param>
    /// <param name="limit">At most this many.</param>
    /// <param name="cursor">Where the page before ended; null for the first.</param>
    /// <param name="cancellationToken">Cancels the read.</param>
    Task<OrderPage> ListAsync(string customerId, int limit, string? cursor, CancellationToken cancellationToken);

    /// <summary>
    /// Commits <paramref name="change"/> and <paramref name="outcome"/> together or not at all: conditional on the entry's number being
    /// free and on every changed record having the version that it was decided on. Trying again with the same
    /// <see cref="LogEntry.WriteId"/> after a lost reply is <see cref="CommitResult.Committed"/> and changes nothing.
    /// </summary>
    Task<CommitResult> CommitAsync(ShopChange change, LogEntry outcome, CancellationToken cancellationToken);

    /// <summary>Puts orders that are not there yet; never overwrites one.</summary>
    Task AddMissingAsync(IReadOnlyCollection<Order> orders, CancellationToken cancellationToken);
}

/// <summary>One page of a list; <paramref name="Next"/> is the cursor of the page that follows, null at the end.</summary>
public sealed record OrderPage(IReadOnlyList<Order> Orders, string? Next);

/// <summary>A decided change of an order, of its customer (a gift card, the default address), or of both together.</summary>
public sealed record ShopChange(OrderChange? Order, CustomerChange? Customer);

/// <summary><paramref name="After"/> has the version that follows <paramref name="Before"/>'s.</summary>
public sealed record OrderChange(Order Before, Order After);

/// <summary><paramref name="After"/> has the version that follows <paramref name="Before"/>'s.</summary>
public sealed record CustomerChange(CustomerProfile Before, CustomerProfile After);

public enum CommitResult
{
    /// <summary>Change and outcome stand.</summary>
    Committed,

    /// <summary>Somebody appended to the conversation: read it again and decide again. Nothing was written.</summary>
    ConversationMoved,

    /// <summary>Somebody changed the order or its customer: read again and decide again. Nothing was written.</summary>
    ShopMoved,
}
