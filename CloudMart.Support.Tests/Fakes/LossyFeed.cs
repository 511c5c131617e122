using CloudMart.Support.Core.Conversations;

namespace CloudMart.Support.Tests.Fakes;

/// <summary>A feed that loses what <paramref name="loses"/> says, as every feed may.</summary>
internal sealed class LossyFeed(Func<FeedItem, bool> loses) : IConversationFeed
{
    private readonly InProcessConversationFeed _feed = new();

    public ValueTask PublishAsync(FeedItem item, CancellationToken cancellationToken) =>
        loses(item) ? ValueTask.CompletedTask : _feed.PublishAsync(item, cancellationToken);

    public ValueTask<IFeedSubscription> SubscribeAsync(FeedTopic topic, CancellationToken cancellationToken) =>
        _feed.SubscribeAsync(topic, cancellationToken);
}
