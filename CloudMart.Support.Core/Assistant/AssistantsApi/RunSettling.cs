using CloudMart.Support.Core.Assistant.Providers;

namespace CloudMart.Support.Core.Assistant.AssistantsApi;

/// <summary>Sees runs end that were told to: their thread is locked until then, and only then the server says what they have used.</summary>
internal sealed class RunSettling(OpenAIThreads server, AssistantOptions options, TimeProvider clock)
{
    /// <summary>The conversation goes on only afterwards; what has not ended by then is counted later.</summary>
    private static readonly TimeSpan ShortWait = TimeSpan.FromSeconds(2);

    /// <summary>Cancels a run and waits for its end.</summary>
    /// <returns>
    /// The run as it ended, or as one of which nothing is known where it is gone; null when it did not end within <see cref="AssistantOptions.SettleLimit"/>.
    /// </returns>
    public Task<RemoteRun?> EndAsync(string thread, string run, CancellationToken cancellationToken) =>
        SettleAsync(thread, run, limit => server.CancelRunAsync(thread, run, limit), options.SettleLimit, cancellationToken);

    /// <summary>Waits for the end of a run that was told to end, but not for long.</summary>
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
                case Unreached:
                    return; // the customer waits for the step
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
}
