using System.Runtime.CompilerServices;
using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;

namespace CloudMart.Support.Core.Storage;

/// <summary>What every store over DynamoDB does with the client: writes that outlast a conflict, and reads in batches and pages.</summary>
internal sealed class DynamoDbCalls(IAmazonDynamoDB client, TimeProvider clock)
{
    private const int Attempts = 5;
    private const int PutsAtOnce = 8;
    private const int MaxKeysInBatch = 100; // DynamoDB's limit

    /// <summary>Writes; where another transaction is at the same item, again after a moment. Other faults surface as they are.</summary>
    public async Task<T> WriteAsync<T>(Func<IAmazonDynamoDB, Task<T>> write, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await write(client);
            }
            catch (Exception e) when (attempt < Attempts && DynamoDbFaults.IsConflict(e))
            {
                await PauseAsync(attempt, cancellationToken);
            }
        }
    }

    /// <summary>The item, read consistently; null where there is none.</summary>
    public async Task<Dictionary<string, AttributeValue>?> FindAsync(
        string table, Dictionary<string, AttributeValue> key, CancellationToken cancellationToken)
    {
        var request = new GetItemRequest { TableName = table, Key = key, ConsistentRead = true };
        return (await client.GetItemAsync(request, cancellationToken)).Item is { Count: > 0 } item ? item : null;
    }

    /// <summary>Puts those items whose key is not in the table yet.</summary>
    public Task AddMissingAsync(
        string table, string key, IEnumerable<Dictionary<string, AttributeValue>> items, CancellationToken cancellationToken)
    {
        var atOnce = new ParallelOptions { MaxDegreeOfParallelism = PutsAtOnce, CancellationToken = cancellationToken };
        return Parallel.ForEachAsync(items, atOnce, async (item, stop) =>
        {
            var request = new PutItemRequest { TableName = table, Item = item, ConditionExpression = $"attribute_not_exists({key})" };
            try
            {
                await WriteAsync(client => client.PutItemAsync(request, stop), stop);
            }
            catch (ConditionalCheckFailedException)
            {
                // It is there already, which is what was asked for.
            }
        });
    }

    /// <summary>The answers to a query, page by page, until the end or until the caller has enough.</summary>
    public async IAsyncEnumerable<List<Dictionary<string, AttributeValue>>> QueryAsync(
        QueryRequest query, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        do
        {
            var page = await client.QueryAsync(query, cancellationToken);
            query.ExclusiveStartKey = page.LastEvaluatedKey;
            yield return page.Items ?? [];
        }
        while (query.ExclusiveStartKey is { Count: > 0 });
    }

    /// <summary>What a customer owns in a table, newest first, as the lagging index names it.</summary>
    /// <param name="table">The table; its index is by customer.</param>
    /// <param name="id">The attribute with the item's id.</param>
    /// <param name="time">The attribute that the index is sorted by.</param>
    /// <param name="customerId">Whose.</param>
    /// <param name="after">Where to go on.</param>
    /// <param name="pageSize">How many to ask for at a time.</param>
    /// <param name="indexKey">The key of an index entry that the cursor names.</param>
    /// <param name="cancellationToken">Cancels the read.</param>
    public async IAsyncEnumerable<List<PageCursor>> NewestOfCustomerAsync(
        string table,
        string id,
        string time,
        string customerId,
        PageCursor? after,
        int pageSize,
        Func<string, Dictionary<string, AttributeValue>> indexKey,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var query = new QueryRequest
        {
            TableName = table,
            IndexName = DynamoDbTables.ByCustomer,
            KeyConditionExpression = "customerId = :customer",
            ExpressionAttributeValues = new() { [":customer"] = DynamoDbValues.Text(customerId) },
            ScanIndexForward = false,
            Limit = pageSize,
            ExclusiveStartKey = after is null ? null : new(indexKey(after.Id))
            {
                ["customerId"] = DynamoDbValues.Text(customerId),
                [time] = DynamoDbValues.Text(after.At.ToStored()),
            },
        };
        await foreach (var page in QueryAsync(query, cancellationToken))
        {
            yield return [.. page.Select(item => new PageCursor(item.Time(time), item.Text(id)))];
        }
    }

    /// <summary>Reads items by key, consistently. They come in no order, and those that do not exist not at all.</summary>
    public async Task<List<Dictionary<string, AttributeValue>>> GetAllAsync(
        string table, IEnumerable<Dictionary<string, AttributeValue>> keys, CancellationToken cancellationToken)
    {
        var items = new List<Dictionary<string, AttributeValue>>();
        foreach (var chunk in keys.Chunk(MaxKeysInBatch))
        {
            List<Dictionary<string, AttributeValue>>? open = [.. chunk];
            for (var attempt = 1; open is { Count: > 0 }; attempt++)
            {
                var batch = new Dictionary<string, KeysAndAttributes> { [table] = new() { Keys = open, ConsistentRead = true } };
                var response = await client.BatchGetItemAsync(new BatchGetItemRequest { RequestItems = batch }, cancellationToken);
                items.AddRange(response.Responses?.GetValueOrDefault(table) ?? []);
                open = response.UnprocessedKeys?.GetValueOrDefault(table)?.Keys;
                if (open is { Count: > 0 })
                {
                    ThrowWhenExhausted(attempt);
                    await PauseAsync(attempt, cancellationToken);
                }
            }
        }

        return items;
    }

    private static void ThrowWhenExhausted(int attempt)
    {
        if (attempt >= Attempts)
        {
            throw new ProvisionedThroughputExceededException("DynamoDB left keys of a batch unread time and again.");
        }
    }

    /// <summary>Longer each time, and never the same for two who met.</summary>
    private Task PauseAsync(int attempt, CancellationToken cancellationToken) =>
        Task.Delay(TimeSpan.FromMilliseconds(Random.Shared.Next(5, 20 << attempt)), clock, cancellationToken);
}
