using CloudMart.Support.Core.Conversations;
using CloudMart.Support.Core.Customers;
using CloudMart.Support.Core.Storage;
using Microsoft.Data.Sqlite;

namespace CloudMart.Support.Core.Orders;

internal sealed class SqliteOrderStore(SqliteDatabase database) : IOrderStore
{
    public Task<Order?> FindAsync(string orderId, CancellationToken cancellationToken) => database.ReadAsync(
        connection => connection.FirstOrDefault(
            $"SELECT {SqliteOrderRow.Columns} FROM orders WHERE order_id = $id", SqliteOrderRow.ToOrder, ("$id", orderId)),
        cancellationToken);

    public Task<OrderPage> ListAsync(string customerId, int limit, string? cursor, CancellationToken cancellationToken)
    {
        var from = PageCursor.Parse(cursor);
        return database.ReadAsync(
            connection =>
            {
                var orders = connection.ToList(
                    $"""
                    SELECT {SqliteOrderRow.Columns} FROM orders
                    WHERE customer_id = $customer AND ($at IS NULL OR (placed_at, order_id) < ($at, $id))
                    ORDER BY placed_at DESC, order_id DESC
                    """,
                    SqliteOrderRow.ToOrder,
                    rows => rows.Count <= limit,
                    ("$customer", customerId),
                    ("$at", from?.At.ToStored()),
                    ("$id", from?.Id));
                var page = orders.Take(limit).ToList();
                return new OrderPage(page, orders.Count > limit ? new PageCursor(page[^1].PlacedAt, page[^1].OrderId).ToString() : null);
            },
            cancellationToken);
    }

    public Task<CommitResult> CommitAsync(ShopChange change, LogEntry outcome, CancellationToken cancellationToken) => database.WriteAsync(
        connection =>
        {
            switch (SqliteEntries.Find(connection, outcome))
            {
                case EntryStanding.Mine:
                    return CommitResult.Committed;
                case EntryStanding.AnotherWriters:
                    return CommitResult.ConversationMoved;
            }

            if (!Stands(connection, change))
            {
                return CommitResult.ShopMoved;
            }

            Replace(connection, change);
            SqliteEntries.Put(connection, outcome);
            return CommitResult.Committed;
        },
        cancellationToken);

    public Task AddMissingAsync(IReadOnlyCollection<Order> orders, CancellationToken cancellationToken) =>
        database.WriteAsync(connection => orders.Sum(order => SqliteOrderRow.AddIfMissing(connection, order)), cancellationToken);

    /// <summary>Asked of all records before the first is written: a write that returns is committed.</summary>
    private static bool Stands(SqliteConnection connection, ShopChange change) =>
        (change.Order is null || SqliteOrderRow.Stands(connection, change.Order.Before))
        && (change.Customer is null || SqliteCustomerRow.Stands(connection, change.Customer.Before));

    private static void Replace(SqliteConnection connection, ShopChange change)
    {
        if (change.Order is { After: var order })
        {
            SqliteOrderRow.Replace(connection, order);
        }

        if (change.Customer is { After: var customer })
        {
            SqliteCustomerRow.Replace(connection, customer);
        }
    }
}
