using System.Threading.Channels;

namespace CloudMart.Support.Core.Conversations;

/// <summary>One watcher's queue. When it is full the stream ends: the watcher subscribes again and re-reads the log.</summary>
internal sealed class FeedSubscription(Action leave) : IFeedSubscription
{
    private const int Capacity = 4_096;

    private readonly Channel<FeedItem> _items = Channel.CreateBounded<FeedItem>(
        new BoundedChannelOptions(Capacity) { SingleReader = true, FullMode = BoundedChannelFullMode.Wait });

    public void Offer(FeedItem item)
    {
        if (!_items.Writer.TryWrite(item))
        {
            _items.Writer.TryComplete();
        }
    }

    public IAsyncEnumerable<FeedItem> ReadAllAsync(CancellationToken cancellationToken) => _items.Reader.ReadAllAsync(cancellationToken);

    public ValueTask DisposeAsync()
    {
        leave();
        _items.Writer.TryComplete();
        return ValueTask.CompletedTask;
    }
}
