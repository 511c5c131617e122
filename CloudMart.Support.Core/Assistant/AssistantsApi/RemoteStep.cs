using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using CloudMart.Support.Core.Assistant.Providers;

namespace CloudMart.Support.Core.Assistant.AssistantsApi;

/// <summary>
/// One step at a server of the Assistants protocol: hand in outputs or begin a run, read its stream, and whenever that is not the whole
/// story, look at the run itself.
/// </summary>
internal sealed partial class RemoteStep(
    StepProgress progress, RunStart start, RunSubmit submit, RunWait wait, OpenAIThreads server, AssistantOptions options, TimeProvider clock)
{
    /// <summary>A message can be listed a moment after the run that wrote it is completed.</summary>
    private const int LooksForMessages = 2;

    public async IAsyncEnumerable<AssistantUpdate> TakeAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        while (true)
        {
            var begun = progress.Awaited is { } round
                ? await submit.SubmitAsync(progress, round, cancellationToken)
                : await start.BeginAsync(progress, cancellationToken);
            var failed = begun.Failed;
            if (begun.Stream is { } stream)
            {
                await using (stream)
                {
                    await foreach (var update in ReadAsync(stream))
                    {
                        yield return update;
                    }
                }

                failed = await FindRunAsync(cancellationToken);
            }

            var isStreamed = begun.Stream is not null && progress.Run is { IsDecided: true };
            failed ??= await wait.UntilDecidedAsync(progress, cancellationToken);
            if (failed is null && !HasAllText(isStreamed))
            {
                (var missing, failed) = await SettleTextAsync(cancellationToken);
                foreach (var update in missing)
                {
                    yield return update;
                }
            }

            var end = failed ?? (progress.Run is { } run ? RunOutcome.Of(run, progress) : null);
            var shown = progress.Text.Shown;
            if (end is null && progress.Run is { } lost)
            {
                progress.Drop(lost.Id);
                end = await progress.Retries.WaitAsync(AskedPause(lost.Message), cancellationToken)
                    ? null
                    : new StepFailed(StepFailure.Unavailable, $"run {lost.Id} {lost.Status}: {lost.Reason} {lost.Message}", shown);
            }

            if (end is not null)
            {
                yield return end;
                yield break;
            }

            if (shown.Length > 0)
            {
                yield return new TextRestarted();
            }
        }
    }

    private async IAsyncEnumerable<AssistantUpdate> ReadAsync(ProviderStream stream)
    {
        var events = new RunEvents(progress);
        while (!events.IsOver && await stream.NextAsync() is { } received)
        {
            foreach (var update in events.Take(received))
            {
                yield return update;
            }
        }
    }

    /// <summary>A stream that broke off before it named its run.</summary>
    private async Task<StepFailed?> FindRunAsync(CancellationToken cancellationToken)
    {
        if (progress.Run is not null)
        {
            return null;
        }

        if (progress.Thread?.Run is { } submitted)
        {
            progress.Saw(RemoteRun.Unseen(submitted));
            return null;
        }

        return await start.MendAsync(new Unreached("the stream broke off at once"), progress, cancellationToken);
    }

    private bool HasAllText(bool isStreamed) => progress.Run switch
    {
        { WantsOutputs: true } => isStreamed && progress.Text.HasNoHalf,
        { Status: "completed" or "incomplete" } => isStreamed && progress.Text.IsWhole,
        _ => true,
    };

    private async Task<(IEnumerable<AssistantUpdate> Missing, StepFailed? Failed)> SettleTextAsync(CancellationToken cancellationToken)
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
            else if (!await progress.Retries.WaitAsync((reply as Refused)?.RetryAfter, cancellationToken))
            {
                return ([], ProviderFault.Unavailable(reply, options, progress.Text.Shown));
            }
        }
    }

    /// <summary>The protocol says when to try a failed run again only in words: "Try again in 4 seconds."</summary>
    private static TimeSpan? AskedPause(string message) =>
        PausePattern().Match(message) is { Success: true } match
        && double.TryParse(match.Groups["number"].Value, CultureInfo.InvariantCulture, out var number)
            ? match.Groups["unit"].Value is "ms" ? TimeSpan.FromMilliseconds(number) : TimeSpan.FromSeconds(number)
            : null;

    [GeneratedRegex(@"(?:try again in|retry after)\s+(?<number>\d{1,6}(?:\.\d+)?)\s*(?<unit>ms|s)", RegexOptions.IgnoreCase)]
    private static partial Regex PausePattern();
}
