using CloudMart.Support.Core.Conversations;

namespace CloudMart.Support.Core.Assistant;

/// <summary>
/// What a run does next, decided from the conversation's state alone: so a run resumed after a crash, or one that has just lost
/// a number to somebody else, needs no memory of its own.
/// </summary>
internal abstract record NextMove
{
    /// <summary>How many runs in a row may give way to a newer message before one finishes.</summary>
    public const int MaxSupersedes = 3;

    /// <summary>How often a run may change workers; a run that kills its worker must not go on for ever.</summary>
    public const int MaxResumes = 10;

    public static NextMove Of(Conversation state, LiveRun run, RunOptions options, DateTimeOffset now) =>
        state.Owner == Owner.Staff ? new YieldToStaff()
        : run.Resumes > MaxResumes ? new LeaveOff()
        : run.OpenCalls.Length > 0 ? new ExecuteCalls()
        : state.DueAction is { } due ? new CarryOut(due)
        : Stop(state, run) is { } reason ? new EndEarly(reason)
        : run.Rounds >= options.MaxSteps ? new GiveUp($"{options.MaxSteps} steps were not enough")
        : now - run.ClaimedWhen >= options.MaxRunTime ? new GiveUp($"the run took longer than {options.MaxRunTime}")
        : state.Usage.Total >= options.MaxTokensPerConversation ? new GiveUp("the conversation has used up its tokens")
        : new ThinkOn(LastStep: run.Rounds == options.MaxSteps - 1);

    /// <summary>Why the run has to stop at this safe point; null when it may go on.</summary>
    public static RunEndReason? Stop(Conversation state, LiveRun run) =>
        state.Owner == Owner.Staff ? RunEndReason.TakenOver
        : run.StopRequested ? RunEndReason.StoppedByCustomer
        : state.LastSaidAt > run.StartedAt && state.SupersededInARow < MaxSupersedes ? RunEndReason.Superseded
        : null;
}

/// <summary>Logged calls have no outcome yet. Never is anything decided between a logged call and its outcome.</summary>
internal sealed record ExecuteCalls : NextMove;

/// <summary>
/// A member of staff has taken over: nothing more is done or said. Calls that were logged get an outcome, so that nobody ever decides them
/// again: they were not carried out.
/// </summary>
internal sealed record YieldToStaff : NextMove;

/// <summary>It was interrupted too often, maybe by what it has asked for: that is not tried again.</summary>
internal sealed record LeaveOff : NextMove;

/// <summary>Something was agreed to: it is done before the assistant is asked, so that the assistant knows.</summary>
internal sealed record CarryOut(PendingAction Due) : NextMove;

/// <summary>Ask the assistant; on the last step without tools.</summary>
internal sealed record ThinkOn(bool LastStep) : NextMove;

/// <summary>Stopped or superseded.</summary>
internal sealed record EndEarly(RunEndReason Reason) : NextMove;

/// <summary>A bound is reached.</summary>
internal sealed record GiveUp(string Because) : NextMove;
