using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using CloudMart.Support.Core.Conversations;
using CloudMart.Support.Core.Customers;
using CloudMart.Support.Core.Storage;
using Microsoft.Data.Sqlite;

namespace CloudMart.Support.Core.Orders;

internal sealed class SqliteOrderStore(SqliteDatabase database) : IOrderStore
{
    private const string Columns = "order_id, customer_id, status, placed_at, version, items, ship_to, payments, shipment, history";

    /// <summary>Money is written as text: SQLite's own JSON functions would read a number as a binary fraction.</summary>
    private static readonly JsonSerializerOptions Json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        NumberHandling = JsonNumberHandling.WriteAsString | JsonNumberHandling.AllowReadingFromString,
        Converters = { new JsonStringEnumConverter<PaymentKind>() },
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public Task<Order?> FindAsync(string orderId, CancellationToken cancellationToken) => database.ReadAsync(
        connection => connection.FirstOrDefault($"SELECT {Columns} FROM orders WHERE order_id = $id", ToOrder, ("$id", orderId)),
        cancellationToken);

    public Task<OrderPage> ListAsync(string customerId, int limit, string? cursor, CancellationToken cancellationToken)
    {
        var from = PageCursor.Parse(cursor);
        return database.ReadAsync(
            connection =>
            {
                var orders = connection.ToList(
                    $"""
                    SELECT {Columns} FROM orders
                    WHERE customer_id = $customer AND ($at IS NULL OR (placed_at, order_id) < ($at, $id))
                    ORDER BY placed_at DESC, order_id DESC
                    """,
                    ToOrder,
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

            if (change.Order is { } order && Replace(connection, order) == 0)
            {
                return CommitResult.ShopMoved;
            }

            SqliteEntries.Put(connection, outcome);
            return CommitResult.Committed;
        },
        cancellationToken);

    public Task AddMissingAsync(IReadOnlyCollection<Order> orders, CancellationToken cancellationToken) => database.WriteAsync(
        connection => orders.Sum(order => connection.Execute(
            $"""
            INSERT INTO orders ({Columns})
            VALUES ($id, $customer, $status, $placed, $version, $items, $shipTo, $payments, $shipment, $history)
            ON CONFLICT DO NOTHING
            """,
            Values(order))),
        cancellationToken);

    private static int Replace(SqliteConnection connection, OrderChange change) => connection.Execute(
        """
        UPDATE orders SET customer_id = $customer, status = $status, placed_at = $placed, version = $version, items = $items,
            ship_to = $shipTo, payments = $payments, shipment = $shipment, history = $history
        WHERE order_id = $id AND version = $before
        """,
        [.. Values(change.After), ("$before", change.Before.Version)]);

    private static (string, object?)[] Values(Order order) =>
    [
        ("$id", order.OrderId),
        ("$customer", order.CustomerId),
        ("$status", order.Status.ToWord()),
        ("$placed", order.PlacedAt.ToStored()),
        ("$version", order.Version),
        ("$items", JsonSerializer.Serialize(order.Items, Json)),
        ("$shipTo", JsonSerializer.Serialize(order.ShipTo, Json)),
        ("$payments", JsonSerializer.Serialize(order.Payments, Json)),
        ("$shipment", order.Shipment is null ? null : JsonSerializer.Serialize(order.Shipment, Json)),
        ("$history", JsonSerializer.Serialize(order.History.TakeLast(Order.MaxHistory), Json)),
    ];

    private static Order ToOrder(SqliteDataReader row) => new(
        row.GetString(0),
        row.GetString(1),
        OrderStatusWords.Parse(row.GetString(2)),
        StoredTime.Parse(row.GetString(3)),
        Parse<ImmutableArray<OrderLine>>(row.GetString(5)),
        Parse<PostalAddress>(row.GetString(6)),
        Parse<ImmutableArray<OrderPayment>>(row.GetString(7)),
        row.TextOrNull(8) is { } shipment ? Parse<Shipment>(shipment) : null,
        row.GetInt64(4),
        Parse<ImmutableArray<AppliedOperation>>(row.GetString(9)));

    private static T Parse<T>(string stored) => JsonSerializer.Deserialize<T>(stored, Json)!;
}
