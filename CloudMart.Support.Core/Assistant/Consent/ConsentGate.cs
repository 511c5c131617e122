using System.Collections.Immutable;
using CloudMart.Support.Core.Assistant.Tools;
using CloudMart.Support.Core.Conversations;
using CloudMart.Support.Core.Orders;
using Microsoft.Extensions.Options;

namespace CloudMart.Support.Core.Assistant.Consent;

/// <summary>
/// The one place that says whether a change may be made (DESIGN, rule 5). Nothing that a model writes gets through it: what counts is what
/// the customer wrote or pressed, and what staff decided.
/// </summary>
internal sealed class ConsentGate(IOptions<ConsentOptions> consent, IOptions<ApprovalOptions> approval, TimeProvider clock)
{
    /// <summary>A card can be agreed to for this long.</summary>
    public static readonly TimeSpan CardLife = TimeSpan.FromMinutes(15);

    /// <summary>A model that keeps asking can't bury the customer in cards.</summary>
    public const int MaxOpenCards = 5;

    /// <summary>The customer's newest message is a plain order to do exactly this, and nothing was changed on its strength yet.</summary>
    public bool IsOrdered(ToolDecision decision, ConversationSnapshot known)
    {
        var newest = known.Events.FindLast(recorded => recorded.Event is CustomerSaid);
        return consent.Value.Mode == ConsentMode.Explicit
            && decision.Consent == ConsentRule.EvidenceOrCard
            && newest?.Number == known.State.LastSaidAt
            && known.State.LastSaidAt > known.State.LastChangeAt
            && CancelEvidence.OrderIdIn(((CustomerSaid)newest.Event).Text) is { } orderId
            && orderId == decision.Card?.OrderId;
    }

    /// <summary>Staff have to agree as well.</summary>
    public bool NeedsApproval(ToolDecision decision) => approval.Value.RefundAbove is { } limit && decision.MoneyBack > limit;

    public string WhyApproval(ToolDecision decision) =>
        $"It gives back {Money.InWords(decision.MoneyBack)}, which is more than {Money.InWords(approval.Value.RefundAbove ?? 0)}.";

    /// <summary>The facts that answer a call whose change may not be made, or not yet: as a rule a card.</summary>
    public ImmutableArray<ConversationEvent> Ask(LiveRun run, OpenCall open, ToolDecision decision, ConversationSnapshot known)
    {
        var (act, card) = (open.Call.Name, decision.Card!);
        var alike = known.State.Actions.Where(action => action.Act == act && action.OrderId == card.OrderId).ToList();
        if (alike.Exists(action => action.Stage == ActionStage.AwaitingApproval))
        {
            return [Answer(run, open, ActionOutput.WaitingForApproval(act, card))];
        }

        if (alike.Exists(action => action.IsDue))
        {
            return [Answer(run, open, ActionOutput.BeingCarriedOut(act, card))];
        }

        var now = clock.GetUtcNow();
        var waiting = alike.FindAll(action => action.IsOpen(now));
        if (waiting.Exists(action => ProposedCards.Find(known, action)?.Card.LooksLike(card) == true))
        {
            return [Answer(run, open, ActionOutput.WaitingForCustomer(act, card))];
        }

        if (known.State.Actions.Count(action => action.IsOpen(now)) - waiting.Count >= MaxOpenCards)
        {
            return [Answer(run, open, ToolOutput.Error($"{MaxOpenCards} questions are open already. Ask the customer to answer those first."))];
        }

        var proposed = new ActionProposed(new(open.RequestedAt, open.Index), act, open.Call.Arguments, card, now + CardLife);
        ImmutableArray<ConversationEvent> withdrawn = [.. waiting.Select(action => new ActionWithdrawn(action.Action))];
        return IsOrdered(decision, known)
            ?
            [
                Answer(run, open, ActionOutput.WaitingForApproval(act, card)),
                .. withdrawn,
                proposed,
                new ActionConfirmed(proposed.Action, known.State.CustomerId, known.State.LastSaidAt),
                new ApprovalRequested(proposed.Action, WhyApproval(decision)),
            ]
            : [Answer(run, open, ActionOutput.WaitingForCustomer(act, card)), .. withdrawn, proposed];
    }

    private static ToolAnswered Answer(LiveRun run, OpenCall open, string output) => new(run.RunId, open.RequestedAt, open.Index, output);
}
