using CloudMart.Support.Core.Conversations;
using CloudMart.Support.Core.Customers;
using CloudMart.Support.Core.Storage;
using CloudMart.Support.Web.SignIn;

namespace CloudMart.Support.Web.CustomerSupport;

/// <summary>The conversation that a customer's page has open, and what the customer can do in it.</summary>
public sealed class ConversationState(
    ConversationService conversations, ActionService actions, CurrentCustomer customer, IStoreFaults faults, TimeProvider clock)
    : FollowedConversation(faults, clock, customer.Ended)
{
    /// <summary>Leaves the open conversation for one that begins with the next message.</summary>
    public Task StartNewAsync(CancellationToken cancellationToken) => LeaveAsync(cancellationToken);

    /// <summary>Says something. The first message of a conversation opens it.</summary>
    /// <param name="conversationId">Where the message was written; null for a new conversation.</param>
    /// <param name="messageId">The browser's id: sending it again changes nothing.</param>
    /// <param name="text">As written.</param>
    /// <param name="cancellationToken">Cancels before the append.</param>
    public async Task<SayResult> SayAsync(string? conversationId, string messageId, string text, CancellationToken cancellationToken)
    {
        var result = await conversations.SayAsync(await customer.GetAsync(), conversationId, messageId, text, cancellationToken);
        if (result is MessageKept kept && conversationId is null && Known is null)
        {
            await OpenAsync(kept.Conversation.State.Id, cancellationToken);
        }

        return result;
    }

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        if (ConversationId is { } id)
        {
            await conversations.StopAsync(await customer.GetAsync(), id, cancellationToken);
        }
    }

    public async Task ReturnToAssistantAsync(CancellationToken cancellationToken)
    {
        if (ConversationId is { } id)
        {
            await conversations.ReturnToAssistantAsync(await customer.GetAsync(), id, cancellationToken);
        }
    }

    /// <summary>Presses the button of a card that does it.</summary>
    public Task ConfirmAsync(ActionId action, CancellationToken cancellationToken) =>
        AnswerAsync(action, actions.ConfirmAsync, cancellationToken);

    /// <summary>Presses the button of a card that leaves everything as it is.</summary>
    public Task DeclineAsync(ActionId action, CancellationToken cancellationToken) =>
        AnswerAsync(action, actions.DeclineAsync, cancellationToken);

    protected override async Task<IFeedSubscription?> WatchAsync(string conversationId, CancellationToken cancellationToken) =>
        await conversations.WatchAsync(await customer.GetAsync(), conversationId, cancellationToken);

    protected override async Task<ConversationSnapshot?> ReadAsync(string conversationId, int recent, CancellationToken cancellationToken) =>
        await conversations.OpenAsync(await customer.GetAsync(), conversationId, recent, cancellationToken);

    protected override async Task<IReadOnlyList<RecordedEvent>?> EarlierAsync(
        string conversationId, long before, int count, CancellationToken cancellationToken) =>
        await conversations.EarlierAsync(await customer.GetAsync(), conversationId, before, count, cancellationToken);

    protected override async Task<IReadOnlyList<RecordedEvent>?> LaterAsync(
        string conversationId, long after, int limit, CancellationToken cancellationToken) =>
        await conversations.LaterAsync(await customer.GetAsync(), conversationId, after, limit, cancellationToken);

    /// <summary>A press that comes too late is no fault: what became of the card meanwhile is read, and shown instead of its buttons.</summary>
    private async Task AnswerAsync(
        ActionId action,
        Func<SignedInCustomer, string, ActionId, CancellationToken, Task<ActionResult>> answer,
        CancellationToken cancellationToken)
    {
        if (ConversationId is { } id && await answer(await customer.GetAsync(), id, action, cancellationToken) != ActionResult.Taken)
        {
            await CatchUpAsync(cancellationToken);
        }
    }
}
