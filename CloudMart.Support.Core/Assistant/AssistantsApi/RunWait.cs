using CloudMart.Support.Core.Assistant.Providers;

namespace CloudMart.Support.Core.Assistant.AssistantsApi;

/// <summary>Looks at a step's run until it has come to a point.</summary>
internal sealed class RunWait(OpenAIThreads server, AssistantOptions options, TimeProvider clock)
{
    /// <summary>A message can be listed a moment after the run that wrote it is completed.</summary>
    private const int LooksForMessages = 5;

    /// <summary>How often a run may be shown as it was before its outputs were handed in, until they are handed in again.</summary>
    private const int LooksAtOldSnapshots = 10;

    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(5);

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

                await Task.Delay(options.PollEvery, clock, cancellationToken);
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
