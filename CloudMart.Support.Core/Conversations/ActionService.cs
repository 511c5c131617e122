using CloudMart.Support.Core.Customers;

namespace CloudMart.Support.Core.Conversations;

/// <summary>
/// The buttons of a card. Pressing one is a fact in the log like everything else: only the first counts, and the worker carries out what
/// was agreed to.
/// </summary>
public sealed class ActionService(
    ConversationService conversations,
    IOwedAnswers owed,
    ConversationWriter writer,
    IRunBacklog runs,
    OpenTurns turns,
    NodeName node,
    TimeProvider clock)
{
    private const int EventsOfStep = 200;

    /// <summary>The customer agrees.</summary>
    public Task<ActionResult> ConfirmAsync(
        SignedInCustomer customer, string conversationId, ActionId action, CancellationToken cancellationToken) =>
        AnswerAsync(customer, conversationId, action, new ActionConfirmed(action, customer.CustomerId), cancellationToken);

    /// <summary>The customer wants everything left as it is.</summary>
    public Task<ActionResult> DeclineAsync(
        SignedInCustomer customer, string conversationId, ActionId action, CancellationToken cancellationToken) =>
        AnswerAsync(customer, conversationId, action, new ActionDeclined(action, customer.CustomerId), cancellationToken);

    private async Task<ActionResult> AnswerAsync(
        SignedInCustomer customer, string conversationId, ActionId id, ConversationEvent answer, CancellationToken cancellationToken)
    {
        var kind = answer is ActionConfirmed ? "confirm" : "decline";
        using var turn = turns.Begin(kind, conversationId, id.ToString());
        var known = await conversations.OpenAsync(customer, conversationId, ConversationWriter.ContextEvents, cancellationToken);
        while (known?.State.Actions.FirstOrDefault(action => action.Action == id) is { Stage: ActionStage.Proposed } waiting)
        {
            if (!waiting.IsOpen(clock.GetUtcNow()))
            {
                return ActionResult.Expired;
            }

            // Marked first: once it is agreed to, somebody has to carry it out, whatever happens to this node.
            var mark = await owed.MarkAsync(conversationId, customer.CustomerId, node.Value, cancellationToken);
            (var stands, known) = await writer.TryAppendAsync(known, [answer], cancellationToken);
            if (stands)
            {
                turns.Keep(kind, turn, known.State);
                runs.Add(new(known, mark, customer));
                return ActionResult.Taken;
            }
        }

        return known is not null && await WasProposedAsync(customer, known.State, id, cancellationToken)
            ? ActionResult.NotOpen
            : ActionResult.NoSuchAction;
    }

    /// <summary>A card follows the call that asked for it within one step of a run, so it is found where it would have to be.</summary>
    private async Task<bool> WasProposedAsync(
        SignedInCustomer customer, Conversation state, ActionId id, CancellationToken cancellationToken) =>
        id.RequestedAt < state.LastNumber
        && await conversations.LaterAsync(customer, state.Id, id.RequestedAt, EventsOfStep, cancellationToken) is { } later
        && later.Any(recorded => recorded.Event is ActionProposed proposed && proposed.Action == id);
}

/// <summary>What became of a press of a card's button.</summary>
public enum ActionResult
{
    /// <summary>It counts.</summary>
    Taken,

    /// <summary>The card's time was up.</summary>
    Expired,

    /// <summary>The card has been answered, withdrawn or carried out already.</summary>
    NotOpen,

    /// <summary>The customer has no such conversation, or there never was such a card in it.</summary>
    NoSuchAction,
}
