using CloudMart.Support.Core.Assistant.Consent;
using CloudMart.Support.Core.Conversations;

namespace CloudMart.Support.Core.Staff;

/// <summary>
/// Staff's decisions on changes that wait for them. A decision is bound to the card, whose arguments stand in the log, and made once: of two
/// that decide at the same moment, one is told that it was too late.
/// </summary>
public sealed class ApprovalService
{
    private const int MaxReason = 500;

    private readonly StaffWriter _writer;

    internal ApprovalService(StaffWriter writer) => _writer = writer;

    /// <summary>Decides. The worker carries out what was approved, and tells the customer what was not.</summary>
    /// <param name="by">Who decides.</param>
    /// <param name="conversationId">The conversation.</param>
    /// <param name="action">The card.</param>
    /// <param name="approved">Whether it may be done.</param>
    /// <param name="reason">For the customer where it is not; at most 500 characters, the rest is cut.</param>
    /// <param name="cancellationToken">Cancels before the append.</param>
    /// <returns>False when it does not wait for approval (any more), or waits for somebody else's yes than that of who asked for it.</returns>
    public async Task<bool> DecideAsync(
        SignedInStaff by, string conversationId, ActionId action, bool approved, string reason, CancellationToken cancellationToken)
    {
        var decision = new ApprovalDecided(action, approved, by.StaffId, BoundedText.Cut(reason.Trim(), MaxReason));
        var result = await _writer.DecideAsync(
            by,
            conversationId,
            known => $"{(approved ? "approved" : "rejected")} {ProposedCards.TitleOf(known, action)}",
            state => Waits(state, action, approved ? by : null) ? new Deed(decision) : new Refusal("It does not wait for this decision."),
            cancellationToken);
        return result is StaffDone;
    }

    /// <summary>Who has asked for a change may take it back, and not approve it.</summary>
    private static bool Waits(Conversation state, ActionId action, SignedInStaff? approves) => state.Actions.Any(
        each => each.Action == action && each.Stage == ActionStage.AwaitingApproval && (approves is null || each.StaffId != approves.StaffId));
}
