using CloudMart.Support.Core.Assistant;
using CloudMart.Support.Core.Assistant.Consent;
using CloudMart.Support.Core.Conversations;
using CloudMart.Support.Core.Customers;

namespace CloudMart.Support.Core.Staff;

/// <summary>
/// Staff acting in the customer's place. The same tools and rules decide as for the customer; the worker carries it out as it does a card
/// that was agreed to, and not at all where it would do something else by then than was asked for.
/// </summary>
internal sealed class StaffActs(
    IConversationLog log, ICustomerDirectory customers, CallDecision decisions, StorePatience patience, StaffWriter writer)
{
    public async Task<StaffResult> ActAsync(
        SignedInStaff by, string conversationId, string act, string arguments, ActionCard seen, CancellationToken cancellationToken)
    {
        var decided = await ShowAsync(by, conversationId, act, arguments, cancellationToken);
        if (decided is not ActShown { Card: var card } || !card.LooksLike(seen))
        {
            return decided;
        }

        var fact = new StaffActed(by.StaffId, by.Name, act, arguments, card, by.IsSupervisor);
        return await writer.DecideAsync(
            by,
            conversationId,
            $"asked for “{card.Title}”",
            state => IsUnderWay(state, fact) ? new Refusal("That is under way already.") : new Deed(fact),
            cancellationToken);
    }

    /// <returns><see cref="ActShown"/>, or why it can't be done.</returns>
    public async Task<StaffResult> ShowAsync(
        SignedInStaff by, string conversationId, string act, string arguments, CancellationToken cancellationToken)
    {
        if (await log.ReadAsync(conversationId, ConversationWriter.ContextEvents, cancellationToken) is not { } known)
        {
            return new NoConversation();
        }

        var customer = await customers.OfAsync(known.State, patience, cancellationToken);
        var asked = new OpenCall(known.State.LastNumber + 1, 0, new ToolCall("", act, arguments));
        var decision = await decisions.DecideAsync(asked, known, customer, cancellationToken, by.StaffId);
        return decision is { Change: not null, Card: { } card }
            ? new ActShown(card)
            : new StaffRefused(decision.Receipt is { } refusal ? $"{refusal.Headline}. {refusal.NextStep}".TrimEnd() : "That can’t be done.");
    }

    private static bool IsUnderWay(Conversation state, StaffActed wanted) => state.Actions.Any(action =>
        action.Stage != ActionStage.Proposed && action.Act == wanted.Act && action.OrderId == wanted.Card.OrderId);
}
