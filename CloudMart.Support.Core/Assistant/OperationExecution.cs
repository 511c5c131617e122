using CloudMart.Support.Core.Assistant.Consent;
using CloudMart.Support.Core.Assistant.Tools;
using CloudMart.Support.Core.Conversations;
using CloudMart.Support.Core.Customers;
using CloudMart.Support.Core.Orders;

namespace CloudMart.Support.Core.Assistant;

/// <summary>
/// Carries out operations that were agreed to, through the same tools and rules that asked for them. Card, approval and staff all end here,
/// in one <see cref="OperationEnded"/>, which for a change is committed together with it.
/// </summary>
internal sealed class OperationExecution(
    CallDecision decisions, ConsentGate gate, IConversationLog log, IConversationFeed feed, StorePatience patience)
{
    /// <summary>Does the next thing for <paramref name="due"/>; whoever calls looks at the state again.</summary>
    public async Task CarryOutAsync(RunJournal journal, PendingAction due, SignedInCustomer customer, CancellationToken cancellationToken)
    {
        var agreed = await FindAsync(journal.State, due, cancellationToken);
        if (due.Stage == ActionStage.Rejected)
        {
            await journal.TryAppendAsync([OperationEndings.Rejected(agreed, DecisionOn(journal.Known, due.Action))], cancellationToken);
            return;
        }

        var decision = await decisions.DecideAsync(agreed.Call, journal.Known, customer, cancellationToken, agreed.Staff?.StaffId);
        if (decision.IsFault)
        {
            await journal.TryAppendAsync([OperationEndings.Failed(agreed)], cancellationToken);
        }
        else if (decision.Change is null || decision.Card?.LooksLike(agreed.Card) != true)
        {
            await journal.TryAppendAsync([OperationEndings.Void(agreed, decision)], cancellationToken);
        }
        else if (due.Stage == ActionStage.Confirmed && agreed.Staff is not { BySupervisor: true } && gate.NeedsApproval(decision))
        {
            await journal.TryAppendAsync([new ApprovalRequested(due.Action, gate.WhyApproval(decision))], cancellationToken);
        }
        else if (await journal.CommitAsync(decision.Change, OperationEndings.Done(agreed, decision), cancellationToken) == CommitResult.Committed)
        {
            await feed.PublishAsync(decision.Change, cancellationToken);
        }
    }

    /// <summary>As it stands in the log, however long ago that was.</summary>
    private async Task<AgreedOperation> FindAsync(Conversation state, PendingAction due, CancellationToken cancellationToken)
    {
        var events = await patience.SettleAsync(state, ct => log.ReadAfterAsync(state.Id, due.ProposedAt - 1, 1, ct), cancellationToken);
        return AgreedOperation.Of(events.First(recorded => recorded.Number == due.ProposedAt));
    }

    private static ApprovalDecided? DecisionOn(ConversationSnapshot known, ActionId action) =>
        known.Events.Select(recorded => recorded.Event).OfType<ApprovalDecided>().LastOrDefault(decided => decided.Action == action);
}
