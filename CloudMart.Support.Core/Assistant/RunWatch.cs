using CloudMart.Support.Core.Conversations;

namespace CloudMart.Support.Core.Assistant;

/// <summary>
/// Hears of appends that concern a run while it thinks, so that it stops at once and not only when its next append is refused.
/// A lost item costs time, never correctness.
/// </summary>
internal sealed class RunWatch : IAsyncDisposable
{
    private readonly Lock gate = new();
    private readonly IFeedSubscription subscription;
    private readonly Task listening;
    private long newestStop;
    private long newestMessage;
    private Interruption? thinking;

    private RunWatch(IFeedSubscription subscription)
    {
        this.subscription = subscription;
        listening = ListenAsync();
    }

    public static async Task<RunWatch> BeginAsync(IConversationFeed feed, string conversationId, CancellationToken cancellationToken) =>
        new(await feed.SubscribeAsync(FeedTopic.OfConversation(conversationId), cancellationToken));

    /// <summary>A token for thinking with what is known up to <paramref name="knownThrough"/>: cancelled by whatever makes the thought stale.</summary>
    public Interruption WhileThinking(long knownThrough, bool canBeSuperseded, CancellationToken cancellationToken)
    {
        var interruption = new Interruption(knownThrough, canBeSuperseded, cancellationToken);
        lock (gate)
        {
            thinking = interruption;
        }

        Tell(interruption);
        return interruption;
    }

    public async ValueTask DisposeAsync()
    {
        await subscription.DisposeAsync();
        await listening;
    }

    private async Task ListenAsync()
    {
        await foreach (var item in subscription.ReadAllAsync(CancellationToken.None))
        {
            if (item is EntryAppended appended && Note(appended.Entry) is { } interruption)
            {
                Tell(interruption);
            }
        }
    }

    private Interruption? Note(LogEntry entry)
    {
        lock (gate)
        {
            foreach (var recorded in entry.Events)
            {
                switch (recorded.Event)
                {
                    case CustomerSaid:
                        newestMessage = Math.Max(newestMessage, recorded.Number);
                        break;
                    case RunStopRequested or RunResumed or RunStarted:
                        newestStop = Math.Max(newestStop, recorded.Number);
                        break;
                }
            }

            return thinking;
        }
    }

    private void Tell(Interruption interruption)
    {
        long stop, message;
        lock (gate)
        {
            (stop, message) = (newestStop, newestMessage);
        }

        interruption.Hear(stop, message);
    }

    /// <summary>One thought's cancellation.</summary>
    internal sealed class Interruption(long knownThrough, bool canBeSuperseded, CancellationToken outer) : IDisposable
    {
        private readonly CancellationTokenSource source = CancellationTokenSource.CreateLinkedTokenSource(outer);
        private readonly Lock gate = new();
        private bool disposed;

        public CancellationToken Token => source.Token;

        public void Hear(long newestStop, long newestMessage)
        {
            lock (gate)
            {
                if (!disposed && (newestStop > knownThrough || (canBeSuperseded && newestMessage > knownThrough)))
                {
                    source.Cancel();
                }
            }
        }

        public void Dispose()
        {
            lock (gate)
            {
                disposed = true;
                source.Dispose();
            }
        }
    }
}
