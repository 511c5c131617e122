using CloudMart.Support.Core.Assistant.Providers;

namespace CloudMart.Support.Core.Assistant.AssistantsApi;

/// <summary>Looks at runs until they have come to a point, and ends those that nobody wants.</summary>
internal sealed class RunWait(OpenAIThreads server, AssistantOptions options, TimeProvider clock)
{
    /// <summary>A message can be listed a moment after the run that wrote it is completed.</summary>
    private const int LooksForMessages = 5;

    /// <summary>How often a run may be shown as it was before its outputs were handed in, until they are handed in again.</summary>
    private const int LooksAtOldSnapshots = 10;

    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(5);

    /// <summary>The conversation goes on only afterwards; what has not ended by then is counted later.</summary>
    private static readonly TimeSpan ShortWait = TimeSpan.FromSeconds(2);

    /// <summary>A server that asks to be asked at once would be asked without end.</summary>
    private readonly TimeSpan _shortestPause = options.PollEvery < TimeSpan.FromMilliseconds(100) ? options.PollEvery : TimeSpan.FromMilliseconds(100);

    /// <summary>Polls the progress's run until it is over, wants outputs (be it once more), or is gone and dropped.</summary>
    /// <returns>Null then; otherwise why it was given up.</returns>
    public async Task<StepFailed?> UntilDecidedAsync(StepProgress progress, CancellationToken cancellationToken)
    {
        var (pause, old, retries) = (TimeSpan.Zero, 0, progress.Retries);
        while (progress is { Run: { } run, IsDecided: false } && (progress.AskedAgain.IsEmpty || (progress.MayBeOld && old < LooksAtOldSnapshots)))
        {
            if (clock.GetUtcNow() + pause >= progress.Deadline)
            {
                return new StepFailed(StepFailure.Expired, $"run {run.Id} was still {run.Status} when its time was up", progress.Text.Shown);
            }

            await Task.Delay(pause, clock, cancellationToken);
            var reply = await server.GetRunAsync(progress.Thread!.Thread, run.Id, cancellationToken);
            if (reply is Accepted { Body: var body } accepted)
            {
                retries = progress.Retries.Anew(); // whatever was amiss has passed
                progress.Saw(RemoteRun.Of(body));
                old += progress.MayBeOld ? 1 : 0;
                pause = accepted.PollAfter is { } asked ? Clamped(asked) : options.PollEvery;
            }
            else if (await FailedLookAsync(reply, run, progress, retries, cancellationToken) is { } failed)
            {
                return failed;
            }
        }

        return null;
    }

    /// <summary>Asks the thread for what the run has said.</summary>
    /// <returns>What still has to be shown of it, or why it could not be had.</returns>
    public async Task<(IEnumerable<AssistantUpdate> Missing, StepFailed? Failed)> ForTextAsync(
        StepProgress progress, CancellationToken cancellationToken)
    {
        var run = progress.Run!;
        for (var looks = 1; ; looks++)
        {
            var reply = await server.ListMessagesAsync(progress.Thread!.Thread, cancellationToken);
            if (reply is Accepted { Body: var list })
            {
                var messages = RemoteMessage.OfRun(list, run.Id).ToList();
                if (messages.Count > progress.Text.ToldBefore || run.WantsOutputs || looks >= LooksForMessages)
                {
                    return (progress.Text.Settle(messages), null);
                }

                await PauseAsync(cancellationToken);
            }
            else if (reply is Refused { Status: not 404 } && ProviderFault.Lasting(reply, options) is { } lasting)
            {
                return ([], lasting with { Text = progress.Text.Shown });
            }
            else if (!await progress.Retries.WaitAsync((reply as Refused)?.RetryAfter, cancellationToken))
            {
                return ([], ProviderFault.Unavailable(reply, options, progress.Text.Shown));
            }
        }
    }

    /// <summary>Cancels a run and waits for its end, because its thread is locked until then.</summary>
    /// <returns>
    /// The run as it ended, or as one of which nothing is known where it is gone; null when it did not end within <see cref="AssistantOptions.SettleLimit"/>.
    /// </returns>
    public Task<RemoteRun?> EndAsync(string thread, string run, CancellationToken cancellationToken) =>
        SettleAsync(thread, run, limit => server.CancelRunAsync(thread, run, limit), options.SettleLimit, cancellationToken);

    /// <summary>Waits for the end of a run that was told to end, since only then the server says what it has used; but not for long.</summary>
    /// <returns>As <see cref="EndAsync"/>.</returns>
    public Task<RemoteRun?> SettledAsync(string thread, string run, CancellationToken cancellationToken) => SettleAsync(
        thread, run, limit => server.GetRunAsync(thread, run, limit), options.SettleLimit < ShortWait ? options.SettleLimit : ShortWait, cancellationToken);

    /// <summary>Whatever has ended by now of what was let go of earlier counts with this step.</summary>
    public async Task PayAsync(StepProgress progress, CancellationToken cancellationToken)
    {
        foreach (var unpaid in progress.Unpaid)
        {
            switch (await server.GetRunAsync(unpaid.Thread, unpaid.Run, cancellationToken))
            {
                case Accepted { Body: var body } when RemoteRun.Of(body) is { IsOver: true } over:
                    progress.Pay(over);
                    break;
                case Refused { Status: 404 }:
                    progress.Pay(RemoteRun.Unseen(unpaid.Run));
                    break;
            }
        }
    }

    public Task PauseAsync(CancellationToken cancellationToken) => Task.Delay(options.PollEvery, clock, cancellationToken);

    private async Task<RemoteRun?> SettleAsync(
        string thread, string run, Func<CancellationToken, Task<ProviderReply>> first, TimeSpan atMost, CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(atMost, clock);
        using var linked = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        try
        {
            var reply = await first(linked.Token);
            while (reply is not Refused { Status: 404 })
            {
                if (reply is Accepted { Body: var body } && RemoteRun.Of(body) is { IsOver: true } over)
                {
                    return over;
                }

                // A refusal to cancel for good means that it is ending already, or has: a look tells.
                await Task.Delay((reply as Refused)?.RetryAfter ?? options.PollEvery, clock, linked.Token);
                reply = ProviderFault.MayPass(reply) ? await first(linked.Token) : await server.GetRunAsync(thread, run, linked.Token);
            }

            return RemoteRun.Unseen(run);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return null;
        }
    }

    private TimeSpan Clamped(TimeSpan asked) => asked > LongestPause ? LongestPause : asked < _shortestPause ? _shortestPause : asked;

    /// <returns>Null when the next look may help.</returns>
    private async Task<StepFailed?> FailedLookAsync(
        ProviderReply reply, RemoteRun run, StepProgress progress, RetryBudget retries, CancellationToken cancellationToken)
    {
        var shown = progress.Text.Shown;
        if (reply is Refused { Status: 404 })
        {
            progress.Drop(run);
            retries = progress.Retries; // a new run is another try of the step
        }
        else if (ProviderFault.Lasting(reply, options) is { } lasting)
        {
            return lasting with { Text = shown };
        }

        return await retries.WaitAsync((reply as Refused)?.RetryAfter, cancellationToken)
            ? null
            : ProviderFault.Unavailable(reply, options, shown);
    }
}
