using CloudMart.Support.Core.Conversations;
using CloudMart.Support.Core.Storage;

namespace CloudMart.Support.Web.CustomerSupport;

/// <summary>
/// A conversation that one page has open, kept in step with the log, whoever reads it. It folds what the feed tells; where the feed left
/// something out it reads the log. Everything here runs on the circuit's dispatcher: whoever calls is on it, and every await comes back to it.
/// </summary>
/// <param name="faults">Which failures pass.</param>
/// <param name="clock">The time.</param>
/// <param name="ended">The reader's sign-in has ended: news stop with it.</param>
public abstract class FollowedConversation(IStoreFaults faults, TimeProvider clock, CancellationToken ended) : IAsyncDisposable
{
    /// <summary>How many of the newest events a page opens with, and how many more it loads at a time.</summary>
    public const int EventsAtOnce = 50;

    private const int CatchUpLimit = 200;

    /// <summary>Opening and closing take turns: a reader may click faster than a store reads.</summary>
    private readonly SemaphoreSlim _turn = new(1);
    private readonly ReadingTime _reading = new(clock);
    private readonly ShownConversation _shown = new(clock);
    private CancellationTokenSource _closing = CancellationTokenSource.CreateLinkedTokenSource(ended);
    private Task _following = Task.CompletedTask;

    /// <summary>Something to be drawn has changed.</summary>
    public event Func<Task>? Changed;

    /// <summary>More of <see cref="Answer"/> was written; comes for every piece.</summary>
    public event Action? AnswerGrew;

    /// <summary>News can't be followed any more.</summary>
    public event Func<Exception, Task>? Failed;

    /// <summary>The conversation and its loaded events; null while none is open.</summary>
    public ConversationSnapshot? Known => _shown.Known;

    /// <summary>The text that the live run is writing.</summary>
    public LiveAnswer? Answer => _shown.Answer;

    /// <summary>The live run can't go on right now and keeps trying.</summary>
    public bool IsDelayed => _shown.IsDelayed;

    /// <summary>A conversation was asked for that the reader does not have.</summary>
    public bool IsUnknown { get; private set; }

    public string? ConversationId => Known?.State.Id;

    public bool IsAnswering => Known?.State.Run is not null;

    public bool HasEarlier => Known?.Events is [{ Number: > 1 }, ..];

    /// <summary>Opens a conversation, or none where the reader has no such conversation.</summary>
    public async Task OpenAsync(string conversationId, CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken);
        try
        {
            await CloseAsync();
            await BeginFollowingAsync(conversationId, cancellationToken);
            IsUnknown = Known is null;
        }
        finally
        {
            _turn.Release();
        }

        await TellAsync();
    }

    /// <summary>Leaves the open conversation; none is open then.</summary>
    public async Task LeaveAsync(CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken);
        try
        {
            await CloseAsync();
        }
        finally
        {
            _turn.Release();
        }

        await TellAsync();
    }

    /// <summary>Loads what came before the oldest event shown.</summary>
    public async Task LoadEarlierAsync(CancellationToken cancellationToken)
    {
        if (Known is not { Events: [{ Number: > 1 and var oldest }, ..], State.Id: var id })
        {
            return;
        }

        var earlier = await EarlierAsync(id, oldest, EventsAtOnce, cancellationToken) ?? [];
        if (ConversationId == id && Known.Events[0].Number == oldest)
        {
            _shown.Known = Known with { Events = Known.Events.InsertRange(0, earlier) };
            await TellAsync();
        }
    }

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        await CloseAsync();
        _closing.Dispose();
        _turn.Dispose();
    }

    /// <summary>News of the conversation; null where the reader has no such conversation.</summary>
    protected abstract Task<IFeedSubscription?> WatchAsync(string conversationId, CancellationToken cancellationToken);

    /// <summary>The conversation with at least its <paramref name="recent"/> newest events; null where the reader has no such conversation.</summary>
    protected abstract Task<ConversationSnapshot?> ReadAsync(string conversationId, int recent, CancellationToken cancellationToken);

    /// <summary>Older events, ending right before number <paramref name="before"/>.</summary>
    protected abstract Task<IReadOnlyList<RecordedEvent>?> EarlierAsync(
        string conversationId, long before, int count, CancellationToken cancellationToken);

    /// <summary>Newer events, after number <paramref name="after"/>.</summary>
    protected abstract Task<IReadOnlyList<RecordedEvent>?> LaterAsync(
        string conversationId, long after, int limit, CancellationToken cancellationToken);

    /// <summary>Reads what the feed has not told of yet.</summary>
    protected async Task CatchUpAsync(CancellationToken cancellationToken)
    {
        while (Known is { State: { Id: var id, LastNumber: var last } }
            && await LaterAsync(id, last, CatchUpLimit, cancellationToken) is { Count: > 0 } later
            && ConversationId == id)
        {
            await FoldAsync(later);
        }
    }

    private async Task BeginFollowingAsync(string conversationId, CancellationToken cancellationToken)
    {
        if (await WatchAsync(conversationId, cancellationToken) is not { } news)
        {
            return;
        }

        try
        {
            _shown.Known = await ReadAllNeededAsync(conversationId, cancellationToken);
        }
        finally
        {
            if (Known is null)
            {
                await news.DisposeAsync();
            }
        }

        if (Known is not null)
        {
            _following = new FeedFollowing(
                ct => WatchAsync(conversationId, ct),
                CatchUpAsync,
                TakeAsync,
                failure => Failed?.Invoke(failure) ?? Task.CompletedTask,
                faults,
                clock).FollowAsync(news, _closing.Token);
        }
    }

    /// <summary>With every card that waits for somebody, however much was said since.</summary>
    private async Task<ConversationSnapshot?> ReadAllNeededAsync(string conversationId, CancellationToken cancellationToken)
    {
        var known = await ReadAsync(conversationId, EventsAtOnce, cancellationToken);
        var oldest = known?.State.Actions.Where(IsNeeded).Min(action => (long?)action.ProposedAt);
        return known is { Events: [{ Number: var first }, ..], State.LastNumber: var last } && oldest < first
            ? await ReadAsync(conversationId, (int)(last - oldest.Value + 1), cancellationToken)
            : known;
    }

    /// <summary>Whether the reader has to see the card to do something about it.</summary>
    protected virtual bool IsNeeded(PendingAction action) => action.IsOpen(clock.GetUtcNow());

    private async Task CloseAsync()
    {
        await _closing.CancelAsync();
        await _following;
        _closing.Dispose();
        _closing = CancellationTokenSource.CreateLinkedTokenSource(ended);
        _following = Task.CompletedTask;
        _shown.Close();
        IsUnknown = false;
    }

    private async Task TakeAsync(FeedItem item, CancellationToken cancellationToken)
    {
        var state = Known!.State;
        switch (item)
        {
            case EntryAppended { Entry: var entry } when entry.Number > state.LastNumber + 1:
                await CatchUpAsync(cancellationToken);
                break;
            case EntryAppended { Entry: var entry } when entry.LastNumber > state.LastNumber:
                await _reading.LetReadAsync(entry, state.Run, cancellationToken);
                await FoldAsync(entry.Events);
                break;
            case TextWritten piece when piece.RunId == state.Run?.RunId:
                await TellIfAsync(_shown.Write(piece));
                AnswerGrew?.Invoke();
                break;
            case TextWithdrawn withdrawn:
                await TellIfAsync(_shown.Withdraw(withdrawn));
                break;
            case RunDelayed delayed:
                await TellIfAsync(_shown.Delay(delayed));
                break;
        }
    }

    private Task FoldAsync(IReadOnlyList<RecordedEvent> events)
    {
        _shown.Fold(events);
        return TellAsync();
    }

    private Task TellIfAsync(bool isToBeDrawn) => isToBeDrawn ? TellAsync() : Task.CompletedTask;

    private async Task TellAsync()
    {
        foreach (var listener in Changed?.GetInvocationList().Cast<Func<Task>>() ?? [])
        {
            await listener();
        }
    }
}
