using Microsoft.Data.Sqlite;

namespace CloudMart.Support.Core.Storage;

/// <summary>The tables of the embedded store; creating them again changes nothing.</summary>
internal static class SqliteSchema
{
    private const string Sql = """
        CREATE TABLE IF NOT EXISTS conversations (
            conversation_id TEXT PRIMARY KEY,
            customer_id TEXT NOT NULL,
            started_at TEXT NOT NULL,
            owed_at TEXT,
            owed_token TEXT,
            lease_owner TEXT,
            lease_until TEXT,
            state TEXT
        ) WITHOUT ROWID;
        CREATE INDEX IF NOT EXISTS conversations_by_customer ON conversations (customer_id, started_at, conversation_id);
        CREATE INDEX IF NOT EXISTS conversations_started ON conversations (started_at, conversation_id);
        CREATE INDEX IF NOT EXISTS conversations_owed ON conversations (owed_at) WHERE owed_token IS NOT NULL;

        CREATE TABLE IF NOT EXISTS entries (
            conversation_id TEXT NOT NULL,
            number INTEGER NOT NULL,
            last_number INTEGER NOT NULL,
            write_id TEXT NOT NULL,
            events TEXT NOT NULL,
            PRIMARY KEY (conversation_id, number)
        ) WITHOUT ROWID;

        CREATE TABLE IF NOT EXISTS orders (
            order_id TEXT PRIMARY KEY,
            customer_id TEXT NOT NULL,
            status TEXT NOT NULL,
            placed_at TEXT NOT NULL,
            version INTEGER NOT NULL,
            items TEXT NOT NULL,
            ship_to TEXT NOT NULL,
            payments TEXT NOT NULL,
            shipment TEXT,
            history TEXT NOT NULL
        ) WITHOUT ROWID;
        CREATE INDEX IF NOT EXISTS orders_by_customer ON orders (customer_id, placed_at, order_id);

        CREATE TABLE IF NOT EXISTS customers (
            customer_id TEXT PRIMARY KEY,
            given_name TEXT NOT NULL,
            family_name TEXT NOT NULL,
            email TEXT NOT NULL,
            address TEXT NOT NULL,
            payment_methods TEXT NOT NULL,
            version INTEGER NOT NULL
        ) WITHOUT ROWID;

        CREATE TABLE IF NOT EXISTS products (
            product_id TEXT PRIMARY KEY,
            name TEXT NOT NULL,
            variants TEXT NOT NULL
        ) WITHOUT ROWID;
        CREATE INDEX IF NOT EXISTS products_by_name ON products (name, product_id);

        CREATE TABLE IF NOT EXISTS day_counters (
            day TEXT NOT NULL,
            name TEXT NOT NULL,
            value INTEGER NOT NULL,
            PRIMARY KEY (day, name)
        ) WITHOUT ROWID;

        CREATE TABLE IF NOT EXISTS staff_audit (
            at TEXT NOT NULL,
            id TEXT NOT NULL,
            staff_id TEXT NOT NULL,
            what TEXT NOT NULL,
            conversation_id TEXT,
            customer_id TEXT,
            PRIMARY KEY (at, id)
        ) WITHOUT ROWID;

        CREATE TABLE IF NOT EXISTS canned_replies (
            reply_id TEXT PRIMARY KEY,
            title TEXT NOT NULL,
            text TEXT NOT NULL,
            version INTEGER NOT NULL
        ) WITHOUT ROWID;
        """;

    /// <summary>
    /// Columns that came after their table, in the order of their coming. Each has a value for rows that an older release wrote, and
    /// none is ever needed by one that still runs beside this.
    /// </summary>
    private static readonly (string Table, string Column, string Type)[] Later =
    [
        ("conversations", "inbox", "TEXT"),
        ("conversations", "inbox_at", "TEXT"),
        ("conversations", "inbox_number", "INTEGER NOT NULL DEFAULT 0"),
        ("conversations", "counted", "TEXT"),
        ("orders", "items_changed", "INTEGER NOT NULL DEFAULT 0"),
        ("orders", "cancel_reason", "TEXT"),
        ("orders", "item_return", "TEXT"),
        ("orders", "item_exchange", "TEXT"),
    ];

    /// <summary>Indexes over them.</summary>
    private const string LaterIndexes = """
        CREATE INDEX IF NOT EXISTS conversations_inbox ON conversations (inbox, inbox_at, conversation_id) WHERE inbox IS NOT NULL;
        CREATE INDEX IF NOT EXISTS conversations_inbox_started ON conversations (inbox, started_at, conversation_id) WHERE inbox IS NOT NULL;
        """;

    /// <summary>Brings a new or an older file to this release's tables, whoever else opens it at the same moment.</summary>
    public static void Apply(SqliteConnection connection)
    {
        using var transaction = connection.BeginTransaction(deferred: false);
        connection.Execute(Sql);
        foreach (var (table, column, type) in Later)
        {
            if (connection.FirstOrDefault(
                "SELECT name FROM pragma_table_info($table) WHERE name = $column", row => row.GetString(0), ("$table", table), ("$column", column)) is null)
            {
                connection.Execute($"ALTER TABLE {table} ADD COLUMN {column} {type}");
            }
        }

        connection.Execute(LaterIndexes);
        transaction.Commit();
    }
}
