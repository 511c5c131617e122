using System.Security.Cryptography;
using System.Text;
using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using CloudMart.Support.Core.Conversations;
using CloudMart.Support.Core.Storage;

namespace CloudMart.Support.Core.Orders;

internal sealed class DynamoDbOrderStore(IAmazonDynamoDB client, DynamoDbCalls calls, DynamoDbTables tables) : IOrderStore
{
    private const int PutsAtOnce = 8;
    private const int MaxTokenLength = 36; // DynamoDB's limit

    public async Task<Order?> FindAsync(string orderId, CancellationToken cancellationToken)
    {
        var request = new GetItemRequest { TableName = tables.Orders, Key = DynamoDbOrderItem.Key(orderId), ConsistentRead = true };
        var item = (await client.GetItemAsync(request, cancellationToken)).Item;
        return item is { Count: > 0 } ? DynamoDbOrderItem.ToOrder(item) : null;
    }

    public async Task<OrderPage> ListAsync(string customerId, int limit, string? cursor, CancellationToken cancellationToken)
    {
        var orders = new List<Order>();
        var pages = calls.NewestOfCustomerAsync(
            tables.Orders, "orderId", "placedAt", customerId, PageCursor.Parse(cursor), limit + 1, DynamoDbOrderItem.Key, cancellationToken);
        await foreach (var page in pages)
        {
            var items = await calls.GetAllAsync(tables.Orders, page.Select(place => DynamoDbOrderItem.Key(place.Id)), cancellationToken);
            var found = items.Select(DynamoDbOrderItem.ToOrder).ToDictionary(order => order.OrderId);
            orders.AddRange(page.Select(place => found.GetValueOrDefault(place.Id)).OfType<Order>());
            if (orders.Count > limit)
            {
                break;
            }
        }

        return new(
            [.. orders.Take(limit)],
            orders.Count > limit ? new PageCursor(orders[limit - 1].PlacedAt, orders[limit - 1].OrderId).ToString() : null);
    }

    public async Task<CommitResult> CommitAsync(ShopChange change, LogEntry outcome, CancellationToken cancellationToken)
    {
        var request = new TransactWriteItemsRequest
        {
            ClientRequestToken = Token(outcome),
            TransactItems =
            [
                new() { Put = Put(change.Order!) },
                new() { Put = DynamoDbEntries.Put(tables.Conversations, outcome) },
            ],
        };
        try
        {
            await calls.WriteAsync(client => client.TransactWriteItemsAsync(request, cancellationToken), cancellationToken);
            return CommitResult.Committed;
        }
        catch (TransactionCanceledException e) when (Refusal(e.CancellationReasons, outcome) is { } refusal)
        {
            return refusal;
        }
    }

    public Task AddMissingAsync(IReadOnlyCollection<Order> orders, CancellationToken cancellationToken)
    {
        var atOnce = new ParallelOptions { MaxDegreeOfParallelism = PutsAtOnce, CancellationToken = cancellationToken };
        return Parallel.ForEachAsync(orders, atOnce, async (order, stop) => await AddIfMissingAsync(order, stop));
    }

    private async Task AddIfMissingAsync(Order order, CancellationToken cancellationToken)
    {
        var request = new PutItemRequest
        {
            TableName = tables.Orders,
            Item = DynamoDbOrderItem.From(order),
            ConditionExpression = "attribute_not_exists(orderId)",
        };
        try
        {
            await calls.WriteAsync(client => client.PutItemAsync(request, cancellationToken), cancellationToken);
        }
        catch (ConditionalCheckFailedException)
        {
            // It is there already, which is what was asked for.
        }
    }

    /// <summary>
    /// The entry is looked at first: where it is mine, an earlier try has committed both, and the order has rightly moved.
    /// Null where nothing is decided (a conflict, throttling).
    /// </summary>
    private static CommitResult? Refusal(List<CancellationReason> reasons, LogEntry outcome) => reasons switch
    {
        [_, { Code: "ConditionalCheckFailed" } entry] =>
            DynamoDbEntries.Is(entry.Item, outcome) ? CommitResult.Committed : CommitResult.ConversationMoved,
        [{ Code: "ConditionalCheckFailed" }, { Code: "None" }] => CommitResult.ShopMoved,
        _ => null,
    };

    private Put Put(OrderChange change) => new()
    {
        TableName = tables.Orders,
        Item = DynamoDbOrderItem.From(change.After),
        ConditionExpression = "#version = :before",
        ExpressionAttributeNames = new() { ["#version"] = "version" },
        ExpressionAttributeValues = new() { [":before"] = DynamoDbValues.Number(change.Before.Version) },
    };

    /// <summary>The same for every try of one write: DynamoDB itself then answers a repetition with the first one's success.</summary>
    private static string Token(LogEntry outcome) => Convert.ToHexStringLower(
        SHA256.HashData(Encoding.UTF8.GetBytes($"{outcome.ConversationId}/{outcome.Number}/{outcome.WriteId}")))[..MaxTokenLength];
}
