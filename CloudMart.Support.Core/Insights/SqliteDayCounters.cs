using System.Collections.Immutable;
using System.Globalization;
using CloudMart.Support.Core.Conversations;
using CloudMart.Support.Core.Storage;
using Microsoft.Data.Sqlite;

namespace CloudMart.Support.Core.Insights;

internal sealed class SqliteDayCounters(SqliteDatabase database) : IDayCounters
{
    private const string Format = "yyyy-MM-dd";

    /// <summary>Within the transaction that keeps the conversation.</summary>
    public static void Add(SqliteConnection connection, DateOnly day, ImmutableArray<(string Name, long By)> changes)
    {
        foreach (var (name, by) in changes)
        {
            connection.Execute(
                "INSERT INTO day_counters (day, name, value) VALUES ($day, $name, $by) ON CONFLICT DO UPDATE SET value = value + $by",
                ("$day", Name(day)),
                ("$name", name),
                ("$by", by));
        }
    }

    /// <summary>Added up where they lie: of a year of busy days some hundred sums come out, and not twenty thousand counters.</summary>
    public Task<IReadOnlyList<PeriodCounts>> ReadAsync(IReadOnlyList<Period> parts, CancellationToken cancellationToken) =>
        database.ReadAsync<IReadOnlyList<PeriodCounts>>(
            connection => [.. parts.Select(part => new PeriodCounts(part, Sums(connection, part)))],
            cancellationToken);

    public Task<IReadOnlyList<DateOnly>> DaysOfAsync(Figure figure, Period period, CancellationToken cancellationToken) =>
        database.ReadAsync<IReadOnlyList<DateOnly>>(
            connection => connection.ToList(
                """
                SELECT DISTINCT day FROM day_counters
                WHERE day BETWEEN $first AND $last AND value <> 0
                  AND (name = $counter OR ($isKind AND substr(name, 1, length($counter)) = $counter))
                ORDER BY day DESC
                """,
                row => DateOnly.ParseExact(row.GetString(0), Format, CultureInfo.InvariantCulture),
                _ => true,
                ("$first", Name(period.First)),
                ("$last", Name(period.Last)),
                ("$counter", figure.Counter),
                ("$isKind", figure.IsKind)),
            cancellationToken);

    public Task<InboxPage> ListAsync(DateOnly day, Figure figure, int limit, string? cursor, CancellationToken cancellationToken)
    {
        var from = PageCursor.Parse(cursor);
        return database.ReadAsync(
            connection =>
            {
                var rows = connection.ToList(
                    """
                    SELECT conversation_id, started_at, state FROM conversations
                    WHERE started_at >= $day AND started_at < $next AND state IS NOT NULL
                      AND ($at IS NULL OR (started_at, conversation_id) < ($at, $id))
                      AND EXISTS (
                        SELECT 1 FROM json_each(counted)
                        WHERE key = $counter OR ($isKind AND substr(key, 1, length($counter)) = $counter))
                    ORDER BY started_at DESC, conversation_id DESC
                    """,
                    row => (
                        Cursor: new PageCursor(StoredTime.Parse(row.GetString(1)), row.GetString(0)),
                        State: ConversationStateJson.Read(row.GetString(0), row.GetString(2))),
                    found => found.Count <= limit,
                    ("$day", Name(day)),
                    ("$next", Name(day.AddDays(1))),
                    ("$counter", figure.Counter),
                    ("$isKind", figure.IsKind),
                    ("$at", from?.At.ToStored()),
                    ("$id", from?.Id));
                return new InboxPage(
                    [.. rows.Take(limit).Select(row => row.State)], rows.Count > limit ? rows[limit - 1].Cursor.ToString() : null);
            },
            cancellationToken);
    }

    private static Dictionary<string, long> Sums(SqliteConnection connection, Period part) => connection.ToList(
        "SELECT name, sum(value) FROM day_counters WHERE day BETWEEN $first AND $last GROUP BY name HAVING sum(value) <> 0",
        row => (Name: row.GetString(0), Sum: row.GetInt64(1)),
        _ => true,
        ("$first", Name(part.First)),
        ("$last", Name(part.Last))).ToDictionary(counter => counter.Name, counter => counter.Sum);

    private static string Name(DateOnly day) => day.ToString(Format, CultureInfo.InvariantCulture);
}
