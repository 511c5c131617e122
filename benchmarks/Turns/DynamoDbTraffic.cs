using System.Collections.Concurrent;
using System.Reflection;
using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using CloudMart.Support.Tests.Fakes;

namespace CloudMart.Support.Benchmarks.Turns;

/// <summary>
/// Counts what turns ask of DynamoDB: the calls, and what reads cost by AWS's formula (half a unit a started 4 KB, one for a consistent
/// read). What the sweep asks every two seconds, whether there are turns or not, is left out.
/// </summary>
public class DynamoDbTraffic : DispatchProxy
{
    private const string SweptIndex = "owed";

    private IAmazonDynamoDB _inner = null!;

    /// <summary>The names of the calls, in order.</summary>
    public ConcurrentQueue<string> Calls { get; } = new();

    /// <summary>The read units of each call that read.</summary>
    public ConcurrentQueue<double> ReadUnits { get; } = new();

    public static IAmazonDynamoDB Over(IAmazonDynamoDB inner, out DynamoDbTraffic traffic)
    {
        var proxy = Create<IAmazonDynamoDB, DynamoDbTraffic>();
        traffic = (DynamoDbTraffic)(object)proxy;
        traffic._inner = inner;
        return proxy;
    }

    public void Clear()
    {
        Calls.Clear();
        ReadUnits.Clear();
    }

    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args) => args switch
    {
        [QueryRequest { IndexName: SweptIndex }, ..] => targetMethod!.Invoke(_inner, args),
        [AmazonDynamoDBRequest request, ..] => AsyncProxy.Call(targetMethod!, this, nameof(CountAsync), targetMethod, request, args),
        _ => targetMethod!.Invoke(_inner, args),
    };

    private async Task<T> CountAsync<T>(MethodInfo method, AmazonDynamoDBRequest request, object?[] args)
    {
        Calls.Enqueue(method.Name.Replace("Async", "", StringComparison.Ordinal));
        var response = await (Task<T>)method.Invoke(_inner, args)!;
        if (UnitsOf(request, response) is { } units)
        {
            ReadUnits.Enqueue(units);
        }

        return response;
    }

    private static double? UnitsOf(AmazonDynamoDBRequest request, object? response) => (request, response) switch
    {
        (GetItemRequest get, GetItemResponse got) => UnitsOf(get.ConsistentRead, ItemSize.Of(got.Item)),
        (QueryRequest query, QueryResponse got) => UnitsOf(query.ConsistentRead, got.Items?.Sum(ItemSize.Of) ?? 0),
        (BatchGetItemRequest batch, BatchGetItemResponse got) => got.Responses.Sum(table =>
            table.Value.Sum(item => UnitsOf(batch.RequestItems[table.Key].ConsistentRead, ItemSize.Of(item)))),
        _ => null,
    };

    private static double UnitsOf(bool? consistent, int bytes) => Math.Max(1, (bytes + 4095) / 4096) * (consistent == true ? 1 : 0.5);
}
