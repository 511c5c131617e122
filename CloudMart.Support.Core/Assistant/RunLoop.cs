using CloudMart.Support.Core.Assistant.Tools;
using CloudMart.Support.Core.Conversations;
using CloudMart.Support.Core.Customers;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace CloudMart.Support.Core.Assistant;

/// <summary>
/// Works on a live run until it has ended or is no longer this worker's. The loop has no state besides the journal: each turn it looks
/// at the conversation, does the one next thing, and appends. Whatever others append in between is seen on the next look.
/// </summary>
internal sealed partial class RunLoop(
    Thinking thinking,
    LettingGo lettingGo,
    CallExecution calls,
    OperationExecution operations,
    ToolCatalogue tools,
    IConversationFeed feed,
    IOptions<RunOptions> options,
    TimeProvider clock,
    ILogger<RunLoop> logger)
{
    /// <summary>Whatever is logged on behalf of a run, by whomever, can be found by its ids.</summary>
    private static readonly Func<ILogger, string, string, IDisposable?> OfRun =
        LoggerMessage.DefineScope<string, string>("Conversation {ConversationId}, run {RunId}");

    public async Task RunAsync(RunJournal journal, RunWatch watch, SignedInCustomer customer, CancellationToken cancellationToken)
    {
        using var scope = OfRun(logger, journal.State.Id, journal.State.Run?.RunId ?? "none");
        while (journal.Mine is { } run)
        {
            switch (NextMove.Of(journal.State, run, options.Value, clock.GetUtcNow()))
            {
                case YieldToStaff:
                    await EndAsync(journal, run, StepRecord.TakenOver(run), held: null, cancellationToken);
                    break;
                case LeaveOff:
                    LogInterrupted(journal.State.Id, run.RunId, run.Resumes);
                    await EndAsync(journal, run, StepRecord.Interrupted(journal.Known, run), held: null, cancellationToken);
                    break;
                case ExecuteCalls:
                    await calls.ExecuteAsync(journal, run, customer, cancellationToken);
                    break;
                case CarryOut agreed:
                    await operations.CarryOutAsync(journal, agreed.Due, customer, cancellationToken);
                    break;
                case EndEarly early:
                    await EndAsync(journal, run, StepRecord.Early(run, early.Reason), held: null, cancellationToken);
                    break;
                case GiveUp bound:
                    LogBound(journal.State.Id, run.RunId, bound.Because);
                    await EndAsync(journal, run, StepRecord.GaveUp(bound.Because, journal.Known, run), held: null, cancellationToken);
                    break;
                case ThinkOn step:
                    await StepAsync(journal, run, step, watch, customer, cancellationToken);
                    break;
            }
        }
    }

    private async Task StepAsync(
        RunJournal journal, LiveRun run, ThinkOn step, RunWatch watch, SignedInCustomer customer, CancellationToken cancellationToken)
    {
        var request = RequestFor(journal, run, step, customer);
        var thought = await ThinkAsync(journal, run, request, watch, cancellationToken);
        if (thought.End is null)
        {
            await journal.RefreshAsync(cancellationToken);
        }

        while (journal.Mine is { } mine && StepRecord.Of(thought, journal.Known, mine, options.Value) is { Length: > 0 } facts)
        {
            if (!await EndAsync(journal, mine, facts, thought.Held, cancellationToken))
            {
                continue;
            }

            if (facts[0] is AnswerWithheld)
            {
                LogWithheld(journal.State.Id, run.RunId);
                await feed.PublishAsync(new TextWithdrawn(journal.State.Id, run.RunId, run.Rounds), cancellationToken);
            }

            return;
        }

        await feed.PublishAsync(new TextWithdrawn(journal.State.Id, run.RunId, run.Rounds), cancellationToken);
        if (thought.Held is { } held)
        {
            await (journal.Mine is null
                ? lettingGo.OfOvertakenAsync(journal, request, held, cancellationToken)
                : lettingGo.OfAsync(journal, held, run.RunId, cancellationToken)); // it is thought again, with what has come in meanwhile
        }
    }

    private AssistantRequest RequestFor(RunJournal journal, LiveRun run, ThinkOn step, SignedInCustomer customer) => new(
        journal.State.Id,
        run.RunId,
        run.Rounds,
        customer,
        ThreadFromLog.Build(journal.Known.Events, run.StartedAt, options.Value.MaxThreadLength),
        step.LastStep ? [] : tools.Descriptions,
        journal.State.ProviderState,
        run.ClaimedWhen + options.Value.MaxRunTime)
    {
        HasChanged = RunChanges.Of(journal.Known, run).Any(),
        IsResumed = run.Resumes > 0 || IsSecondFor(journal.Known, run),
    };

    private async Task<Thought> ThinkAsync(
        RunJournal journal, LiveRun run, AssistantRequest request, RunWatch watch, CancellationToken cancellationToken)
    {
        var left = request.Deadline - clock.GetUtcNow();
        using var time = new CancellationTokenSource(left > TimeSpan.Zero ? left : TimeSpan.Zero, clock);
        using var linked = CancellationTokenSource.CreateLinkedTokenSource(time.Token, cancellationToken);
        var canBeSuperseded = journal.State.SupersededInARow < NextMove.MaxSupersedes;
        using var interruption = watch.WhileThinking(journal.State.LastNumber, canBeSuperseded, linked.Token);
        return await thinking.ThinkAsync(
            request,
            opened => RememberAsync(journal, opened, cancellationToken),
            WaitingSince(journal.Known, run),
            interruption,
            time.Token,
            cancellationToken);
    }

    /// <returns>False where the run is not to go on after all.</returns>
    private static async Task<bool> RememberAsync(RunJournal journal, string opened, CancellationToken cancellationToken)
    {
        while (journal.Mine is { } run)
        {
            if (await journal.TryAppendAsync([new ProviderThreadOpened(run.RunId, opened)], cancellationToken))
            {
                return NextMove.Stop(journal.State, run) is null;
            }
        }

        return false;
    }

    /// <summary>Another run was to answer the same message and ended, taken over, before it had.</summary>
    private static bool IsSecondFor(ConversationSnapshot known, LiveRun run) =>
        known.Events.FindLast(e => e.Number < run.StartedAt && e.Event is RunStarted or CustomerSaid)?.Event is RunStarted;

    /// <summary>Since when the customer waits for a first word; null once the run has said one.</summary>
    private static DateTimeOffset? WaitingSince(ConversationSnapshot known, LiveRun run) =>
        known.Events.Any(e => e.Number > run.StartedAt && e.Event is AssistantSaid or ToolRequested { Text.Length: > 0 })
            ? null
            : known.Events.FindLast(e => e.Number < run.StartedAt && e.Event is CustomerSaid)?.At;

    /// <summary>Lets go of whatever a run that has broken may have left at the provider.</summary>
    public Task LetGoAsync(RunJournal journal, string runId, CancellationToken cancellationToken) =>
        journal.State.ProviderState is { } held ? lettingGo.OfAsync(journal, held, runId, cancellationToken) : Task.CompletedTask;

    /// <summary>First the customer's conversation goes on, then the provider is told.</summary>
    private async Task<bool> EndAsync(
        RunJournal journal, LiveRun run, IReadOnlyList<ConversationEvent> facts, string? held, CancellationToken cancellationToken)
    {
        held ??= run.Rounds > 0 || run.Resumes > 0 ? journal.State.ProviderState : null;
        if (!await journal.TryAppendAsync(facts, cancellationToken))
        {
            return false;
        }

        if (facts[^1] is RunEnded { Status: not RunStatus.Completed } && held is not null)
        {
            await lettingGo.OfAsync(journal, held, run.RunId, cancellationToken);
        }

        return true;
    }

    [LoggerMessage(1033, LogLevel.Error, "Run {RunId} of conversation {ConversationId} was interrupted {Times} times and is left off")]
    private partial void LogInterrupted(string conversationId, string runId, int times);

    [LoggerMessage(1030, LogLevel.Warning, "Run {RunId} of conversation {ConversationId} reached a bound: {Because}")]
    private partial void LogBound(string conversationId, string runId, string because);

    [LoggerMessage(
        1032, LogLevel.Warning, "An answer of conversation {ConversationId}, run {RunId} was withheld: it claimed a change that was not made")]
    private partial void LogWithheld(string conversationId, string runId);
}
