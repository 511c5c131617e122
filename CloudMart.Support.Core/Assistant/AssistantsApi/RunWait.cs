using CloudMart.Support.Core.Assistant.Providers;

namespace CloudMart.Support.Core.Assistant.AssistantsApi;

/// <summary>Looks at runs until they have come to a point, and ends those that nobody wants.</summary>
internal sealed class RunWait(OpenAIThreads server, AssistantOptions options, TimeProvider clock)
{
    /// <summary>A message can be listed a moment after the run that wrote it is completed.</summary>
    private const int LooksForMessages = 2;

    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(5);

    /// <summary>Polls the progress's run until it is over or wants outputs, or is gone and dropped.</summary>
    /// <returns>Null then; otherwise why it was given up.</returns>
    public async Task<StepFailed?> UntilDecidedAsync(StepProgress progress, CancellationToken cancellationToken)
    {
        var thread = progress.Thread!.Thread;
        var pause = TimeSpan.Zero;
        while (progress.Run is { IsDecided: false } run)
        {
            if (clock.GetUtcNow() + pause >= progress.Deadline)
            {
                await server.CancelRunAsync(thread, run.Id, cancellationToken);
                return new StepFailed(StepFailure.Expired, $"run {run.Id} was still {run.Status} when its time was up", progress.Text.Shown);
            }

            await Task.Delay(pause, clock, cancellationToken);
            var reply = await server.GetRunAsync(thread, run.Id, cancellationToken);
            if (reply is Accepted { Body: var body } accepted)
            {
                progress.Saw(RemoteRun.Of(body));
                pause = accepted.PollAfter is { } asked ? (asked < LongestPause ? asked : LongestPause) : options.PollEvery;
            }
            else if (await FailedLookAsync(reply, run, progress, cancellationToken) is { } failed)
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

    /// <summary>Cancels a run and waits for its end, because its thread is locked until then.</summary>
    /// <returns>False when it did not end within <see cref="AssistantOptions.SettleLimit"/>.</returns>
    public async Task<bool> EndAsync(string thread, string run, CancellationToken cancellationToken)
    {
        // A refusal means that it is ending already, or has: the next look tells.
        var reply = await server.CancelRunAsync(thread, run, cancellationToken);
        var limit = clock.GetUtcNow() + options.SettleLimit;
        while (!(reply is Accepted { Body: var body } && RemoteRun.Of(body).IsOver) && reply is not Refused { Status: 404 })
        {
            if (clock.GetUtcNow() + options.PollEvery >= limit)
            {
                return false;
            }

            await Task.Delay(options.PollEvery, clock, cancellationToken);
            reply = await server.GetRunAsync(thread, run, cancellationToken);
        }

        return true;
    }

    /// <returns>Null when the next look may help.</returns>
    private async Task<StepFailed?> FailedLookAsync(
        ProviderReply reply, RemoteRun run, StepProgress progress, CancellationToken cancellationToken)
    {
        var shown = progress.Text.Shown;
        if (reply is Refused { Status: 404 })
        {
            progress.Drop(run.Id);
        }
        else if (ProviderFault.Lasting(reply, options) is { } lasting)
        {
            return lasting with { Text = shown };
        }

        return await progress.Retries.WaitAsync((reply as Refused)?.RetryAfter, cancellationToken)
            ? null
            : ProviderFault.Unavailable(reply, options, shown);
    }
}
