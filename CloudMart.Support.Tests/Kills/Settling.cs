using System.Diagnostics;
using CloudMart.Support.Tests.Kills.Turns;

namespace CloudMart.Support.Tests.Kills;

/// <summary>Everything is up again: who still waits goes on, and all else is the server's own affair.</summary>
internal sealed class Settling(ShopRecords records, TurnBook turns, Senders senders, KillReport report)
{
    /// <summary>A lease and a sweep take twelve seconds of these.</summary>
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);

    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(250);

    /// <summary>Waits until nothing is owed and nobody waits, and judges every turn; what has not settled in time is told by name.</summary>
    /// <param name="underway">What customers had sent before and may still get a reply to.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task SettleAsync(Task underway, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(Limit);
        try
        {
            await Task.WhenAll(FinishAsync(underway, limit.Token), TimeAsync(limit.Token));
            await NothingOwedAsync(limit.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            // The verdict says what is missing.
        }

        await turns.JudgeAsync(report, cancellationToken);
        report.TellProgress();
    }

    private async Task FinishAsync(Task underway, CancellationToken cancellationToken)
    {
        await underway.WaitAsync(cancellationToken);
        using var clock = new PeriodicTimer(BetweenLooks);
        while (turns.Unfinished() is { Count: > 0 } unfinished)
        {
            await senders.GoOnAsync(unfinished, cancellationToken);
            await clock.WaitForNextTickAsync(cancellationToken);
        }
    }

    /// <summary>Clocks what was left behind, and not what is said only now.</summary>
    private async Task TimeAsync(CancellationToken cancellationToken)
    {
        var begun = Stopwatch.GetTimestamp();
        var left = (await OwedAsync(cancellationToken)).ToHashSet();
        using var clock = new PeriodicTimer(BetweenLooks);
        while (left.Count > 0)
        {
            await clock.WaitForNextTickAsync(cancellationToken);
            var still = await OwedAsync(cancellationToken);
            foreach (var settled in left.Except(still).ToList())
            {
                left.Remove(settled);
                report.SettledBy(Stopwatch.GetElapsedTime(begun));
            }
        }
    }

    private async Task NothingOwedAsync(CancellationToken cancellationToken)
    {
        using var clock = new PeriodicTimer(BetweenLooks);
        while ((await OwedAsync(cancellationToken)).Count > 0)
        {
            await clock.WaitForNextTickAsync(cancellationToken);
        }
    }

    private Task<IReadOnlyList<string>> OwedAsync(CancellationToken cancellationToken) => records.Owed.ListAsync(DateTimeOffset.MaxValue, 1_000, cancellationToken);
}
