using CloudMart.Support.Core.Conversations;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace CloudMart.Support.Core.Assistant;

/// <summary>
/// Finds conversations that are owed an answer and that nobody works on: after a crash, after a store was away, or when a node marked one
/// and went. At the latest a lease and a sweep after the fault, every such conversation is being settled again.
/// </summary>
internal sealed partial class OwedSweep(
    IOwedAnswers owed,
    IConversationLog log,
    ActiveConversations active,
    RunWorker worker,
    StorePatience patience,
    NodeName node,
    TimeProvider clock,
    ILogger<OwedSweep> logger) : BackgroundService
{
    private const int MostAtOnce = 200;
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(2);

    /// <summary>Whoever set a mark is given this long to append what it was set for, and to turn to it.</summary>
    private static readonly TimeSpan Headway = TimeSpan.FromSeconds(2);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every, clock);
        do
        {
            try
            {
                await SweepAsync(stoppingToken);
            }
            catch (Exception fault) when (patience.IsAway(fault))
            {
                LogStoreAway(fault);
            }
            catch (Exception fault) when (!stoppingToken.IsCancellationRequested)
            {
                LogCannotSweep(fault); // a key that was taken away may be given back, and meanwhile the runs that are at work go on
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private async Task SweepAsync(CancellationToken cancellationToken)
    {
        foreach (var id in await owed.ListAsync(clock.GetUtcNow() - Headway, MostAtOnce, cancellationToken))
        {
            try
            {
                await TakeUpAsync(id, cancellationToken);
            }
            catch (Exception bug) when (!cancellationToken.IsCancellationRequested && !patience.IsAway(bug))
            {
                // One conversation that can't be read must not keep the others waiting.
                LogCannotTakeUp(bug, id);
            }
        }
    }

    private async Task TakeUpAsync(string id, CancellationToken cancellationToken)
    {
        if (!active.Has(id) && await owed.LeaseAsync(id, node.Value, cancellationToken) is { Leased: true } mark && !active.Has(id))
        {
            var known = await log.ReadAsync(id, ConversationWriter.ContextEvents, cancellationToken);
            worker.Add(new RunTicket(known ?? ConversationSnapshot.Empty(id), mark, AppendedSince: false));
        }
    }

    [LoggerMessage(1060, LogLevel.Warning, "The store is away; looking for owed answers again in a moment")]
    private partial void LogStoreAway(Exception fault);

    [LoggerMessage(1062, LogLevel.Error, "Looking for owed answers failed; it is tried again in a moment")]
    private partial void LogCannotSweep(Exception fault);

    [LoggerMessage(1061, LogLevel.Error, "Conversation {ConversationId} is owed an answer and can't be taken up")]
    private partial void LogCannotTakeUp(Exception bug, string conversationId);
}
