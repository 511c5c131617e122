using System.Diagnostics;
using CloudMart.Support.Core.Assistant.Consent;
using CloudMart.Support.Core.Conversations;
using CloudMart.Support.Core.Customers;

namespace CloudMart.Support.Core.Assistant;

/// <summary>
/// Looks after one conversation until nothing is owed: starts or resumes runs, one after another, and clears the mark.
/// Holding the lease only makes it likely to be alone; that a run is really ours is an append, like everything else.
/// </summary>
internal sealed class ConversationWork(
    RunLoop loop,
    OperationExecution operations,
    ICustomerDirectory customers,
    RunJournals journals,
    OpenTurns turns,
    IConversationFeed feed,
    IOwedAnswers owed,
    InboxPlacing inbox,
    StorePatience patience,
    NodeName node,
    IIdSource ids,
    TimeProvider clock)
{
    /// <summary>A run that begins with its message is heard for at once; what has waited for longer is looked at again first.</summary>
    private static readonly TimeSpan LongestUnheard = TimeSpan.FromSeconds(1);

    /// <param name="ticket">The conversation.</param>
    /// <param name="claim">By which runs are ours that begin or go on here.</param>
    /// <param name="cancellationToken">Stops where it is; whoever starts next goes on from the log.</param>
    public async Task SettleAsync(RunTicket ticket, string claim, CancellationToken cancellationToken)
    {
        var journal = journals.Open(ticket.Known, claim);
        Activity.Current = turns.SpanOf(ticket.Known); // what is read and written for a turn outside of its run is the turn's as well
        try
        {
            await SettleAsync(ticket, journal, cancellationToken);
            if (!ticket.AppendedSince)
            {
                await inbox.PutRightAsync(journal.State, cancellationToken); // its node went down, maybe before it could
            }
        }
        finally
        {
            ticket.RunId = journal.State.Run?.RunId ?? ticket.RunId;
            turns.End(journal.Known);
        }
    }

    /// <summary>Another node works on it, and the answer is its to give.</summary>
    public void Leave(RunTicket ticket) => turns.End(ticket.Known);

    private async Task SettleAsync(RunTicket ticket, RunJournal journal, CancellationToken cancellationToken)
    {
        await using var watch = await RunWatch.BeginAsync(feed, ticket.Mark.ConversationId, cancellationToken);
        await using var lease = new LeaseKeeping(owed, ticket.Mark.ConversationId, node, clock, patience);
        if (ticket.Claim is not null && clock.GetUtcNow() - journal.State.LastAt > LongestUnheard)
        {
            await journal.RefreshAsync(cancellationToken); // it had to wait for a free worker, and nobody heard for it
        }

        var (mark, mayClear, isTakenUp) = (ticket.Mark, ticket.AppendedSince, !ticket.AppendedSince);
        while (true)
        {
            if (journal.State is { Run: null, DueAction: { Resumes: > NextMove.MaxResumes } killing })
            {
                mayClear |= await journal.TryAppendAsync(
                    [
                        OperationEndings.Broken(killing),
                        HandOver.Because(HandOverCause.GaveUp, $"What was agreed to was interrupted {killing.Resumes} times: {killing.Act}.", journal.Known),
                    ],
                    cancellationToken);
            }
            else if (isTakenUp && journal.State is { Run: null, DueAction: { } left })
            {
                isTakenUp = false; // said before it is tried: it may be what kills the worker
                mayClear |= await journal.TryAppendAsync([new OperationResumed(left.Action)], cancellationToken);
            }
            else if (journal.State is { Run: null, DueAction: { } due })
            {
                await operations.CarryOutAsync(journal, due, await CustomerOfAsync(ticket, journal, cancellationToken), cancellationToken);
                mayClear = true;
            }
            else if (journal.State.Owner != Owner.Assistant && TypedAnswer.Plain(journal.Known, clock.GetUtcNow()) is { } answer)
            {
                mayClear |= await journal.TryAppendAsync([answer], cancellationToken); // no run will look at it while people answer
            }
            else if (journal.State.OwesAnswer)
            {
                switch (await AdvanceAsync(ticket, journal, watch, cancellationToken))
                {
                    case Advance.Theirs:
                        return;
                    case Advance.Ours:
                        mayClear = true;
                        break;
                }
            }
            else if (!mayClear)
            {
                mayClear = await journal.TryAppendAsync([new NothingWasOwed()], cancellationToken);
            }
            else if (await patience.SettleAsync(journal.State, ct => owed.ClearAsync(mark, journal.State, ct), cancellationToken))
            {
                return;
            }
            else if (await MarkedAnewAsync(journal, cancellationToken) is { } anew)
            {
                (mark, mayClear) = (anew, false);
            }
            else
            {
                return;
            }
        }
    }

    /// <summary>
    /// The work broke on a bug: the customer is told and staff are asked, instead of silence or a loop. A run that somebody else has taken
    /// over meanwhile is theirs.
    /// </summary>
    public async Task ApologizeAsync(RunTicket ticket, string claim, CancellationToken cancellationToken)
    {
        var journal = journals.Open(ticket.Known, claim);
        await journal.RefreshAsync(cancellationToken);
        while (journal.State is { OwesAnswer: true, Run: var run } && (run is null || run == journal.Mine))
        {
            if (await journal.TryAppendAsync(Apology(journal), cancellationToken))
            {
                await loop.LetGoAsync(journal, run?.RunId ?? "", cancellationToken);
                return;
            }
        }
    }

    /// <summary>What was asked for or agreed to has failed, and so has the run; where there was none, one begins only to say so.</summary>
    private List<ConversationEvent> Apology(RunJournal journal)
    {
        var run = journal.State.Run ?? new LiveRun(ids.NewId(), journal.Claim, journal.State.LastNumber + 1, clock.GetUtcNow());
        List<ConversationEvent> facts = journal.State.Run is null ? [new RunStarted(run.RunId, run.Claim)] : [];
        facts.AddRange(run.OpenCalls.Select(open => new ToolAnswered(run.RunId, open.RequestedAt, open.Index, CallDecision.Failed.Output)));
        facts.AddRange(journal.State.Actions.Where(action => action.IsDue).Select(OperationEndings.Broken));
        facts.AddRange(StepRecord.Broken(journal.Known, run));
        return facts;
    }

    private enum Advance
    {
        /// <summary>A run of ours worked until it ended.</summary>
        Ours,

        /// <summary>Somebody appended before our run could begin, or the customer is still writing; look again.</summary>
        Again,

        /// <summary>Another worker has the run, and clears the mark.</summary>
        Theirs,
    }

    private async Task<Advance> AdvanceAsync(RunTicket ticket, RunJournal journal, RunWatch watch, CancellationToken cancellationToken)
    {
        var before = journal.State.Run;
        if (before is null && CustomersPause.Left(journal.Known, clock.GetUtcNow()) is { Ticks: > 0 } pause)
        {
            await Task.Delay(pause, clock, cancellationToken);
            await journal.RefreshAsync(cancellationToken);
            return Advance.Again;
        }

        if (journal.Mine is null && !await journal.TryAppendAsync(BeginningOf(before, journal), cancellationToken))
        {
            return journal.State.Run is { } now && now.Claim != before?.Claim ? Advance.Theirs : Advance.Again;
        }

        if (before is not null && before.Claim != journal.Claim)
        {
            await feed.PublishAsync(new TextWithdrawn(journal.State.Id, before.RunId, before.Rounds), cancellationToken);
        }

        // What the customer typed to an open card, the app may have answered with the run's beginning.
        if (journal.State.Run is { } run)
        {
            using var span = RunSpan.Begin(turns.SpanOf(journal.Known), journal.State.Id, run);
            await loop.RunAsync(journal, watch, await CustomerOfAsync(ticket, journal, cancellationToken), cancellationToken);
            span.Tell(journal.Known, run.RunId);
        }

        return journal.State.Run is null ? Advance.Ours : Advance.Theirs;
    }

    private async Task<SignedInCustomer> CustomerOfAsync(
        RunTicket ticket, RunJournal journal, CancellationToken cancellationToken) =>
        ticket.Customer ?? await customers.OfAsync(journal.State, patience, cancellationToken);

    /// <summary>A new run begins with what the customer's message says to open cards, so that it is looked at exactly once.</summary>
    private IReadOnlyList<ConversationEvent> BeginningOf(LiveRun? before, RunJournal journal)
    {
        if (before is not null)
        {
            return [new RunResumed(before.RunId, journal.Claim)];
        }

        var runId = ids.NewId();
        return [new RunStarted(runId, journal.Claim), .. TypedAnswer.Facts(journal.Known, runId, clock.GetUtcNow())];
    }

    /// <returns>The newer mark when there is something to do for us; null when its writer, or another node, sees to it.</returns>
    private async Task<OwedMark?> MarkedAnewAsync(RunJournal journal, CancellationToken cancellationToken)
    {
        var anew = await patience.SettleAsync(
            journal.State, ct => owed.LeaseAsync(journal.State.Id, node.Value, ct), cancellationToken);
        await journal.RefreshAsync(cancellationToken);
        return anew is { Leased: true } && journal.State.OwesAnswer ? anew : null;
    }
}
