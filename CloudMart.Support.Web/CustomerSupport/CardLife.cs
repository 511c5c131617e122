using System.Collections.Immutable;
using CloudMart.Support.Core.Conversations;

namespace CloudMart.Support.Web.CustomerSupport;

/// <summary>What became of a card, from the events. A fact that comes too late for it (a second yes, a yes after a no) changes nothing.</summary>
/// <param name="ExpiresAt">Until then the customer can agree.</param>
/// <param name="Stage">How far it is.</param>
/// <param name="WasPressed">Its own button ended the asking, not a message.</param>
/// <param name="WentToStaff">They were asked to approve it.</param>
internal sealed record CardLife(
    DateTimeOffset ExpiresAt, CardStage Stage = CardStage.Open, bool WasPressed = false, bool WentToStaff = false)
{
    /// <summary>
    /// Of every card that was proposed in <paramref name="events"/>, as it stands at <paramref name="now"/>; and of what staff asked for in the
    /// customer's place, which is agreed to from the beginning.
    /// </summary>
    public static ImmutableDictionary<ActionId, CardLife> AllOf(IEnumerable<RecordedEvent> events, DateTimeOffset now)
    {
        var lives = new Dictionary<ActionId, CardLife>();
        foreach (var recorded in events)
        {
            if (recorded.Event is ActionProposed proposed)
            {
                lives[proposed.Action] = new(proposed.ExpiresAt);
            }
            else if (recorded.Event is StaffActed)
            {
                lives[new(recorded.Number, 0)] = new(recorded.At, CardStage.BeingDone);
            }
            else if (ActionOf(recorded.Event) is { } action && lives.TryGetValue(action, out var life))
            {
                lives[action] = life.After(recorded.Event);
            }
        }

        return lives.ToImmutableDictionary(pair => pair.Key, pair => pair.Value.At(now));
    }

    private CardLife After(ConversationEvent fact) => (Stage, fact) switch
    {
        (CardStage.Open, ActionConfirmed e) => this with { Stage = CardStage.BeingDone, WasPressed = e.SaidAt is null },
        (CardStage.Open, ActionDeclined) => this with { Stage = CardStage.Declined },
        (CardStage.Open, ActionWithdrawn e) => this with { Stage = e.By is null ? CardStage.Replaced : CardStage.Withdrawn },
        (CardStage.BeingDone, ApprovalRequested) => this with { Stage = CardStage.AwaitingApproval, WentToStaff = true },
        (CardStage.AwaitingApproval, ApprovalDecided e) => this with { Stage = e.Approved ? CardStage.BeingDone : CardStage.Rejected },
        (CardStage.BeingDone or CardStage.Rejected, OperationEnded e) => this with { Stage = StageOf(e.Ending) },
        _ => this,
    };

    private CardLife At(DateTimeOffset now) => Stage == CardStage.Open && now >= ExpiresAt ? this with { Stage = CardStage.Expired } : this;

    private static CardStage StageOf(OperationEnding ending) => ending switch
    {
        OperationEnding.Done => CardStage.Done,
        OperationEnding.Void => CardStage.Void,
        OperationEnding.Rejected => CardStage.Rejected,
        OperationEnding.Failed => CardStage.Failed,
        _ => throw new ArgumentOutOfRangeException(nameof(ending)),
    };

    private static ActionId? ActionOf(ConversationEvent fact) => fact switch
    {
        ActionConfirmed e => e.Action,
        ActionDeclined e => e.Action,
        ActionWithdrawn e => e.Action,
        ApprovalRequested e => e.Action,
        ApprovalDecided e => e.Action,
        OperationEnded e => e.Action,
        _ => null,
    };
}
