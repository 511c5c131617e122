using CloudMart.Support.Core.Storage;

namespace CloudMart.Support.Core.Conversations;

internal sealed class SqliteInbox(SqliteDatabase database) : IInbox
{
    public Task PlaceAsync(Conversation state, CancellationToken cancellationToken) => database.WriteAsync(
        connection => connection.Execute(
            """
            UPDATE conversations SET inbox = $section, inbox_at = $at, inbox_number = $number, state = $state
            WHERE conversation_id = $id AND inbox_number < $number
            """,
            ("$id", state.Id),
            ("$section", state.Place!.Section.ToString()),
            ("$at", state.Place.Since.ToStored()),
            ("$number", state.LastNumber),
            ("$state", ConversationStateJson.Write(state))),
        cancellationToken);

    public Task<InboxPage> ListAsync(
        InboxSection section, InboxOrder order, int limit, string? cursor, CancellationToken cancellationToken)
    {
        var from = PageCursor.Parse(cursor);
        var isByBeginning = section == InboxSection.Assistant;
        var at = isByBeginning ? "started_at" : "inbox_at";
        var (after, direction) = order == InboxOrder.LongestFirst && !isByBeginning ? (">", "ASC") : ("<", "DESC");
        return database.ReadAsync(
            connection =>
            {
                var rows = connection.ToList(
                    $"""
                    SELECT conversation_id, {at}, state FROM conversations
                    WHERE inbox = $section AND state IS NOT NULL AND ($at IS NULL OR ({at}, conversation_id) {after} ($at, $id))
                    ORDER BY {at} {direction}, conversation_id {direction}
                    """,
                    row => (
                        Cursor: new PageCursor(StoredTime.Parse(row.GetString(1)), row.GetString(0)),
                        State: ConversationStateJson.Read(row.GetString(0), row.GetString(2))),
                    found => found.Count <= limit,
                    ("$section", section.ToString()),
                    ("$at", from?.At.ToStored()),
                    ("$id", from?.Id));
                return new InboxPage(
                    [.. rows.Take(limit).Select(row => row.State)], rows.Count > limit ? rows[limit - 1].Cursor.ToString() : null);
            },
            cancellationToken);
    }
}
