using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using Amazon.Runtime;
using Microsoft.Extensions.Options;

namespace CloudMart.Support.Core.Storage;

internal sealed class DynamoDbProbe(IAmazonDynamoDB client, DynamoDbTables tables, IOptions<DynamoDbOptions> options, TimeProvider clock)
    : IStorageProbe
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan CreationTime = TimeSpan.FromSeconds(60);

    public string Subject => $"DynamoDB, {Endpoint}, tables {tables.Orders}, {tables.Customers}, {tables.Products}, {tables.Conversations}";

    private string Endpoint => string.IsNullOrEmpty(options.Value.ServiceUrl)
        ? $"DynamoDb:Region '{options.Value.Region}'"
        : $"DynamoDb:ServiceUrl '{options.Value.ServiceUrl}'";

    public async Task<string?> CheckAsync(CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(Patience, clock);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        try
        {
            var missing = await MissingAsync(both.Token);
            if (missing.Count == 0)
            {
                return await TryUseAsync(both.Token);
            }

            if (!options.Value.CreateTables)
            {
                return $"DynamoDb:TablePrefix '{options.Value.TablePrefix}' names tables that do not exist at {Endpoint}: "
                    + $"{string.Join(", ", missing.Select(table => table.TableName))}. Create them, or set DynamoDb:CreateTables for development.";
            }

            limit.CancelAfter(CreationTime);
            await CreateAsync(missing, both.Token);
            return await TryUseAsync(both.Token);
        }
        catch (OperationCanceledException) when (limit.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            return $"{Endpoint} does not answer.";
        }
        catch (Exception e) when (DynamoDbFaults.IsUnreachable(e))
        {
            return $"{Endpoint} can't be reached: {OneLine(e.GetBaseException())}";
        }
        catch (AmazonClientException e)
        {
            return $"{Endpoint} refuses: {OneLine(e)}";
        }
    }

    private async Task<List<CreateTableRequest>> MissingAsync(CancellationToken cancellationToken)
    {
        var statuses = await Task.WhenAll(tables.Schema.Select(async table => (table, await StatusAsync(table, cancellationToken))));
        return [.. statuses.Where(one => one.Item2 is null).Select(one => one.table)];
    }

    private async Task<TableStatus?> StatusAsync(CreateTableRequest table, CancellationToken cancellationToken)
    {
        try
        {
            return (await client.DescribeTableAsync(table.TableName, cancellationToken)).Table.TableStatus;
        }
        catch (ResourceNotFoundException)
        {
            return null;
        }
    }

    private async Task CreateAsync(List<CreateTableRequest> missing, CancellationToken cancellationToken)
    {
        foreach (var table in missing)
        {
            try
            {
                await client.CreateTableAsync(table, cancellationToken);
            }
            catch (ResourceInUseException)
            {
                // Another node starts at the same time and was first: wait for its table.
            }

            while (await StatusAsync(table, cancellationToken) != TableStatus.ACTIVE)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(200), clock, cancellationToken);
            }
        }
    }

    /// <summary>Asks for what the product needs, without a trace: its indexes, and a transaction whose conditions can't hold.</summary>
    private async Task<string?> TryUseAsync(CancellationToken cancellationToken)
    {
        const string Nobody = "storage-probe";
        try
        {
            await QueryAsync(tables.Orders, DynamoDbTables.ByCustomer, "customerId", cancellationToken);
            await QueryAsync(tables.Conversations, DynamoDbTables.ByCustomer, "customerId", cancellationToken);
            await QueryAsync(tables.Conversations, DynamoDbTables.Owed, "owed", cancellationToken);
            await QueryAsync(tables.Conversations, DynamoDbTables.Inbox, "inbox", cancellationToken);
            await QueryAsync(tables.Products, DynamoDbTables.ByName, "listed", cancellationToken);
            await client.TransactWriteItemsAsync(
                new TransactWriteItemsRequest
                {
                    TransactItems =
                    [
                        Never(tables.Orders, "orderId", new() { ["orderId"] = new(Nobody) }),
                        Never(tables.Customers, "customerId", new() { ["customerId"] = new(Nobody) }),
                        Never(tables.Conversations, "sk", new() { ["conversationId"] = new(Nobody), ["sk"] = new(Nobody) }),
                    ],
                },
                cancellationToken);
            return $"{Endpoint} has an item '{Nobody}' in {tables.Orders}, {tables.Customers} and {tables.Conversations}, which only this check could have written.";
        }
        catch (TransactionCanceledException e) when (e.CancellationReasons.TrueForAll(reason => reason.Code == "ConditionalCheckFailed"))
        {
            return null;
        }
    }

    private Task<QueryResponse> QueryAsync(string table, string index, string key, CancellationToken cancellationToken) => client.QueryAsync(
        new QueryRequest
        {
            TableName = table,
            IndexName = index,
            KeyConditionExpression = "#key = :nobody",
            ExpressionAttributeNames = new() { ["#key"] = key },
            ExpressionAttributeValues = new() { [":nobody"] = new("storage-probe") },
            Limit = 1,
        },
        cancellationToken);

    private static TransactWriteItem Never(string table, string key, Dictionary<string, AttributeValue> item) => new()
    {
        Put = new Put { TableName = table, Item = item, ConditionExpression = $"attribute_exists({key})" },
    };

    private static string OneLine(Exception exception) => exception.Message.ReplaceLineEndings(" ");
}
