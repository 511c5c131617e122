using CloudMart.Support.Core.Assistant.Providers;

namespace CloudMart.Support.Core.Assistant.AssistantsApi;

/// <summary>How far one step has come at the provider.</summary>
internal sealed class StepProgress(AssistantRequest request, RetryBudget retries, TimeProvider clock)
{
    private readonly HashSet<string> _failedRuns = [];
    private DateTimeOffset _firstSeen;

    public AssistantRequest Request => request;

    public RetryBudget Retries => retries;

    /// <summary>The conversation's thread there; null before there is one.</summary>
    public RemoteThread? Thread { get; set; } = ThreadAtFirst(request);

    /// <summary>The newest snapshot of the run; null before it is known.</summary>
    public RemoteRun? Run { get; private set; }

    public RunText Text { get; private set; } = new(ThreadAtFirst(request)?.Told ?? 0);

    /// <summary>The newest item of the thread, where a run at the provider waits for its outputs.</summary>
    public ToolRound? Awaited => Thread?.Run is null ? null : RoundOf(request);

    /// <summary>When to give up waiting: with the run's own time, or with ours.</summary>
    public DateTimeOffset Deadline =>
        Run?.Lifetime is { } lifetime && _firstSeen + lifetime < request.Deadline ? _firstSeen + lifetime : request.Deadline;

    /// <summary>A snapshot came. The first one of a new run is the proof that its thread has what was sent along.</summary>
    /// <returns>False for something that is no run.</returns>
    public bool Saw(RemoteRun run)
    {
        if (run.Id.Length == 0)
        {
            return false;
        }

        _firstSeen = Run?.Id == run.Id ? _firstSeen : clock.GetUtcNow();
        Run = run;
        Thread = Thread!.Run == run.Id ? Thread : Thread.With(request.Thread) with { Run = run.Id, Told = 0 };
        return true;
    }

    /// <summary>Whether <paramref name="run"/> is what this very step asked for, by a call whose reply was lost.</summary>
    public bool Asked(RemoteRun run) => run.Mark == RemoteRun.MarkOf(request) && !_failedRuns.Contains(run.Id);

    /// <summary>The run leads nowhere any more; a new one is needed, which says everything anew.</summary>
    public void Drop(string run)
    {
        _failedRuns.Add(run);
        Begin(Thread!.WithoutRun());
    }

    /// <summary>The thread is gone, or is held by a run that does not end.</summary>
    public void Leave() => Begin(null);

    /// <summary>A run that waited for outputs which are not what this step brings is nobody's any more.</summary>
    private static RemoteThread? ThreadAtFirst(AssistantRequest request)
    {
        var thread = RemoteThread.Read(request.ProviderState);
        return RoundOf(request) is null ? thread?.WithoutRun() : thread;
    }

    private static ToolRound? RoundOf(AssistantRequest request) =>
        request.Thread[^1] is ToolRound round && round.RunId == request.RunId ? round : null;

    private void Begin(RemoteThread? thread)
    {
        Thread = thread;
        Run = null;
        Text = new RunText(told: 0);
    }
}
