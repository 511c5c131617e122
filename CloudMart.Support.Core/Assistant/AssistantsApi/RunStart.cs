using System.Collections.Immutable;
using CloudMart.Support.Core.Assistant.Providers;

namespace CloudMart.Support.Core.Assistant.AssistantsApi;

/// <summary>
/// Gets a step's run going, once: the protocol has no idempotency key, so after every reply that says nothing certain the server is asked
/// what it has before anything is sent again.
/// </summary>
internal sealed class RunStart(OpenAIThreads server, RunSubmit submit, RunSettling settling, AssistantOptions options, TimeProvider clock)
{
    private static readonly Refused WithoutId = new(404, "no_id", "the answer is of no such server: it has no id");

    /// <summary>Where it comes back with a new thread, it is to be called again.</summary>
    public async Task<Begun> BeginAsync(StepProgress progress, CancellationToken cancellationToken) => progress.Awaited is { } round
        ? await submit.SubmitAsync(progress, round, cancellationToken)
        : await FindAsync(progress, cancellationToken) ?? await StartAsync(progress, cancellationToken);

    /// <summary>Looks for a run that was begun for this very step before a crash.</summary>
    private async Task<Begun?> FindAsync(StepProgress progress, CancellationToken cancellationToken)
    {
        if (!progress.MayHaveBegun)
        {
            return null;
        }

        var failed = await LookAsync(progress.Thread!, progress, cancellationToken);
        if (progress.Run is { Status: "expired" or "cancelled" } over)
        {
            progress.Drop(over); // while nobody was there for it
        }

        return failed is not null || progress.Run is not null ? new Begun(Failed: failed) : null;
    }

    private async Task<Begun> StartAsync(StepProgress progress, CancellationToken cancellationToken)
    {
        while (true)
        {
            var thread = progress.Thread;
            var reply = thread is null
                ? await OpenThreadAsync(progress, cancellationToken)
                : await CreateRunAsync(progress, thread, cancellationToken);
            if (reply is Streamed { Events: var events })
            {
                return new(events);
            }

            if (reply is Accepted && thread is null)
            {
                return new(IsNewThread: true);
            }

            var failed = reply is Accepted ? null : await MendAsync(reply, progress, cancellationToken);
            if (failed is not null || progress.Run is not null)
            {
                return new(Failed: failed);
            }
        }
    }

    private async Task<ProviderReply> OpenThreadAsync(StepProgress progress, CancellationToken cancellationToken)
    {
        var reply = await server.CreateThreadAsync(RunRequest.NewThread(progress.Request), cancellationToken);
        if (reply is not Accepted { Body: var body })
        {
            return reply;
        }

        if (body.TextAt("id") is not { Length: > 0 } id)
        {
            return WithoutId;
        }

        progress.Thread = new RemoteThread(id);
        return reply;
    }

    private async Task<ProviderReply> CreateRunAsync(StepProgress progress, RemoteThread thread, CancellationToken cancellationToken)
    {
        var carried = thread.Lacks(progress.Request.Thread);
        if (MayHaveSome(carried, progress))
        {
            var listed = await server.ListMessagesAsync(thread.Thread, cancellationToken);
            if (listed is not Accepted { Body: var list })
            {
                return listed;
            }

            carried = RunRequest.Missing(carried, list);
        }

        var body = RunRequest.NewRun(progress.Request, carried, Instructions.For(progress.Request.Customer, clock), options);
        var reply = await server.CreateRunAsync(thread.Thread, body, cancellationToken);
        return reply is Accepted { Body: var run } && !progress.Saw(RemoteRun.Of(run)) ? WithoutId : reply;
    }

    /// <summary>
    /// As a rule the thread lacks the newest message; where it seems to lack more, an earlier try may have carried some of it before it was
    /// interrupted, and the thread itself tells.
    /// </summary>
    private static bool MayHaveSome(ImmutableArray<ThreadItem> lacking, StepProgress progress) =>
        progress.HasOldThread && lacking.Length > (progress.MayHaveBegun ? 0 : 1);

    /// <summary>Makes the next try possible, or says that there is none.</summary>
    /// <param name="reply">What came instead of a run.</param>
    /// <param name="progress">The step; its run is set where one is found to be under way after all.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task<StepFailed?> MendAsync(ProviderReply reply, StepProgress progress, CancellationToken cancellationToken)
    {
        if (IsGone(reply, progress))
        {
            progress.Leave();
            return null;
        }

        if (progress.Thread is { } held && (IsHeld(reply) || MayHaveArrived(reply)))
        {
            var failed = await LookAsync(held, progress, cancellationToken);
            if (failed is not null || progress.Run is not null || progress.Thread is null)
            {
                return failed;
            }
        }

        var gaveUp = (IsHeld(reply) ? null : ProviderFault.Lasting(reply, options)) ?? await PauseAsync(reply, progress, cancellationToken);
        return gaveUp is null && progress.Thread is { } thread && MayHaveArrived(reply)
            ? await LookAsync(thread, progress, cancellationToken) // what was accepted may have shown only meanwhile
            : gaveUp;
    }

    /// <summary>
    /// Takes the thread's newest run on if this step asked for it; a live one of anybody else is ended, unless it knows more than this step
    /// does: then others are further on, and this worker has been overtaken.
    /// </summary>
    private async Task<StepFailed?> LookAsync(RemoteThread thread, StepProgress progress, CancellationToken cancellationToken)
    {
        var reply = await server.ListNewestRunsAsync(thread.Thread, cancellationToken);
        if (IsGone(reply, progress))
        {
            progress.Leave();
            return null;
        }

        if (reply is not Accepted { Body: var list })
        {
            // Without a look nothing is sent again: the run may be there.
            return ProviderFault.Lasting(reply, options)
                ?? await PauseAsync(reply, progress, cancellationToken)
                ?? await LookAsync(thread, progress, cancellationToken);
        }

        var runs = list.ListAt("data").Select(RemoteRun.Of).ToList();
        if (runs is not [var newest, ..])
        {
            return null;
        }

        progress.Recall(runs);
        if (progress.Asked(newest) && newest.Status != "cancelling")
        {
            progress.Saw(newest);
        }
        else if (!newest.IsOver && newest.KnowsThrough > progress.Request.Thread[^1].Number)
        {
            return new StepFailed(StepFailure.Unavailable, $"run {newest.Id} of thread {thread.Thread} knows more than this step");
        }
        else if (!newest.IsOver)
        {
            await EndAsync(newest, thread, progress, cancellationToken);
        }

        return null;
    }

    /// <summary>It holds the thread, so this step has to see to it, and to what it has used: nobody else has seen it end.</summary>
    private async Task EndAsync(RemoteRun run, RemoteThread thread, StepProgress progress, CancellationToken cancellationToken)
    {
        if (await settling.EndAsync(thread.Thread, run.Id, cancellationToken) is { } ended)
        {
            progress.Pay(ended);
        }
        else
        {
            progress.LeaveTo(run);
        }
    }

    private async Task<StepFailed?> PauseAsync(ProviderReply reply, StepProgress progress, CancellationToken cancellationToken) =>
        await progress.Retries.WaitAsync((reply as Refused)?.RetryAfter, cancellationToken)
            ? null
            : ProviderFault.Unavailable(reply, options);

    private static bool MayHaveArrived(ProviderReply reply) => reply is Unreached or Refused { MayHaveArrived: true };

    /// <summary>State conflicts have no code of their own; only the words tell.</summary>
    private static bool IsHeld(ProviderReply reply) => reply is Refused { Status: 400 or 409 } refused
        && (refused.Status == 409
            || refused.Code == "conversation_locked"
            || refused.Message.Contains("active run", StringComparison.OrdinalIgnoreCase)
            || refused.Message.Contains("is active", StringComparison.OrdinalIgnoreCase));

    /// <summary>A thread that was there before; a new one, or the assistant itself, not being found is a wrong setting.</summary>
    private bool IsGone(ProviderReply reply, StepProgress progress) => reply is Refused { Status: 404, Code: not ("no_id" or "no_json") } refused
        && progress.HasOldThread
        && !refused.Message.Contains(options.AssistantId!, StringComparison.Ordinal);
}
