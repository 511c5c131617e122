using System.Collections.Immutable;
using CloudMart.Support.Core.Assistant.Providers;
using CloudMart.Support.Core.Conversations;
using Microsoft.Extensions.Logging;

namespace CloudMart.Support.Core.Assistant.AssistantsApi;

/// <summary>Ends what nobody waits for: neither leaving a stream nor ending a wait cancels a run, which would lock the thread and go on costing.</summary>
internal sealed partial class UnwantedRuns(OpenAIThreads server, RunSettling settling, Func<RetryBudget> retries, ILogger logger)
{
    /// <summary>A run that was being created when it was given up appears a moment later.</summary>
    private const int LooksForLateRun = 2;

    /// <summary>Cancels what the conversation's run has going in the thread, and waits a little for its end.</summary>
    /// <returns>What was used and nobody was told, and what has not ended yet.</returns>
    public async Task<(TokenUsage? Used, ImmutableList<UnpaidRun> Unpaid)> EndAsync(
        RemoteThread thread, Holding holding, CancellationToken cancellationToken)
    {
        var (used, unpaid) = (thread.Spent, thread.Unpaid ?? []);
        foreach (var run in await CancelAsync(thread, holding, cancellationToken))
        {
            if (await settling.SettledAsync(thread.Thread, run, cancellationToken) is { } ended)
            {
                used = TokenUsage.Sum(used, ended.Usage);
            }
            else
            {
                unpaid = UnpaidRun.Add(unpaid, thread.Thread, run);
            }
        }

        return (used, unpaid);
    }

    /// <summary>
    /// A run may have been created whose reply nobody waited for, at this very moment even. So the thread is asked what is live there, which can
    /// only be its newest run.
    /// </summary>
    /// <returns>The run that is ending now; null where none is, or it is not meant.</returns>
    public async Task<string?> CancelLiveAsync(
        RemoteThread thread, Holding holding, Predicate<RemoteRun> isMeant, CancellationToken cancellationToken)
    {
        string? ending = null;
        await InsistAsync(
            thread,
            holding,
            async () =>
            {
                var (reply, live) = await FindLiveAsync(thread, cancellationToken);
                ending = live is not null && isMeant(live) ? live.Id : null;
                return ending is null || live is { Status: "cancelling" } ? reply : await server.CancelRunAsync(thread.Thread, ending, cancellationToken);
            },
            cancellationToken);
        return ending;
    }

    /// <returns>The runs of which it is to be seen what they have used.</returns>
    private async Task<IEnumerable<string>> CancelAsync(
        RemoteThread thread, Holding holding, CancellationToken cancellationToken)
    {
        var reply = thread.Run is { } run
            ? await InsistAsync(thread, holding, () => server.CancelRunAsync(thread.Thread, run, cancellationToken), cancellationToken)
            : null;
        var known = reply is null or Refused { Status: 404 } ? null : thread.Run;
        if (reply is not (null or Refused { Status: 400 or 404 }))
        {
            return [known!];
        }

        // The run that is known may have been over for long, and another be live.
        var live = await CancelLiveAsync(thread, holding, each => each.For is null || each.For == holding.RunId, cancellationToken);
        return new[] { known, live }.OfType<string>().Distinct();
    }

    private async Task<(ProviderReply Reply, RemoteRun? Live)> FindLiveAsync(RemoteThread thread, CancellationToken cancellationToken)
    {
        for (var looks = 1; ; looks++)
        {
            var list = await server.ListNewestRunsAsync(thread.Thread, cancellationToken);
            var newest = list is Accepted { Body: var body } ? body.ListAt("data").Select(RemoteRun.Of).FirstOrDefault() : null;
            var live = newest is { IsOver: false } ? newest : null;
            if (live is not null || looks == LooksForLateRun || list is not Accepted)
            {
                return (list, live);
            }

            await settling.PauseAsync(cancellationToken);
        }
    }

    /// <summary>Tries again what may pass.</summary>
    private async Task<ProviderReply> InsistAsync(
        RemoteThread thread, Holding holding, Func<Task<ProviderReply>> cancel, CancellationToken cancellationToken)
    {
        var budget = retries();
        var reply = await cancel();
        while (ProviderFault.MayPass(reply) && await budget.WaitAsync((reply as Refused)?.RetryAfter, cancellationToken))
        {
            reply = await cancel();
        }

        if (reply is not (Accepted or Refused { Status: 400 or 404 }))
        {
            LogNotCancelled(thread.Run ?? "of unknown id", thread.Thread, holding.ConversationId, holding.RunId); // 400 and 404 mean that there is nothing left to cancel
        }

        return reply;
    }

    [LoggerMessage(
        1201,
        LogLevel.Warning,
        "The provider's run {Run} of thread {Thread} could not be cancelled for conversation {ConversationId}, run {RunId}; it ends when it expires")]
    private partial void LogNotCancelled(string run, string thread, string conversationId, string runId);
}
