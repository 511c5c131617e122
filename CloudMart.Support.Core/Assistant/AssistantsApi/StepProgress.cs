using System.Collections.Immutable;
using CloudMart.Support.Core.Assistant.Providers;
using CloudMart.Support.Core.Conversations;

namespace CloudMart.Support.Core.Assistant.AssistantsApi;

/// <summary>How far one step has come at the provider.</summary>
internal sealed class StepProgress(AssistantRequest request, RetryBudget retries, TimeProvider clock)
{
    /// <summary>How many runs may take the place of one that failed in passing.</summary>
    public const int MostNewRuns = 2;

    /// <summary>An output takes a moment to get there.</summary>
    private static readonly TimeSpan HandingIn = TimeSpan.FromSeconds(2);

    private readonly HashSet<string> _failedRuns = [];
    private readonly string? _loggedThread = ThreadAtFirst(request)?.Thread;

    public AssistantRequest Request => request;

    public RetryBudget Retries => retries;

    public LoggedAnswers Answers { get; } = new(request);

    /// <summary>The conversation's thread there; null before there is one.</summary>
    public RemoteThread? Thread { get; set; } = ThreadAtFirst(request);

    /// <summary>The thread was there before this step began, or has been used in it.</summary>
    public bool HasOldThread => Thread is not null && (Thread.Heard > 0 || Thread.Thread == _loggedThread);

    /// <summary>An earlier worker may have begun the step in this thread, and nobody heard of it.</summary>
    public bool MayHaveBegun => request.IsResumed && Thread is { } thread && thread.Thread == _loggedThread;

    /// <summary>The newest snapshot of the run; null before it is known.</summary>
    public RemoteRun? Run { get; private set; }

    public RunText Text { get; private set; } = new(ThreadAtFirst(request)?.Told ?? 0);

    /// <summary>How many runs have failed in passing, in this step and the earlier ones of the conversation's run.</summary>
    public int Failed { get; private set; } = RemoteThread.Read(request.ProviderState) is { } logged && logged.FailedFor == request.RunId ? logged.Failed : 0;

    /// <summary>The newest item of the thread, where a run at the provider waits for its outputs.</summary>
    public ToolRound? Awaited => Thread?.Run is null ? null : RoundOf(request);

    /// <summary>What the run is shown asking for although it was answered; empty as a rule.</summary>
    public ImmutableArray<AnsweredCall> AskedAgain => Run is { } run ? Answers.For(run) : [];

    /// <summary>It is shown as it was before the outputs were handed in: soon it may be shown as it is.</summary>
    public bool MayBeOld => AskedAgain is { Length: > 0 } asked && asked.SequenceEqual(Answers.Newest);

    /// <summary>Nothing happens before somebody acts.</summary>
    public bool IsDecided => Run is { IsOver: true } || (Run is { WantsOutputs: true } && AskedAgain.IsEmpty);

    /// <summary>Runs that were let go of earlier and had not ended then.</summary>
    public ImmutableList<UnpaidRun> Unpaid { get; private set; } = UnpaidAtFirst(request);

    /// <summary>What runs that led nowhere have used; null where nobody said.</summary>
    public TokenUsage? Spent { get; private set; }

    /// <summary>After a run that failed in passing a new one is begun, unless that might do a thing twice, or is no use.</summary>
    public bool MayBeginAnew => Failed < MostNewRuns && !request.HasChanged;

    /// <summary>When the run expires, by the newest snapshot; null where the server does not say.</summary>
    public DateTimeOffset? Expires => Thread?.Since + Run?.Lifetime;

    /// <summary>Until when outputs are of use to the run.</summary>
    public DateTimeOffset? AnswerBy => Expires - HandingIn;

    /// <summary>When to give up waiting: with the run's own time, or with ours.</summary>
    public DateTimeOffset Deadline => Expires is { } expires && expires < request.Deadline ? expires : request.Deadline;

    /// <summary>A snapshot came. The first one of a new run is the proof that its thread has what was sent along.</summary>
    /// <returns>False for something that is no run.</returns>
    public bool Saw(RemoteRun run)
    {
        if (run.Id.Length == 0)
        {
            return false;
        }

        Run = run;
        Thread = Thread!.Run == run.Id ? Thread : Thread.With(request.Thread) with { Run = run.Id, Told = 0, Since = null };
        Thread = Thread with { Since = Thread.Since ?? clock.GetUtcNow() };
        return true;
    }

    /// <summary>Whether <paramref name="run"/> is what this very step asked for, by a call whose reply was lost.</summary>
    public bool Asked(RemoteRun run) => run.Mark == RemoteRun.MarkOf(request) && !_failedRuns.Contains(run.Id);

    /// <summary>What the thread's newest runs tell of failures of which an interrupted worker could not write.</summary>
    public void Recall(IEnumerable<RemoteRun> newestFirst) => Failed = Math.Max(
        Failed, newestFirst.SkipWhile((run, index) => index == 0 && Asked(run)).Count(run => run.Status == "failed" && run.For == request.RunId));

    /// <returns>The provider state to log: the thread, and what the run's next steps have to know.</returns>
    public string Write(RemoteThread thread) => Logged(thread).Write();

    /// <returns>What is held at the provider, and what has been used there that nobody was told yet; null before there is a thread.</returns>
    public string? Hold() => Thread is null ? null : (Logged(Thread) with { Spent = Spent }).Write();

    /// <summary>The run leads nowhere any more; a new one is needed, which says everything anew.</summary>
    public void Drop(RemoteRun run)
    {
        Failed += run.Status == "failed" ? 1 : 0;
        Pay(run);
        _failedRuns.Add(run.Id);
        Begin(Thread!.WithoutRun());
    }

    /// <summary>What <paramref name="run"/> has used counts with this step, and not again.</summary>
    public void Pay(RemoteRun run)
    {
        Spent = TokenUsage.Sum(Spent, run.Usage);
        Unpaid = Unpaid.RemoveAll(each => each.Run == run.Id);
    }

    /// <summary>The step ends and tells what was used, so whoever lets go of what it held tells it no more.</summary>
    /// <returns>All of it.</returns>
    public TokenUsage? Close(TokenUsage? ofRun)
    {
        var used = TokenUsage.Sum(ofRun, Spent);
        (Spent, Thread) = (null, Run is { IsOver: true } ? Thread?.WithoutRun() : Thread);
        return used;
    }

    /// <summary>The thread is gone.</summary>
    public void Leave() => Begin(null);

    /// <summary>The thread is held by a run that does not end.</summary>
    public void LeaveTo(RemoteRun run)
    {
        Unpaid = UnpaidRun.Add(Unpaid, Thread!.Thread, run.Id);
        Leave();
    }

    private RemoteThread Logged(RemoteThread thread) => thread with
    {
        Failed = Failed, FailedFor = Failed > 0 ? request.RunId : null, Unpaid = Unpaid.IsEmpty ? null : Unpaid,
    };

    /// <summary>A run that waited for outputs which are not what this step brings is nobody's any more.</summary>
    private static RemoteThread? ThreadAtFirst(AssistantRequest request)
    {
        var thread = RemoteThread.Read(request.ProviderState);
        return RoundOf(request) is null ? thread?.WithoutRun() : thread;
    }

    /// <summary>And what it has used was maybe not told, because who let go of it went down.</summary>
    private static ImmutableList<UnpaidRun> UnpaidAtFirst(AssistantRequest request) =>
        RemoteThread.Read(request.ProviderState) is not { } thread ? []
        : thread.Run is { } run && RoundOf(request) is null ? UnpaidRun.Add(thread.Unpaid ?? [], thread.Thread, run)
        : thread.Unpaid ?? [];

    private static ToolRound? RoundOf(AssistantRequest request) =>
        request.Thread[^1] is ToolRound round && round.RunId == request.RunId ? round : null;

    private void Begin(RemoteThread? thread)
    {
        Thread = thread;
        Run = null;
        Text = new RunText(told: 0);
    }
}
