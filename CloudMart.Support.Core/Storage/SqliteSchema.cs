namespace CloudMart.Support.Core.Storage;

/// <summary>The tables of the embedded store; creating them again changes nothing.</summary>
internal static class SqliteSchema
{
    public const string Sql = """
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
        """;
}
