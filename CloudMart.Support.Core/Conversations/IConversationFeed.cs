namespace CloudMart.Support.Core.Conversations;

/// <summary>
/// News of conversations for whoever watches. It may lose messages; the log may not. Subscribe first, then read the log:
/// what is published in between arrives twice, and the fold drops the second.
/// </summary>
public interface IConversationFeed
{
    /// <summary>Tells every subscriber of the item's topic. Never throws because of a subscriber, never waits for one.</summary>
    ValueTask PublishAsync(FeedItem item, CancellationToken cancellationToken);

    /// <summary>
    /// Subscribes to <paramref name="topic"/>. Items published from the moment this returns are delivered in order. A subscriber to a
    /// conversation first gets the live text so far, if an answer is being written.
    /// Internal to Core's services: those check who asks.
    /// </summary>
    ValueTask<IFeedSubscription> SubscribeAsync(FeedTopic topic, CancellationToken cancellationToken);
}

/// <summary>Somebody watching. Dispose it to stop.</summary>
public interface IFeedSubscription : IAsyncDisposable
{
    /// <summary>Items as they come, until disposed. One reader.</summary>
    IAsyncEnumerable<FeedItem> ReadAllAsync(CancellationToken cancellationToken);
}

/// <summary>What can be watched: one conversation, one customer's orders and conversations, or the whole desk.</summary>
public readonly record struct FeedTopic(string Name)
{
    public static FeedTopic OfConversation(string conversationId) => new($"conversation:{conversationId}");

    /// <summary>All conversations, for staff.</summary>
    public static FeedTopic OfDesk { get; } = new("desk");

    /// <summary>Who is there and who is writing. Its own topic: the log's news are never lost for it.</summary>
    public static FeedTopic OfPresence(string conversationId) => new($"presence:{conversationId}");

    public static FeedTopic OfCustomer(string customerId) => new($"customer:{customerId}");
}

/// <summary>Something that watchers may want to know at once.</summary>
public abstract record FeedItem(FeedTopic Topic);

/// <summary>Facts were appended.</summary>
public sealed record EntryAppended(LogEntry Entry) : FeedItem(FeedTopic.OfConversation(Entry.ConversationId));

/// <summary>A piece of an answer that is being written. Weather, not climate: it is never stored.</summary>
/// <param name="ConversationId">The conversation.</param>
/// <param name="RunId">Pages drop pieces of a run that is not live in their fold.</param>
/// <param name="Step">Which of the run's steps, from 0: each begins a new text.</param>
/// <param name="Offset">The place of this piece in the step's text, in UTF-16 characters.</param>
/// <param name="Text">The piece.</param>
public sealed record TextWritten(string ConversationId, string RunId, int Step, int Offset, string Text)
    : FeedItem(FeedTopic.OfConversation(ConversationId));

/// <summary>The text of a step is written anew from the start: what was shown of it is to be dropped (a lost stream was asked again).</summary>
public sealed record TextWithdrawn(string ConversationId, string RunId, int Step) : FeedItem(FeedTopic.OfConversation(ConversationId));

/// <summary>The run can't go on right now (the store or the provider is out of reach) and keeps trying.</summary>
public sealed record RunDelayed(string ConversationId, string RunId) : FeedItem(FeedTopic.OfConversation(ConversationId));

/// <summary>Something was appended to a conversation, which now stands as <paramref name="State"/> says.</summary>
public sealed record ConversationMoved(Conversation State) : FeedItem(FeedTopic.OfDesk);

/// <summary>An order of the customer changed: read it again.</summary>
public sealed record OrderChanged(string CustomerId, string OrderId) : FeedItem(FeedTopic.OfCustomer(CustomerId));

/// <summary>The customer has a new conversation.</summary>
public sealed record ConversationBegan(string CustomerId, string ConversationId) : FeedItem(FeedTopic.OfCustomer(CustomerId));
