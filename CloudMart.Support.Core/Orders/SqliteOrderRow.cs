using System.Collections.Immutable;
using CloudMart.Support.Core.Customers;
using CloudMart.Support.Core.Storage;
using Microsoft.Data.Sqlite;

namespace CloudMart.Support.Core.Orders;

/// <summary>An order as a row of the table <c>orders</c>.</summary>
internal static class SqliteOrderRow
{
    public const string Columns = """
        order_id, customer_id, status, placed_at, version, items, ship_to, payments, shipment, history,
        items_changed, cancel_reason, item_return, item_exchange
        """;

    /// <summary>Whether the order is still the one that the change was decided on. Within a write it stays so.</summary>
    public static bool Stands(SqliteConnection connection, Order order) => connection.FirstOrDefault(
        "SELECT order_id FROM orders WHERE order_id = $id AND version = $version",
        row => row.GetString(0),
        ("$id", order.OrderId),
        ("$version", order.Version)) is not null;

    public static void Replace(SqliteConnection connection, Order order) => connection.Execute(
        """
        UPDATE orders SET customer_id = $customer, status = $status, placed_at = $placed, version = $version, items = $items,
            ship_to = $shipTo, payments = $payments, shipment = $shipment, history = $history,
            items_changed = $changed, cancel_reason = $reason, item_return = $return, item_exchange = $exchange
        WHERE order_id = $id
        """,
        Values(order));

    /// <returns>How many rows were put: none where the order is there already.</returns>
    public static int AddIfMissing(SqliteConnection connection, Order order) => connection.Execute(
        $"""
        INSERT INTO orders ({Columns})
        VALUES ($id, $customer, $status, $placed, $version, $items, $shipTo, $payments, $shipment, $history,
            $changed, $reason, $return, $exchange)
        ON CONFLICT DO NOTHING
        """,
        Values(order));

    public static Order ToOrder(SqliteDataReader row) => new(
        row.GetString(0),
        row.GetString(1),
        OrderStatusWords.Parse(row.GetString(2)),
        StoredTime.Parse(row.GetString(3)),
        SqliteJson.Read<ImmutableArray<OrderLine>>(row.GetString(5)),
        SqliteJson.Read<PostalAddress>(row.GetString(6)),
        SqliteJson.Read<ImmutableArray<OrderPayment>>(row.GetString(7)),
        SqliteJson.ReadOrNull<Shipment>(row.TextOrNull(8)),
        row.GetInt64(4),
        SqliteJson.Read<ImmutableArray<AppliedOperation>>(row.GetString(9)),
        row.GetBoolean(10),
        row.TextOrNull(11),
        SqliteJson.ReadOrNull<ItemReturn>(row.TextOrNull(12)),
        SqliteJson.ReadOrNull<ItemExchange>(row.TextOrNull(13)));

    private static (string, object?)[] Values(Order order) =>
    [
        ("$id", order.OrderId),
        ("$customer", order.CustomerId),
        ("$status", order.Status.ToWord()),
        ("$placed", order.PlacedAt.ToStored()),
        ("$version", order.Version),
        ("$items", SqliteJson.Write(order.Items)),
        ("$shipTo", SqliteJson.Write(order.ShipTo)),
        ("$payments", SqliteJson.Write(order.Payments)),
        ("$shipment", SqliteJson.WriteOrNull(order.Shipment)),
        ("$history", SqliteJson.Write(order.History.TakeLast(Order.MaxHistory))),
        ("$changed", order.ItemsChanged),
        ("$reason", order.CancelReason),
        ("$return", SqliteJson.WriteOrNull(order.Return)),
        ("$exchange", SqliteJson.WriteOrNull(order.Exchange)),
    ];
}
