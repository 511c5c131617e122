using CloudMart.Support.Core.Storage;
using Microsoft.Data.Sqlite;

namespace CloudMart.Support.Core.Conversations;

internal sealed class SqliteConversationLog(SqliteDatabase database) : IConversationLog
{
    public Task<bool> AppendAsync(LogEntry entry, CancellationToken cancellationToken) => database.WriteAsync(
        connection =>
        {
            var standing = SqliteEntries.Find(connection, entry);
            if (standing == EntryStanding.Nothing)
            {
                SqliteEntries.Put(connection, entry);
            }

            return standing != EntryStanding.AnotherWriters;
        },
        cancellationToken);

    public Task<ConversationSnapshot?> ReadAsync(string conversationId, int recent, CancellationToken cancellationToken) =>
        database.ReadAsync(connection => Read(connection, conversationId, recent), cancellationToken);

    public Task<IReadOnlyList<RecordedEvent>> ReadAfterAsync(
        string conversationId, long after, int limit, CancellationToken cancellationToken) => database.ReadAsync<IReadOnlyList<RecordedEvent>>(
        connection => connection.ToList(
                "SELECT number, events FROM entries WHERE conversation_id = $id AND number > $from AND last_number > $after ORDER BY number",
                row => SqliteEntries.Events(row).SkipWhile(recorded => recorded.Number <= after).ToArray(),
                entries => entries.Sum(entry => entry.Length) < limit,
                ("$id", conversationId),
                ("$from", after - LogEntry.MaxEvents),
                ("$after", after))
            .SelectMany(entry => entry).ToList(),
        cancellationToken);

    public Task<IReadOnlyList<RecordedEvent>> ReadBeforeAsync(
        string conversationId, long before, int count, CancellationToken cancellationToken) => database.ReadAsync<IReadOnlyList<RecordedEvent>>(
        connection => EntriesBefore(connection, conversationId, before, entries => entries.Sum(entry => entry.Length) < count),
        cancellationToken);

    public Task<ConversationPage> ListAsync(string customerId, int limit, string? cursor, CancellationToken cancellationToken)
    {
        var from = PageCursor.Parse(cursor);
        return database.ReadAsync(connection => List(connection, customerId, limit, from), cancellationToken);
    }

    /// <summary>The head is read first: what it says to have folded is then surely among the entries.</summary>
    private static ConversationSnapshot? Read(SqliteConnection connection, string conversationId, int recent)
    {
        var state = ConversationStateJson.Read(conversationId, connection.FirstOrDefault(
            "SELECT state FROM conversations WHERE conversation_id = $id AND state IS NOT NULL",
            row => row.GetString(0),
            ("$id", conversationId)));
        var events = EntriesBefore(connection, conversationId, long.MaxValue, entries =>
            entries.Count == 0 || entries.Sum(entry => entry.Length) < recent || entries[^1][0].Number > state.LastNumber + 1);
        return events.Count == 0 ? null : new ConversationSnapshot(state.Apply(events), [.. events]);
    }

    /// <summary>Reads entries backwards for as long as <paramref name="more"/> wants them; the events come oldest first.</summary>
    private static List<RecordedEvent> EntriesBefore(
        SqliteConnection connection, string conversationId, long before, Func<List<RecordedEvent[]>, bool> more)
    {
        var entries = connection.ToList(
            "SELECT number, events FROM entries WHERE conversation_id = $id AND number < $before ORDER BY number DESC",
            row => SqliteEntries.Events(row).TakeWhile(recorded => recorded.Number < before).ToArray(),
            more,
            ("$id", conversationId),
            ("$before", before));
        entries.Reverse();
        return [.. entries.SelectMany(entry => entry)];
    }

    private static ConversationPage List(SqliteConnection connection, string customerId, int limit, PageCursor? from)
    {
        var heads = connection.ToList(
            """
            SELECT conversation_id, started_at FROM conversations
            WHERE customer_id = $customer AND ($at IS NULL OR (started_at, conversation_id) < ($at, $id))
                AND EXISTS (SELECT 1 FROM entries WHERE entries.conversation_id = conversations.conversation_id)
            ORDER BY started_at DESC, conversation_id DESC
            """,
            row => (Cursor: new PageCursor(StoredTime.Parse(row.GetString(1)), row.GetString(0)), Read(connection, row.GetString(0), 1)?.State),
            rows => rows.Count(HasMessage) <= limit,
            ("$customer", customerId),
            ("$at", from?.At.ToStored()),
            ("$id", from?.Id));
        var shown = heads.Where(HasMessage).Take(limit).ToList();
        var next = heads.Count(HasMessage) > limit ? shown[^1].Cursor.ToString() : null;
        return new([.. shown.Select(head => new ConversationSummary(head.Cursor.Id, head.State!.Title, head.State.StartedAt))], next);

        static bool HasMessage((PageCursor, Conversation? State) head) => head.State?.LastSaidAt > 0;
    }
}
