using System.Runtime.CompilerServices;
using CloudMart.Support.Core.Assistant.Providers;
using CloudMart.Support.Core.Conversations;

namespace CloudMart.Support.Core.Assistant.AssistantsApi;

/// <summary>
/// One step at a server of the Assistants protocol: hand in outputs or begin a run, read its stream, and whenever that is not the whole
/// story, look at the run itself.
/// </summary>
internal sealed class RemoteStep(StepProgress progress, RunStart start, RunWait wait, RunSettling settling)
{
    private StepFailed? _failed;
    private string? _held;
    private int _askedAgain = int.MaxValue;

    public async IAsyncEnumerable<AssistantUpdate> TakeAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await settling.PayAsync(progress, cancellationToken);
        while (true)
        {
            var isAnythingShown = false;
            await foreach (var update in TryAsync(cancellationToken))
            {
                isAnythingShown = update is TextPiece || (isAnythingShown && update is not TextRestarted);
                yield return update;
            }

            if (await EndAsync(cancellationToken) is { } end)
            {
                var used = progress.Close(end.Usage);
                foreach (var held in Held())
                {
                    yield return held;
                }

                yield return end with { Usage = used };
                yield break;
            }

            if (isAnythingShown && progress.Text.Shown.Length == 0)
            {
                yield return new TextRestarted();
            }
        }
    }

    /// <summary>Brings the run to a point where it is decided, or finds out why that cannot be.</summary>
    private async IAsyncEnumerable<AssistantUpdate> TryAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var held in Held())
        {
            yield return held;
        }

        var begun = await start.BeginAsync(progress, cancellationToken);
        while (begun.IsNewThread)
        {
            yield return new Holds(progress.Write(progress.Thread!), IsNew: true);
            begun = await start.BeginAsync(progress, cancellationToken);
        }

        _failed = begun.Failed;
        foreach (var held in Held())
        {
            yield return held;
        }

        if (begun.Stream is { } stream)
        {
            await foreach (var update in ReadAsync(stream))
            {
                yield return update;
            }

            _failed = await FindRunAsync(cancellationToken);
        }

        var isStreamed = begun.Stream is not null && progress.IsDecided;
        _failed ??= await wait.UntilDecidedAsync(progress, cancellationToken);
        if (_failed is null && progress.IsDecided && !HasAllText(isStreamed))
        {
            (var missing, _failed) = await wait.ForTextAsync(progress, cancellationToken);
            foreach (var update in missing)
            {
                yield return update;
            }
        }
    }

    /// <returns>Null where it is to be tried again.</returns>
    private async Task<StepEnded?> EndAsync(CancellationToken cancellationToken)
    {
        if (_failed is not null && progress.Run is { IsOver: true } over)
        {
            progress.Drop(over); // its words could not be had
        }

        if (_failed is not null || progress.Run is not { } run)
        {
            return _failed;
        }

        if (!progress.IsDecided)
        {
            return await HandInAgainAsync(run, cancellationToken);
        }

        if (RunOutcome.Of(run, progress) is { } end)
        {
            return end;
        }

        var shown = progress.Text.Shown;
        var mayBeginAnew = run.Status == "cancelled" || progress.MayBeginAnew; // by somebody at the provider: it made no mistake
        progress.Drop(run);
        return mayBeginAnew && await progress.Retries.WaitAsync(AskedPause.In(run.Message), cancellationToken)
            ? null
            : new StepFailed(StepFailure.Unavailable, $"run {run.Id} {run.Status}: {run.Reason}", shown) { ServerSays = run.Message };
    }

    /// <summary>The server took only some of the outputs, or none although it said so: the rest is handed in again.</summary>
    /// <returns>Null where that may help.</returns>
    private async Task<StepFailed?> HandInAgainAsync(RemoteRun run, CancellationToken cancellationToken)
    {
        var isLess = progress.AskedAgain.Length < _askedAgain && !progress.MayBeOld;
        _askedAgain = progress.AskedAgain.Length;
        return isLess || await progress.Retries.WaitAsync(asked: null, cancellationToken)
            ? null
            : new StepFailed(StepFailure.Unavailable, $"run {run.Id} asks again and again for outputs that it was given", progress.Text.Shown);
    }

    /// <summary>Whatever is known to be held at the provider, as soon as it is known.</summary>
    private IEnumerable<AssistantUpdate> Held()
    {
        if (progress.Hold() is { } state && state != _held)
        {
            _held = state;
            yield return new Holds(state);
        }
    }

    private async IAsyncEnumerable<AssistantUpdate> ReadAsync(ProviderStream stream)
    {
        await using (stream)
        {
            var events = new RunEvents(progress);
            while (!events.IsOver && await stream.NextAsync() is { } received)
            {
                foreach (var update in events.Take(received).Concat(Held()))
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
}
