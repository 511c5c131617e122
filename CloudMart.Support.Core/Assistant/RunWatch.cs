using CloudMart.Support.Core.Conversations;

namespace CloudMart.Support.Core.Assistant;

/// <summary>
/// Hears of appends that concern a run while it thinks, so that it stops at once and not only when its next append is refused.
/// A lost item costs time, never correctness.
/// </summary>
internal sealed class RunWatch : IAsyncDisposable
{
    private readonly Lock _gate = new();
    private readonly IFeedSubscription _subscription;
    private readonly Task _listening;
    private long _newestStop;
    private long _newestMessage;
    private Interruption? _thinking;

    private RunWatch(IFeedSubscription subscription)
    {
        _subscription = subscription;
        _listening = ListenAsync();
    }

    public static async Task<RunWatch> BeginAsync(IConversationFeed feed, string conversationId, CancellationToken cancellationToken) =>
        new(await feed.SubscribeAsync(FeedTopic.OfConversation(conversationId), cancellationToken));

    /// <summary>A token for thinking with what is known up to <paramref name="knownThrough"/>: cancelled by whatever makes the thought stale.</summary>
    public Interruption WhileThinking(long knownThrough, bool canBeSuperseded, CancellationToken cancellationToken)
    {
        var interruption = new Interruption(knownThrough, canBeSuperseded, cancellationToken);
        lock (_gate)
        {
            _thinking = interruption;
        }

        Tell(interruption);
        return interruption;
    }

    public async ValueTask DisposeAsync()
    {
        await _subscription.DisposeAsync();
        await _listening;
    }

    private async Task ListenAsync()
    {
        await foreach (var item in _subscription.ReadAllAsync(CancellationToken.None))
        {
            if (item is EntryAppended appended && Note(appended.Entry) is { } interruption)
            {
                Tell(interruption);
            }
        }
    }

    private Interruption? Note(LogEntry entry)
    {
        lock (_gate)
        {
            foreach (var recorded in entry.Events)
            {
                switch (recorded.Event)
                {
                    case CustomerSaid:
                        _newestMessage = Math.Max(_newestMessage, recorded.Number);
                        break;
                    case RunStopRequested or RunResumed or RunStarted or ActionConfirmed { SaidAt: null } or ApprovalDecided
                        or StaffJoined or AssistantHeld or StaffSaid or Assigned:
                        _newestStop = Math.Max(_newestStop, recorded.Number);
                        break;
                }
            }

            return _thinking;
        }
    }

    private void Tell(Interruption interruption)
    {
        long stop, message;
        lock (_gate)
        {
            (stop, message) = (_newestStop, _newestMessage);
        }

        interruption.Hear(stop, message);
    }

    /// <summary>One thought's cancellation.</summary>
    internal sealed class Interruption(long knownThrough, bool canBeSuperseded, CancellationToken outer) : IDisposable
    {
        private readonly CancellationTokenSource _source = CancellationTokenSource.CreateLinkedTokenSource(outer);
        private readonly Lock _gate = new();
        private bool _disposed;

        public CancellationToken Token => _source.Token;

        public void Hear(long newestStop, long newestMessage)
        {
            lock (_gate)
            {
                if (!_disposed && (newestStop > knownThrough || (canBeSuperseded && newestMessage > knownThrough)))
                {
                    _source.Cancel();
                }
            }
        }

        public void Dispose()
        {
            lock (_gate)
            {
                _disposed = true;
                _source.Dispose();
            }
        }
    }
}
