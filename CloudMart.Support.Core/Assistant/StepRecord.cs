using System.Collections.Immutable;
using CloudMart.Support.Core.Assistant.Claims;
using CloudMart.Support.Core.Assistant.Tools;
using CloudMart.Support.Core.Conversations;

namespace CloudMart.Support.Core.Assistant;

/// <summary>
/// Which facts a thought becomes, given the conversation as it stands at the moment of appending. Pure: when the append loses its
/// number it is simply asked again with the newer state, and a message or a Stop that came in between is then seen.
/// </summary>
internal static class StepRecord
{
    // In bytes of the log. A step of as many calls as the options allow at most has to fit into one item of DynamoDB, 400 KB.
    private const int MaxText = 32 * 1024, MaxArguments = 12 * 1024, MaxName = 256, MaxCallId = 256;

    /// <summary>In characters; a sentence.</summary>
    private const int MaxClaim = 300;

    /// <returns>Nothing when an interrupted thought turns out to have been interrupted for no reason that stands: think again.</returns>
    public static ImmutableArray<ConversationEvent> Of(Thought thought, ConversationSnapshot known, LiveRun run, RunOptions options) =>
        WithUsage(FactsOf(thought, known, run, options), thought.End?.Usage);

    public static ImmutableArray<ConversationEvent> Early(LiveRun run, RunEndReason reason) => [new RunEnded(run.RunId, RunStatus.Cancelled, reason)];

    /// <summary>Not even words that were shown already are logged: the person who took over has the word.</summary>
    public static ImmutableArray<ConversationEvent> TakenOver(LiveRun run) =>
    [
        .. run.OpenCalls.Select(open => new ToolAnswered(run.RunId, open.RequestedAt, open.Index, ToolOutput.TakenOver())),
        new RunEnded(run.RunId, RunStatus.Cancelled, RunEndReason.TakenOver),
    ];

    public static ImmutableArray<ConversationEvent> GaveUp(string because, ConversationSnapshot known, LiveRun run) =>
    [
        Says(RunWords.BoundReached, known, run),
        HandOver.Because(HandOverCause.GaveUp, $"The assistant gave up: {because}.", known),
        new RunEnded(run.RunId, RunStatus.Failed, RunEndReason.BoundReached),
    ];

    /// <summary>The run keeps killing its workers: nothing of what it has asked for is tried again.</summary>
    public static ImmutableArray<ConversationEvent> Interrupted(ConversationSnapshot known, LiveRun run) =>
    [
        .. run.OpenCalls.Select(open => new ToolAnswered(run.RunId, open.RequestedAt, open.Index, CallDecision.Failed.Output)),
        .. known.State.Actions.Where(action => action.IsDue).Select(OperationEndings.Broken),
        .. GaveUp($"the run was interrupted {run.Resumes} times", known, run),
    ];

    public static ImmutableArray<ConversationEvent> Broken(ConversationSnapshot known, LiveRun run) =>
    [
        Says(RunWords.CannotAnswerNow, known, run),
        HandOver.Because(HandOverCause.AssistantAway, "The assistant can't be reached.", known),
        new RunEnded(run.RunId, RunStatus.Failed, RunEndReason.ProviderFailed),
    ];

    private static ImmutableArray<ConversationEvent> FactsOf(Thought thought, ConversationSnapshot known, LiveRun run, RunOptions options) =>
        known.State.Owner == Owner.Staff ? TakenOver(run)
        : NextMove.Stop(known.State, run) is { } reason ? [.. Cut(thought.Shown, known, run), .. Early(run, reason)]
        : thought.End switch
        {
            null => [],
            Answered answered when ChangesMade.UnfoundedClaimIn(answered.Text, known) is { } claim =>
                Withheld(claim, answered, known, run, options),
            Answered { Text: var text } answered when !string.IsNullOrWhiteSpace(text) =>
                [new AssistantSaid(run.RunId, text, false, answered.ProviderState, answered.Usage), Completed(run)],
            ToolsRequired required when required.Calls.Length > options.MaxCallsPerStep =>
                GaveUp($"a step asked for {required.Calls.Length} tools", known, run),
            ToolsRequired when run.Rounds >= options.MaxSteps - 1 =>
                GaveUp($"{options.MaxSteps} steps were not enough", known, run),
            ToolsRequired required =>
            [
                new ToolRequested(
                    run.RunId, Founded(required.Text, known), Bounded(required.Calls), required.ProviderState, required.Usage, required.AnswerBy),
            ],
            StepFailed failed => [.. Cut(failed.Text.Length > 0 ? failed.Text : thought.Shown, known, run), .. Failed(failed, known, run)],
            _ => Failed(new StepFailed(StepFailure.Declined, "the answer was empty"), known, run),
        };

    private static ImmutableArray<ConversationEvent> Failed(StepFailed failed, ConversationSnapshot known, LiveRun run) => failed.Failure switch
    {
        StepFailure.Declined => Ended(failed, known, run, RunChanges.Of(known, run).Any() ? RunWords.NothingToAdd : RunWords.Declined),
        StepFailure.CutOff => Ended(failed, known, run, RunWords.CutOff),
        StepFailure.Expired => GaveUp(failed.Detail, known, run),
        _ => Broken(known, run),
    };

    private static ImmutableArray<ConversationEvent> Ended(StepFailed failed, ConversationSnapshot known, LiveRun run, string words) =>
    [
        Says(words, known, run) with { ProviderState = failed.ProviderState, Usage = failed.Usage },
        new RunEnded(run.RunId, RunStatus.Incomplete, RunEndReason.ProviderDeclined),
    ];

    private static RunEnded Completed(LiveRun run) => new(run.RunId, RunStatus.Completed);

    /// <summary>
    /// The assistant is asked once more; then, or where no step is left, the app says itself what the log says. Either way the words are
    /// taken back from the pages that have seen them.
    /// </summary>
    private static ImmutableArray<ConversationEvent> Withheld(
        ChangeClaim claim, Answered answered, ConversationSnapshot known, LiveRun run, RunOptions options)
    {
        var withheld = new AnswerWithheld(run.RunId, BoundedText.Cut(claim.Words, MaxClaim), answered.ProviderState, answered.Usage);
        return run.WasAskedAgain || run.Rounds >= options.MaxSteps - 1
            ? [withheld, new AssistantSaid(run.RunId, RunWords.WhatStands(known, run.RunId)), Completed(run)]
            : [withheld];
    }

    /// <summary>Words already shown stay, unless they claim what was not done.</summary>
    private static ImmutableArray<ConversationEvent> Cut(string shown, ConversationSnapshot known, LiveRun run) =>
        string.IsNullOrWhiteSpace(shown) || ChangesMade.UnfoundedClaimIn(shown, known) is not null
            ? []
            : [new AssistantSaid(run.RunId, shown, Interrupted: true)];

    /// <summary>What is said before tools are asked for can be left out: there will be an answer.</summary>
    private static string Founded(string text, ConversationSnapshot known) =>
        ChangesMade.UnfoundedClaimIn(text, known) is null ? BoundedText.Beginning(text, MaxText) : "";

    /// <summary>No step is for free: one of which nothing else is logged is counted with the run's end.</summary>
    private static ImmutableArray<ConversationEvent> WithUsage(ImmutableArray<ConversationEvent> facts, TokenUsage? usage) =>
        usage is not null && facts is [.., RunEnded ended] && !facts.Any(HasUsage) ? facts.SetItem(facts.Length - 1, ended with { Usage = usage }) : facts;

    private static bool HasUsage(ConversationEvent fact) => fact is AssistantSaid { Usage: not null } or AnswerWithheld { Usage: not null };

    private static AssistantSaid Says(string words, ConversationSnapshot known, LiveRun run) =>
        new(run.RunId, $"{RunWords.WhatWasDone(known, run)} {words}".Trim());

    /// <summary>A model can write a megabyte of arguments; cut, they are no JSON and get an error output like any other nonsense.</summary>
    private static ImmutableArray<ToolCall> Bounded(ImmutableArray<ToolCall> calls) =>
    [
        .. calls.Select(call => new ToolCall(
            BoundedText.Beginning(call.ProviderCallId, MaxCallId),
            BoundedText.Beginning(call.Name, MaxName),
            BoundedText.Beginning(call.Arguments, MaxArguments))),
    ];
}
