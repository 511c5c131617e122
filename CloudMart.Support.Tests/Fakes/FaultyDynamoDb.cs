using System.Collections.Concurrent;
using System.Reflection;
using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;

namespace CloudMart.Support.Tests.Fakes;

/// <summary>
/// What AWS does and DynamoDB Local hides: it throttles, it refuses an item that another transaction holds, its reply gets lost after a commit,
/// and its indexes lag. Seeded: the n-th call meets the same fate in every run.
/// </summary>
public class FaultyDynamoDb : DispatchProxy
{
    private readonly ConcurrentDictionary<string, int> _faults = new();
    private readonly Lock _gate = new();
    private readonly LaggingIndexes _indexes = new();
    private IAmazonDynamoDB _inner = null!;
    private Random _random = null!;
    private bool _begun;

    public IReadOnlyDictionary<string, int> Faults => _faults;

    public static IAmazonDynamoDB Over(IAmazonDynamoDB inner, int seed, out FaultyDynamoDb faulty)
    {
        var proxy = Create<IAmazonDynamoDB, FaultyDynamoDb>();
        faulty = (FaultyDynamoDb)(object)proxy;
        (faulty._inner, faulty._random) = (inner, new Random(seed));
        return proxy;
    }

    /// <summary>From here on things go wrong; before, tables are created in peace.</summary>
    public void Begin() => _begun = true;

    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args) =>
        _begun && args is [AmazonDynamoDBRequest request, ..]
            ? AsyncProxy.Call(targetMethod!, this, nameof(CallAsync), targetMethod, request, args)
            : targetMethod!.Invoke(_inner, args);

    private async Task<T> CallAsync<T>(MethodInfo method, AmazonDynamoDBRequest request, object?[] args)
    {
        var fate = Draw();
        var writes = request is PutItemRequest or UpdateItemRequest or TransactWriteItemsRequest;
        if (fate < (writes ? 0.05 : 0.01)) // a list is dozens of reads, and fails as a whole with any of them
        {
            throw Count("throttled", new ProvisionedThroughputExceededException("Throttled by the test."));
        }

        if (writes && fate < 0.20)
        {
            throw Count("conflict", Conflict(request));
        }

        if (request is TransactWriteItemsRequest transaction)
        {
            transaction.ClientRequestToken = null; // as after ten minutes: the store has to know its own commit again by itself
        }

        var response = await (Task<T>)method.Invoke(_inner, args)!;
        _indexes.Wrote(request);
        if (writes && fate > 0.94)
        {
            throw Count("reply lost", new HttpRequestException("The reply was lost by the test."));
        }

        if (request is QueryRequest { IndexName: not null } query && response is QueryResponse page && _indexes.Lag(query, page))
        {
            Count("index lagged", new InvalidOperationException());
        }

        return response;
    }

    private static Exception Conflict(AmazonDynamoDBRequest request) => request is TransactWriteItemsRequest transaction
        ? new TransactionCanceledException("Conflict by the test.")
        {
            CancellationReasons =
            [
                .. transaction.TransactItems.Select((_, index) => new CancellationReason { Code = index == 0 ? "TransactionConflict" : "None" }),
            ],
        }
        : new TransactionConflictException("Conflict by the test.");

    private double Draw()
    {
        lock (_gate)
        {
            return _random.NextDouble();
        }
    }

    private Exception Count(string kind, Exception fault)
    {
        _faults.AddOrUpdate(kind, 1, (_, count) => count + 1);
        return fault;
    }
}
