using System.Collections.Immutable;

namespace CloudMart.Support.Core.Conversations;

/// <summary>The cards' part of the fold. A fact that comes too late for its card (a second yes, a yes after a no) changes nothing.</summary>
internal static class PendingActions
{
    public static ImmutableArray<PendingAction> After(this ImmutableArray<PendingAction> actions, RecordedEvent recorded) => recorded.Event switch
    {
        ActionProposed e => [.. actions.Where(action => !IsPast(action, recorded.At)), Propose(e, recorded.Number)],
        StaffActed e => [.. actions, Ask(e, recorded)],
        ActionConfirmed e => actions.Move(e.Action, ActionStage.Proposed, ActionStage.Confirmed),
        ActionDeclined e => actions.End(e.Action, ActionStage.Proposed),
        ActionWithdrawn e => actions.End(e.Action, ActionStage.Proposed),
        ApprovalRequested e => actions.Move(e.Action, ActionStage.Confirmed, ActionStage.AwaitingApproval),
        ApprovalDecided e => actions.Move(e.Action, ActionStage.AwaitingApproval, e.Approved ? ActionStage.Approved : ActionStage.Rejected),
        OperationResumed e => [.. actions.Select(action => action.Action == e.Action ? action with { Resumes = action.Resumes + 1 } : action)],
        OperationEnded e => actions.RemoveAll(action => action.Action == e.Action && action.IsDue),
        _ => actions,
    };

    private static PendingAction Propose(ActionProposed proposed, long number) =>
        new(proposed.Action, number, proposed.Act, proposed.Card.OrderId, proposed.ExpiresAt);

    /// <summary>Whose place it is taken in is not asked: it is to be carried out at once.</summary>
    private static PendingAction Ask(StaffActed acted, RecordedEvent recorded) => new(
        new(recorded.Number, 0), recorded.Number, acted.Act, acted.Card.OrderId, recorded.At, ActionStage.Confirmed, acted.StaffId);

    /// <summary>Nobody answered in time; by the log's own clock, so that every reader sees the same.</summary>
    private static bool IsPast(PendingAction action, DateTimeOffset now) => action.Stage == ActionStage.Proposed && now >= action.ExpiresAt;

    private static ImmutableArray<PendingAction> Move(
        this ImmutableArray<PendingAction> actions, ActionId id, ActionStage from, ActionStage to) =>
        [.. actions.Select(action => action.Action == id && action.Stage == from ? action with { Stage = to } : action)];

    private static ImmutableArray<PendingAction> End(this ImmutableArray<PendingAction> actions, ActionId id, ActionStage stage) =>
        actions.RemoveAll(action => action.Action == id && action.Stage == stage);
}
