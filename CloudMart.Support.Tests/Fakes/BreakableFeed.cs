using CloudMart.Support.Core.Conversations;

namespace CloudMart.Support.Tests.Fakes;

/// <summary>A feed that can lose its subscribers, as one between nodes does when its connection breaks.</summary>
internal sealed class BreakableFeed : IConversationFeed
{
    private readonly InProcessConversationFeed _feed = new();
    private readonly List<IFeedSubscription> _subscriptions = [];

    public int Subscriptions => _subscriptions.Count;

    public ValueTask PublishAsync(FeedItem item, CancellationToken cancellationToken) => _feed.PublishAsync(item, cancellationToken);

    public async ValueTask<IFeedSubscription> SubscribeAsync(FeedTopic topic, CancellationToken cancellationToken)
    {
        var subscription = await _feed.SubscribeAsync(topic, cancellationToken);
        _subscriptions.Add(subscription);
        return subscription;
    }

    public async Task BreakAsync()
    {
        foreach (var subscription in _subscriptions.ToList())
        {
            await subscription.DisposeAsync();
        }
    }
}
