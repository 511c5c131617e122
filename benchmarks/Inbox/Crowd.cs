using System.Globalization;
using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using CloudMart.Support.Benchmarks.History;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace CloudMart.Support.Benchmarks.Inbox;

/// <summary>
/// Fills a store with the heads of many conversations: two are written as the product writes them, one that is with the assistant and one
/// that waits for a person, and the others are their copies, each a second older.
/// </summary>
internal static class Crowd
{
    private const int PerBatch = 25; // DynamoDB's limit
    private const int BatchesAtOnce = 4;
    private const int Shards = 8;

    public static async Task FillSqliteAsync(ServiceProvider store, string path, int count, CancellationToken cancellationToken)
    {
        foreach (var id in await WriteBothAsync(store, cancellationToken))
        {
            await using var connection = new SqliteConnection($"Data Source={path}");
            await connection.OpenAsync(cancellationToken);
            await using var command = connection.CreateCommand();
            command.CommandText = """
                WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < $count)
                INSERT INTO conversations (conversation_id, customer_id, started_at, state, inbox, inbox_at, inbox_number)
                SELECT printf('%s-%07d', conversation_id, i), customer_id, strftime('%Y-%m-%dT%H:%M:%S.0000000Z', started_at, '-' || i || ' seconds'),
                       state, inbox, strftime('%Y-%m-%dT%H:%M:%S.0000000Z', started_at, '-' || i || ' seconds'), inbox_number
                FROM conversations JOIN n WHERE conversation_id = $id
                """;
            command.Parameters.AddWithValue("$count", count / 2);
            command.Parameters.AddWithValue("$id", id);
            await command.ExecuteNonQueryAsync(cancellationToken);
        }
    }

    public static async Task FillDynamoDbAsync(ServiceProvider store, string table, int count, CancellationToken cancellationToken)
    {
        var client = store.GetRequiredService<IAmazonDynamoDB>();
        var atOnce = new ParallelOptions { MaxDegreeOfParallelism = BatchesAtOnce, CancellationToken = cancellationToken };
        foreach (var id in await WriteBothAsync(store, cancellationToken))
        {
            var key = new Dictionary<string, AttributeValue> { ["conversationId"] = new(id), ["sk"] = new("head") };
            var head = (await client.GetItemAsync(table, key, consistentRead: true, cancellationToken)).Item;
            await Parallel.ForEachAsync(Enumerable.Range(1, count / 2).Chunk(PerBatch), atOnce, async (some, stop) =>
            {
                var puts = some.Select(n => new WriteRequest(new PutRequest(Copy(head, n))));
                await client.BatchWriteItemAsync(new BatchWriteItemRequest { RequestItems = new() { [table] = [.. puts] } }, stop);
            });
        }
    }

    private static async Task<string[]> WriteBothAsync(ServiceProvider store, CancellationToken cancellationToken)
    {
        var written = ActivatorUtilities.CreateInstance<WrittenConversation>(store);
        return [await written.WriteAsync(4, cancellationToken), await written.WriteAsync(4, cancellationToken, waits: true)];
    }

    private static Dictionary<string, AttributeValue> Copy(Dictionary<string, AttributeValue> head, int n)
    {
        var began = DateTimeOffset.Parse(head["startedAt"].S, CultureInfo.InvariantCulture).AddSeconds(-n);
        var at = began.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fffffff'Z'", CultureInfo.InvariantCulture);
        var copy = new Dictionary<string, AttributeValue>(head)
        {
            ["conversationId"] = new($"{head["conversationId"].S}-{n:0000000}"), ["startedAt"] = new(at), ["startedOn"] = new(at[..10]),
        };
        if (head.TryGetValue("inbox", out var inbox))
        {
            copy["inbox"] = new($"{inbox.S.Split('#')[0]}#{n % Shards}");
            copy["inboxAt"] = new(at);
        }

        return copy;
    }
}
