using CloudMart.Support.Core.Customers;

namespace CloudMart.Support.Core.Conversations;

/// <summary>Says something and waits until it is answered: for callers that have no page to watch.</summary>
public sealed class AnswerWait(
    ConversationService conversations, ConversationTail tail, IConversationFeed feed, IIdSource ids, TimeProvider clock)
{
    /// <summary>As <see cref="ConversationService.SayAsync"/>, but a message that is kept comes back as <see cref="MessageAnswered"/>.</summary>
    /// <param name="customer">Who is signed in.</param>
    /// <param name="conversationId">Null begins a conversation.</param>
    /// <param name="messageId">The sender's id for the message; sending it again waits for, or repeats, the same answer.</param>
    /// <param name="text">The message.</param>
    /// <param name="within">How long to wait before it is said that the run goes on.</param>
    /// <param name="cancellationToken">Ends the waiting; the run goes on.</param>
    public async Task<SayResult> AskAsync(
        SignedInCustomer customer,
        string? conversationId,
        string? messageId,
        string text,
        TimeSpan within,
        CancellationToken cancellationToken)
    {
        messageId ??= ids.NewId();
        var topic = FeedTopic.OfConversation(conversationId ?? ConversationService.FirstIdFor(customer, messageId));

        // Subscribed before it is said, nothing can be missed, and the log need not be read. Whose conversation it is, SayAsync checks.
        await using var news = await feed.SubscribeAsync(topic, cancellationToken);
        var said = await conversations.SayAsync(customer, conversationId, messageId, text, cancellationToken);
        return said is MessageKept kept ? Answer.To(kept, await WaitAsync(kept, news, within, cancellationToken)) : said;
    }

    private async Task<ConversationSnapshot> WaitAsync(
        MessageKept kept, IFeedSubscription news, TimeSpan within, CancellationToken cancellationToken)
    {
        var known = kept.Conversation;
        using var bound = new CancellationTokenSource(within, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(bound.Token, cancellationToken);
        try
        {
            await using var later = tail.EventsAfterAsync(news, known.State.Id, known.State.LastNumber, either.Token)
                .GetAsyncEnumerator(either.Token);
            while (Answer.IsAwaited(kept.Number, known.State) && await later.MoveNextAsync())
            {
                known = known.Append([later.Current]);
            }
        }
        catch (OperationCanceledException) when (bound.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            // What is known by now is the answer.
        }

        return known;
    }
}
