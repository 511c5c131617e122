using System.Collections.Concurrent;
using System.Reflection;
using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;

namespace CloudMart.Support.Tests.Fakes;

/// <summary>
/// Counts what writes cost by AWS's formula, since DynamoDB Local's own figures are not AWS's for transactions: a unit a started kilobyte of
/// the larger of the item before and after, twice that in a transaction, and a unit for every index entry put or removed. A
/// write whose condition fails costs as well. It reads every item before and after it is written, so count with one client, and time
/// without counting. It needs no more of the tests than <see cref="ItemSize"/> and <see cref="AsyncProxy"/>.
/// </summary>
public class WriteUnits : DispatchProxy
{
    private readonly ConcurrentQueue<Write> _writes = new();
    private readonly ConcurrentDictionary<string, Task<TableDescription>> _tables = new();
    private IAmazonDynamoDB _inner = null!;

    /// <summary>One call that wrote, and its cost.</summary>
    public sealed record Write(string Call, int Units);

    public IReadOnlyCollection<Write> Writes => _writes;

    public int Total => _writes.Sum(write => write.Units);

    public static IAmazonDynamoDB Over(IAmazonDynamoDB inner, out WriteUnits units)
    {
        var proxy = Create<IAmazonDynamoDB, WriteUnits>();
        units = (WriteUnits)(object)proxy;
        units._inner = inner;
        return proxy;
    }

    public void Clear() => _writes.Clear();

    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args) =>
        args is [PutItemRequest or UpdateItemRequest or DeleteItemRequest or TransactWriteItemsRequest, ..]
            ? AsyncProxy.Call(targetMethod!, this, nameof(CountAsync), targetMethod, args[0], args)
            : targetMethod!.Invoke(_inner, args);

    private async Task<T> CountAsync<T>(MethodInfo method, AmazonDynamoDBRequest request, object?[] args)
    {
        var items = await Task.WhenAll(Targets(request).Select(target => FindAsync(target.Table, target.Item)));
        var before = await Task.WhenAll(items.Select(ReadAsync));
        try
        {
            return await (Task<T>)method.Invoke(_inner, args)!;
        }
        finally
        {
            var after = await Task.WhenAll(items.Select(ReadAsync));
            var perUnit = request is TransactWriteItemsRequest ? 2 : 1;
            var units = items.Select((item, n) => (perUnit * Kilobytes(before[n], after[n])) + IndexWrites(item.Table, before[n], after[n])).Sum();
            _writes.Enqueue(new(method.Name.Replace("Async", "", StringComparison.Ordinal), units));
        }
    }

    private static IEnumerable<(string Table, Dictionary<string, AttributeValue> Item)> Targets(AmazonDynamoDBRequest request) => request switch
    {
        PutItemRequest put => [(put.TableName, put.Item)],
        UpdateItemRequest update => [(update.TableName, update.Key)],
        DeleteItemRequest delete => [(delete.TableName, delete.Key)],
        TransactWriteItemsRequest all => all.TransactItems.Select(one =>
            one.Put is { } put ? (put.TableName, put.Item)
            : one.Update is { } update ? (update.TableName, update.Key)
            : one.Delete is { } delete ? (delete.TableName, delete.Key)
            : (one.ConditionCheck.TableName, one.ConditionCheck.Key)),
        _ => [],
    };

    private async Task<(TableDescription Table, Dictionary<string, AttributeValue> Key)> FindAsync(
        string name, Dictionary<string, AttributeValue> item)
    {
        var table = await _tables.GetOrAdd(name, async one => (await _inner.DescribeTableAsync(one)).Table);
        return (table, table.KeySchema.ToDictionary(key => key.AttributeName, key => item[key.AttributeName]));
    }

    private async Task<Dictionary<string, AttributeValue>?> ReadAsync((TableDescription Table, Dictionary<string, AttributeValue> Key) item) =>
        (await _inner.GetItemAsync(item.Table.TableName, item.Key, consistentRead: true)).Item;

    private static int Kilobytes(Dictionary<string, AttributeValue>? before, Dictionary<string, AttributeValue>? after) =>
        Math.Max(1, (Math.Max(ItemSize.Of(before), ItemSize.Of(after)) + 1023) / 1024);

    /// <summary>An index of keys only is written when an entry comes, goes, or moves (which is both).</summary>
    private static int IndexWrites(TableDescription table, Dictionary<string, AttributeValue>? before, Dictionary<string, AttributeValue>? after) =>
        (table.GlobalSecondaryIndexes ?? []).Sum(index =>
        {
            var (was, now) = (Entry(index, before), Entry(index, after));
            return was == now ? 0 : (was is null ? 0 : 1) + (now is null ? 0 : 1);
        });

    private static string? Entry(GlobalSecondaryIndexDescription index, Dictionary<string, AttributeValue>? item) =>
        item is not null && index.KeySchema.TrueForAll(key => item.ContainsKey(key.AttributeName))
            ? string.Join('|', index.KeySchema.Select(key => item[key.AttributeName].S))
            : null;
}
