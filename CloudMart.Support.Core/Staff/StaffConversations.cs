using CloudMart.Support.Core.Conversations;

namespace CloudMart.Support.Core.Staff;

/// <summary>
/// What members of staff may read: everybody's conversations, the lists of them, and the news of both. Only the sign-in makes a member of
/// staff, so having one is the permission.
/// </summary>
public sealed class StaffConversations(IConversationLog log, IInbox inbox, IConversationFeed feed)
{
    private const int MaxIdLength = 64;

    /// <summary>One page of a list of the inbox, as it was kept last; news of the desk bring what moved since.</summary>
    public Task<InboxPage> ListAsync(
        SignedInStaff by, InboxSection section, InboxOrder order, int limit, string? cursor, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(by);
        return inbox.ListAsync(section, order, limit, cursor, cancellationToken);
    }

    /// <summary>The conversation with at least its <paramref name="recent"/> newest events; null where there is none.</summary>
    public async Task<ConversationSnapshot?> OpenAsync(
        SignedInStaff by, string conversationId, int recent, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(by);

        // What no id can look like never reaches the store, which would take it for a bug of ours.
        return conversationId.Length is > 0 and <= MaxIdLength ? await log.ReadAsync(conversationId, recent, cancellationToken) : null;
    }

    /// <summary>Older events, ending right before number <paramref name="before"/>.</summary>
    public Task<IReadOnlyList<RecordedEvent>> EarlierAsync(
        SignedInStaff by, string conversationId, long before, int count, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(by);
        return log.ReadBeforeAsync(conversationId, before, count, cancellationToken);
    }

    /// <summary>Newer events, after number <paramref name="after"/>.</summary>
    public Task<IReadOnlyList<RecordedEvent>> LaterAsync(
        SignedInStaff by, string conversationId, long after, int limit, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(by);
        return log.ReadAfterAsync(conversationId, after, limit, cancellationToken);
    }

    /// <summary>News of one conversation, live text included. Subscribe, then read.</summary>
    public ValueTask<IFeedSubscription> WatchAsync(SignedInStaff by, string conversationId, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(by);
        return feed.SubscribeAsync(FeedTopic.OfConversation(conversationId), cancellationToken);
    }

    /// <summary>News of all conversations: where each stands whenever something was appended to it. Subscribe, then read.</summary>
    public ValueTask<IFeedSubscription> WatchDeskAsync(SignedInStaff by, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(by);
        return feed.SubscribeAsync(FeedTopic.OfDesk, cancellationToken);
    }
}
