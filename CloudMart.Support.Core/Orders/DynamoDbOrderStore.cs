using System.Security.Cryptography;
using System.Text;
using Amazon.DynamoDBv2.Model;
using CloudMart.Support.Core.Conversations;
using CloudMart.Support.Core.Customers;
using CloudMart.Support.Core.Storage;

namespace CloudMart.Support.Core.Orders;

internal sealed class DynamoDbOrderStore(DynamoDbCalls calls, DynamoDbTables tables) : IOrderStore
{
    private const int MaxTokenLength = 36; // DynamoDB's limit
    private const string Failed = "ConditionalCheckFailed", Passed = "None";

    public async Task<Order?> FindAsync(string orderId, CancellationToken cancellationToken) =>
        await calls.FindAsync(tables.Orders, DynamoDbOrderItem.Key(orderId), cancellationToken) is { } item
            ? DynamoDbOrderItem.ToOrder(item)
            : null;

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
                .. Puts(change).Select(put => new TransactWriteItem { Put = put }),
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

    public Task AddMissingAsync(IReadOnlyCollection<Order> orders, CancellationToken cancellationToken) =>
        calls.AddMissingAsync(tables.Orders, DynamoDbOrderItem.Id, orders.Select(DynamoDbOrderItem.From), cancellationToken);

    /// <summary>
    /// The entry, which comes last, is looked at first: where it is mine, an earlier try has committed everything, and the records have
    /// rightly moved. Null where nothing is decided (a conflict, throttling).
    /// </summary>
    private static CommitResult? Refusal(List<CancellationReason> reasons, LogEntry outcome) => reasons switch
    {
        [.., { Code: Failed } entry] => DynamoDbEntries.Is(entry.Item, outcome) ? CommitResult.Committed : CommitResult.ConversationMoved,
        [.. var records, { Code: Passed }] when records.TrueForAll(record => record.Code is Failed or Passed) => CommitResult.ShopMoved,
        _ => null,
    };

    private IEnumerable<Put> Puts(ShopChange change)
    {
        if (change.Order is { } order)
        {
            yield return Put(tables.Orders, DynamoDbOrderItem.From(order.After), order.Before.Version);
        }

        if (change.Customer is { } customer)
        {
            yield return Put(tables.Customers, DynamoDbCustomerItem.From(customer.After), customer.Before.Version);
        }
    }

    private static Put Put(string table, Dictionary<string, AttributeValue> item, long before) => new()
    {
        TableName = table,
        Item = item,
        ConditionExpression = "#version = :before",
        ExpressionAttributeNames = new() { ["#version"] = "version" },
        ExpressionAttributeValues = new() { [":before"] = DynamoDbValues.Number(before) },
    };

    /// <summary>The same for every try of one write: DynamoDB itself then answers a repetition with the first one's success.</summary>
    private static string Token(LogEntry outcome) => Convert.ToHexStringLower(
        SHA256.HashData(Encoding.UTF8.GetBytes($"{outcome.ConversationId}/{outcome.Number}/{outcome.WriteId}")))[..MaxTokenLength];
}
