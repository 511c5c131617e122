using CloudMart.Support.Core.Insights;
using CloudMart.Support.Core.Storage;
using Microsoft.Data.Sqlite;

namespace CloudMart.Support.Core.Conversations;

internal sealed class SqliteOwedAnswers(SqliteDatabase database, TimeProvider clock, IIdSource ids) : IOwedAnswers
{
    private const string LeaseIsFree = "(lease_until IS NULL OR lease_until <= $now OR lease_owner = $node)";

    public Task<OwedMark> MarkAsync(string conversationId, string customerId, string node, CancellationToken cancellationToken) =>
        database.WriteAsync(
            connection =>
            {
                var now = clock.GetUtcNow();
                connection.Execute(
                    """
                    INSERT INTO conversations (conversation_id, customer_id, started_at, inbox, inbox_at)
                    VALUES ($id, $customer, $now, $inbox, $now)
                    ON CONFLICT DO NOTHING
                    """,
                    ("$id", conversationId),
                    ("$inbox", nameof(InboxSection.Assistant)),
                    ("$customer", customerId),
                    ("$now", now.ToStored()));
                var marked = connection.Execute(
                    """
                    UPDATE conversations SET owed_at = coalesce(owed_at, $now), owed_token = $token
                    WHERE conversation_id = $id AND customer_id = $customer
                    """,
                    ("$id", conversationId),
                    ("$customer", customerId),
                    ("$now", now.ToStored()),
                    ("$token", ids.NewId()));
                return marked == 1
                    ? Lease(connection, conversationId, node, now)!
                    : throw new InvalidOperationException($"Conversation {conversationId} belongs to another customer.");
            },
            cancellationToken);

    public Task<OwedMark?> LeaseAsync(string conversationId, string node, CancellationToken cancellationToken) => database.WriteAsync(
        connection => Lease(connection, conversationId, node, clock.GetUtcNow()), cancellationToken);

    public Task<bool> ClearAsync(OwedMark mark, Conversation state, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfEqual(state.OwesAnswer, true, nameof(state));
        var counts = Counting.Of(state);
        return database.WriteAsync(
            connection =>
            {
                var cleared = connection.Execute(
                    """
                    UPDATE conversations SET owed_at = NULL, owed_token = NULL, lease_owner = NULL, lease_until = NULL, state = $state, counted = $counted,
                        started_at = coalesce($started, started_at)
                    WHERE conversation_id = $id AND owed_token = $token
                    """,
                    ("$id", mark.ConversationId),
                    ("$token", mark.Token),
                    ("$state", ConversationStateJson.Write(state)),
                    ("$started", counts.IsEmpty ? null : state.StartedAt.ToStored()), // listed on the day on which it counts
                    ("$counted", CountedJson.Write(counts))) == 1;
                if (cleared)
                {
                    SqliteDayCounters.Add(connection, Counting.DayOf(state.StartedAt), Counting.Difference(mark.Counted, counts));
                }

                return cleared || Find(connection, mark.ConversationId, "", DateTimeOffset.MinValue) is null;
            },
            cancellationToken);
    }

    public Task<IReadOnlyList<string>> ListAsync(DateTimeOffset since, int limit, CancellationToken cancellationToken) =>
        database.ReadAsync<IReadOnlyList<string>>(
            connection => connection.ToList(
                "SELECT conversation_id FROM conversations WHERE owed_token IS NOT NULL AND owed_at <= $since ORDER BY owed_at LIMIT $limit",
                row => row.GetString(0),
                _ => true,
                ("$since", since.ToStored()),
                ("$limit", limit)),
            cancellationToken);

    private static OwedMark? Lease(SqliteConnection connection, string conversationId, string node, DateTimeOffset now)
    {
        connection.Execute(
            $"""
            UPDATE conversations SET lease_owner = $node, lease_until = $until
            WHERE conversation_id = $id AND owed_token IS NOT NULL AND {LeaseIsFree}
            """,
            ("$id", conversationId),
            ("$node", node),
            ("$now", now.ToStored()),
            ("$until", (now + IOwedAnswers.LeaseTime).ToStored()));
        return Find(connection, conversationId, node, now);
    }

    private static OwedMark? Find(SqliteConnection connection, string conversationId, string node, DateTimeOffset now) =>
        connection.FirstOrDefault(
            """
            SELECT customer_id, owed_token, lease_owner, lease_until, counted FROM conversations
            WHERE conversation_id = $id AND owed_token IS NOT NULL
            """,
            row =>
            {
                var ends = row.TextOrNull(3) is { } until ? StoredTime.Parse(until) : now;
                return new OwedMark(conversationId, row.GetString(0), row.GetString(1), row.TextOrNull(2) == node && ends > now, ends)
                {
                    Counted = CountedJson.Read(row.TextOrNull(4)),
                };
            },
            ("$id", conversationId));
}
