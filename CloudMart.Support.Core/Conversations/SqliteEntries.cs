using CloudMart.Support.Core.Storage;
using Microsoft.Data.Sqlite;

namespace CloudMart.Support.Core.Conversations;

/// <summary>Entries in the table that the log reads and that every commit of a change writes to.</summary>
internal static class SqliteEntries
{
    /// <summary>What stands at the entry's number. Within a write it stays so.</summary>
    public static EntryStanding Find(SqliteConnection connection, LogEntry entry)
    {
        var writeId = connection.FirstOrDefault(
            "SELECT write_id FROM entries WHERE conversation_id = $id AND number = $number",
            row => row.GetString(0),
            ("$id", entry.ConversationId),
            ("$number", entry.Number));
        return writeId is null ? EntryStanding.Nothing
            : writeId == entry.WriteId ? EntryStanding.Mine
            : EntryStanding.AnotherWriters;
    }

    /// <summary>Puts the entry at its number, which has been found free within the same write.</summary>
    public static void Put(SqliteConnection connection, LogEntry entry) => connection.Execute(
        "INSERT INTO entries (conversation_id, number, last_number, write_id, events) VALUES ($id, $number, $last, $write, $events)",
        ("$id", entry.ConversationId),
        ("$number", entry.Number),
        ("$last", entry.LastNumber),
        ("$write", entry.WriteId),
        ("$events", ConversationEventJson.Write(entry)));

    public static RecordedEvent[] Events(SqliteDataReader row) => [.. ConversationEventJson.Read(row.GetInt64(0), row.GetString(1))];
}
