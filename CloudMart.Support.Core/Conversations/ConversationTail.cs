using System.Runtime.CompilerServices;
using CloudMart.Support.Core.Customers;
using CloudMart.Support.Core.Storage;

namespace CloudMart.Support.Core.Conversations;

/// <summary>
/// What is appended to a conversation after a number: every event, in order, once, as soon as the feed tells of it. What the feed
/// loses is read from the log: at once where the numbers show a gap, otherwise after <see cref="Silence"/>.
/// </summary>
public sealed class ConversationTail(
    ConversationService conversations, IConversationLog log, IConversationFeed feed, IStoreFaults faults, TimeProvider clock)
{
    /// <summary>How long the feed may be silent before the log is asked.</summary>
    internal static readonly TimeSpan Silence = TimeSpan.FromSeconds(2);

    private const int AtOnce = 200;

    /// <summary>The events after number <paramref name="after"/>, until cancelled; null where the customer has no such conversation.</summary>
    public async Task<IAsyncEnumerable<RecordedEvent>?> FollowAsync(
        SignedInCustomer customer, string conversationId, long after, CancellationToken cancellationToken) =>
        await conversations.OpenAsync(customer, conversationId, 1, cancellationToken) is null
            ? null
            : EventsAfterAsync(null, conversationId, after, cancellationToken);

    /// <param name="news">A subscription made before number <paramref name="after"/> was known, which spares a read; null to subscribe here.</param>
    /// <param name="conversationId">The conversation; who asks was checked.</param>
    /// <param name="after">The last number that the caller has.</param>
    /// <param name="cancellationToken">Ends it.</param>
    internal async IAsyncEnumerable<RecordedEvent> EventsAfterAsync(
        IFeedSubscription? news, string conversationId, long after, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        while (true)
        {
            await using var watched = news ?? await feed.SubscribeAsync(FeedTopic.OfConversation(conversationId), cancellationToken);
            var items = watched.ReadOrSilenceAsync(Silence, clock, cancellationToken);
            await foreach (var item in news is null ? items.Prepend(null) : items)
            {
                await foreach (var recorded in EventsAsync(item, conversationId, after, cancellationToken))
                {
                    after = recorded.Number;
                    yield return recorded;
                }
            }

            news = null; // it ended: this watcher was too slow, or the feed was lost
        }
    }

    private IAsyncEnumerable<RecordedEvent> EventsAsync(
        FeedItem? item, string conversationId, long after, CancellationToken cancellationToken) => item switch
        {
            EntryAppended { Entry: var entry } when entry.Number <= after + 1 =>
                entry.Events.Where(recorded => recorded.Number > after).ToAsyncEnumerable(),
            EntryAppended or null => ReadAsync(conversationId, after, cancellationToken),
            _ => AsyncEnumerable.Empty<RecordedEvent>(),
        };

    private async IAsyncEnumerable<RecordedEvent> ReadAsync(
        string conversationId, long after, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        IReadOnlyList<RecordedEvent> events;
        do
        {
            events = await TryReadAsync(conversationId, after, cancellationToken);
            foreach (var recorded in events)
            {
                after = recorded.Number;
                yield return recorded;
            }
        }
        while (events.Count >= AtOnce);
    }

    private async Task<IReadOnlyList<RecordedEvent>> TryReadAsync(string conversationId, long after, CancellationToken cancellationToken)
    {
        try
        {
            return await log.ReadAfterAsync(conversationId, after, AtOnce, cancellationToken);
        }
        catch (Exception fault) when (faults.IsTransient(fault))
        {
            return []; // the next silence reads again
        }
    }
}
