using System.Collections.Immutable;
using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using CloudMart.Support.Core.Insights;
using CloudMart.Support.Core.Storage;

namespace CloudMart.Support.Core.Conversations;

/// <summary>
/// Keeps the heads of conversations that owe nothing any more and adds what they changed to the daily counters, in one transaction for all that
/// come within a moment. Nobody waits for it but the worker, whose answer is out; and what a turn costs of the database's time is
/// mostly calls.
/// </summary>
internal sealed class DynamoDbClearings(DynamoDbCalls calls, DynamoDbTables tables, NodeName node, TimeProvider clock) : IDisposable
{
    /// <summary>A transaction may have 100 items, and a conflict with one of them costs the others a repetition.</summary>
    private const int MostAtOnce = 40;

    private static readonly TimeSpan Moment = TimeSpan.FromMilliseconds(150);

    private readonly SemaphoreSlim _oneAtATime = new(1, 1);
    private readonly Lock _lock = new();
    private List<Clearing> _waiting = [];

    /// <param name="head">The update of the head, with its condition.</param>
    /// <param name="day">On which the conversation began.</param>
    /// <param name="changes">What it changed of that day's counters.</param>
    /// <param name="cancellationToken">Stops waiting; what was begun is settled.</param>
    /// <returns>Null where it stands; the head as it is where its condition does not hold.</returns>
    public async Task<Dictionary<string, AttributeValue>?> CommitAsync(
        Update head, DateOnly day, ImmutableArray<(string Name, long By)> changes, CancellationToken cancellationToken)
    {
        var clearing = new Clearing(head, day, changes);
        if (IsFirst(clearing))
        {
            await Task.Delay(Moment, clock, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            await CommitAsync(Taken());
        }

        return await clearing.Ended.Task.WaitAsync(cancellationToken);
    }

    public void Dispose() => _oneAtATime.Dispose();

    private bool IsFirst(Clearing clearing)
    {
        lock (_lock)
        {
            _waiting.Add(clearing);
            return _waiting.Count == 1;
        }
    }

    private List<Clearing> Taken()
    {
        lock (_lock)
        {
            var taken = _waiting;
            _waiting = [];
            return taken;
        }
    }

    /// <summary>Whoever leads commits for others too, so that its own cancellation ends nothing here.</summary>
    private async Task CommitAsync(List<Clearing> all)
    {
        await _oneAtATime.WaitAsync(CancellationToken.None); // two of one node would only be in each other's way at the counters
        try
        {
            foreach (var some in all.Chunk(MostAtOnce))
            {
                await CommitTogetherAsync(some);
            }
        }
        finally
        {
            _oneAtATime.Release();
        }
    }

    private async Task CommitTogetherAsync(Clearing[] some)
    {
        try
        {
            await WriteAsync(some);
            foreach (var clearing in some)
            {
                clearing.Ended.SetResult(null);
            }
        }
        catch (TransactionCanceledException e) when (some is [var only] && DynamoDbFaults.FailedCondition(e) is { } head)
        {
            only.Ended.SetResult(head);
        }
        catch (TransactionCanceledException) when (some.Length > 1)
        {
            foreach (var clearing in some)
            {
                await CommitTogetherAsync([clearing]); // one was marked anew, which is no matter of the others
            }
        }
        catch (Exception fault)
        {
            foreach (var clearing in some)
            {
                clearing.Ended.SetException(fault); // each of those who wait for it tries again, or gives up
            }
        }
    }

    private Task<TransactWriteItemsResponse> WriteAsync(Clearing[] some)
    {
        var request = new TransactWriteItemsRequest
        {
            TransactItems =
            [
                .. some.Select(clearing => new TransactWriteItem { Update = clearing.Head }),
                .. some.GroupBy(clearing => clearing.Day).Select(day => (day.Key, Sums: Sums(day))).Where(day => day.Sums.Count > 0)
                    .Select(day => new TransactWriteItem { Update = DynamoDbDayCounters.Add(tables.Conversations, day.Key, node, day.Sums) }),
            ],
        };
        return calls.WriteAsync(client => client.TransactWriteItemsAsync(request, CancellationToken.None), CancellationToken.None);
    }

    private static List<(string Name, long By)> Sums(IEnumerable<Clearing> clearings) =>
    [
        .. clearings.SelectMany(clearing => clearing.Changes).GroupBy(change => change.Name)
            .Select(name => (name.Key, name.Sum(change => change.By))).Where(sum => sum.Item2 != 0),
    ];

    private sealed record Clearing(Update Head, DateOnly Day, ImmutableArray<(string Name, long By)> Changes)
    {
        public TaskCompletionSource<Dictionary<string, AttributeValue>?> Ended { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
