using System.Collections.Concurrent;
using System.Collections.Immutable;

namespace CloudMart.Support.Core.Conversations;

/// <summary>The feed of a single node. Subscribers are called outside of any lock; a slow one loses items and is told by its end.</summary>
public sealed class InProcessConversationFeed : IConversationFeed
{
    private readonly ConcurrentDictionary<FeedTopic, Topic> _topics = new();

    public ValueTask PublishAsync(FeedItem item, CancellationToken cancellationToken)
    {
        ImmutableList<FeedSubscription>? watching = null;
        while (watching is null)
        {
            var topic = TopicOf(item.Topic);
            watching = topic.TryKeep(item);
            Forget(item.Topic, topic);
        }

        watching.ForEach(subscription => subscription.Offer(item));
        return ValueTask.CompletedTask;
    }

    public ValueTask<IFeedSubscription> SubscribeAsync(FeedTopic topic, CancellationToken cancellationToken)
    {
        while (true)
        {
            var found = TopicOf(topic);
            FeedSubscription? subscription = null;
            subscription = new FeedSubscription(() =>
            {
                found.Remove(subscription!);
                Forget(topic, found);
            });
            if (found.TryAdd(subscription))
            {
                return ValueTask.FromResult<IFeedSubscription>(subscription);
            }
        }
    }

    private Topic TopicOf(FeedTopic topic) => _topics.GetOrAdd(topic, static _ => new Topic());

    /// <summary>Nobody watches and nothing is being written: so that memory does not grow with every conversation ever held.</summary>
    private void Forget(FeedTopic name, Topic topic)
    {
        if (topic.TryRetire())
        {
            _topics.TryRemove(new(name, topic));
        }
    }

    private sealed class Topic
    {
        private readonly Lock _gate = new();
        private readonly LiveText _live = new();
        private ImmutableList<FeedSubscription> _subscriptions = [];
        private bool _retired;

        /// <summary>Who is to be told; null when the topic has just been retired and a new one takes its place.</summary>
        public ImmutableList<FeedSubscription>? TryKeep(FeedItem item)
        {
            lock (_gate)
            {
                if (_retired)
                {
                    return null;
                }

                _live.Keep(item);
                return _subscriptions;
            }
        }

        public bool TryAdd(FeedSubscription subscription)
        {
            lock (_gate)
            {
                if (_retired)
                {
                    return false;
                }

                if (_live.SoFar is { } soFar)
                {
                    subscription.Offer(soFar);
                }

                _subscriptions = _subscriptions.Add(subscription);
                return true;
            }
        }

        public void Remove(FeedSubscription subscription)
        {
            lock (_gate)
            {
                _subscriptions = _subscriptions.Remove(subscription);
            }
        }

        public bool TryRetire()
        {
            lock (_gate)
            {
                return _retired = _retired || (_subscriptions.IsEmpty && _live.SoFar is null);
            }
        }
    }
}
