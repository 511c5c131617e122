using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using CloudMart.Support.Core.Assistant.Providers;

namespace CloudMart.Support.Core.Assistant.AssistantsApi;

/// <summary>
/// One step at a server of the Assistants protocol: hand in outputs or begin a run, read its stream, and whenever that is not the whole
/// story, look at the run itself.
/// </summary>
internal sealed partial class RemoteStep(StepProgress progress, RunStart start, RunWait wait)
{
    private StepFailed? _failed;

    public async IAsyncEnumerable<AssistantUpdate> TakeAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        while (true)
        {
            var isAnythingShown = false;
            await foreach (var update in TryAsync(cancellationToken))
            {
                isAnythingShown = update is TextPiece;
                yield return update;
            }

            if (await EndAsync(cancellationToken) is { } end)
            {
                yield return end;
                yield break;
            }

            if (isAnythingShown)
            {
                yield return new TextRestarted();
            }
        }
    }

    /// <summary>Brings the run to a point where it is decided, or finds out why that cannot be.</summary>
    private async IAsyncEnumerable<AssistantUpdate> TryAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var begun = await start.BeginAsync(progress, cancellationToken);
        _failed = begun.Failed;
        if (begun.Stream is { } stream)
        {
            await foreach (var update in ReadAsync(stream))
            {
                yield return update;
            }

            _failed = await FindRunAsync(cancellationToken);
        }

        var isStreamed = begun.Stream is not null && progress.Run is { IsDecided: true };
        _failed ??= await wait.UntilDecidedAsync(progress, cancellationToken);
        if (_failed is null && !HasAllText(isStreamed))
        {
            (var missing, _failed) = await wait.ForTextAsync(progress, cancellationToken);
            foreach (var update in missing)
            {
                yield return update;
            }
        }
    }

    /// <returns>Null where a new run is to be tried.</returns>
    private async Task<StepEnded?> EndAsync(CancellationToken cancellationToken)
    {
        if (_failed is not null || progress.Run is not { } run)
        {
            return _failed;
        }

        if (RunOutcome.Of(run, progress) is { } end)
        {
            return end;
        }

        var shown = progress.Text.Shown;
        progress.Drop(run.Id);
        return await progress.Retries.WaitAsync(AskedPause(run.Message), cancellationToken)
            ? null
            : new StepFailed(StepFailure.Unavailable, $"run {run.Id} {run.Status}: {run.Reason} {run.Message}", shown);
    }

    private async IAsyncEnumerable<AssistantUpdate> ReadAsync(ProviderStream stream)
    {
        await using (stream)
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

    /// <summary>The protocol says when to try a failed run again only in words: "Try again in 4 seconds."</summary>
    private static TimeSpan? AskedPause(string message) =>
        PausePattern().Match(message) is { Success: true } match
        && double.TryParse(match.Groups["number"].Value, CultureInfo.InvariantCulture, out var number)
            ? match.Groups["unit"].Value is "ms" ? TimeSpan.FromMilliseconds(number) : TimeSpan.FromSeconds(number)
            : null;

    [GeneratedRegex(@"(?:try again in|retry after)\s+(?<number>\d{1,6}(?:\.\d+)?)\s*(?<unit>ms|s)", RegexOptions.IgnoreCase)]
    private static partial Regex PausePattern();
}
