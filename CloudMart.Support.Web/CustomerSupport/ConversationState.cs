using CloudMart.Support.Core.Conversations;
using CloudMart.Support.Core.Customers;
using CloudMart.Support.Core.Storage;
using CloudMart.Support.Web.SignIn;

namespace CloudMart.Support.Web.CustomerSupport;

/// <summary>
/// The conversation that one page has open, kept in step with the log. It folds what the feed tells; where the feed left something out
/// it reads the log. Everything here runs on the circuit's dispatcher: whoever calls is on it, and every await comes back to it.
/// </summary>
public sealed class ConversationState(
    ConversationService conversations, ActionService actions, CurrentCustomer customer, IStoreFaults faults, TimeProvider clock)
    : IAsyncDisposable
{
    /// <summary>How many of the newest events a page opens with, and how many more it loads at a time.</summary>
    public const int EventsAtOnce = 50;

    private const int CatchUpLimit = 200;

    /// <summary>Opening and closing take turns: a customer may click faster than a store reads.</summary>
    private readonly SemaphoreSlim _turn = new(1);
    private readonly ReadingTime _reading = new(clock);
    private CancellationTokenSource _closing = CancellationTokenSource.CreateLinkedTokenSource(customer.Ended);
    private Task _following = Task.CompletedTask;

    /// <summary>Something to be drawn has changed.</summary>
    public event Func<Task>? Changed;

    /// <summary>More of <see cref="Answer"/> was written; comes for every piece.</summary>
    public event Action? AnswerGrew;

    /// <summary>News can't be followed any more.</summary>
    public event Func<Exception, Task>? Failed;

    /// <summary>The conversation and its loaded events; null while it has not begun.</summary>
    public ConversationSnapshot? Known { get; private set; }

    /// <summary>The text that the live run is writing.</summary>
    public LiveAnswer? Answer { get; private set; }

    /// <summary>The live run can't go on right now and keeps trying.</summary>
    public bool IsDelayed { get; private set; }

    /// <summary>A conversation was asked for that the customer does not have.</summary>
    public bool IsUnknown { get; private set; }

    public string? ConversationId => Known?.State.Id;

    public bool IsAnswering => Known?.State.Run is not null;

    public bool HasEarlier => Known?.Events is [{ Number: > 1 }, ..];

    /// <summary>Opens the customer's conversation, or none where they have no such conversation.</summary>
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

    /// <summary>Leaves the open conversation for one that begins with the next message.</summary>
    public async Task StartNewAsync(CancellationToken cancellationToken)
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

    /// <summary>Says something. The first message of a conversation opens it.</summary>
    /// <param name="conversationId">Where the message was written; null for a new conversation.</param>
    /// <param name="messageId">The browser's id: sending it again changes nothing.</param>
    /// <param name="text">As written.</param>
    /// <param name="cancellationToken">Cancels before the append.</param>
    public async Task<SayResult> SayAsync(string? conversationId, string messageId, string text, CancellationToken cancellationToken)
    {
        var result = await conversations.SayAsync(await customer.GetAsync(), conversationId, messageId, text, cancellationToken);
        if (result is MessageKept kept && conversationId is null && Known is null)
        {
            await OpenAsync(kept.Conversation.State.Id, cancellationToken);
        }

        return result;
    }

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        if (ConversationId is { } id)
        {
            await conversations.StopAsync(await customer.GetAsync(), id, cancellationToken);
        }
    }

    public async Task ReturnToAssistantAsync(CancellationToken cancellationToken)
    {
        if (ConversationId is { } id)
        {
            await conversations.ReturnToAssistantAsync(await customer.GetAsync(), id, cancellationToken);
        }
    }

    /// <summary>Presses the button of a card that does it.</summary>
    public Task ConfirmAsync(ActionId action, CancellationToken cancellationToken) =>
        AnswerAsync(action, actions.ConfirmAsync, cancellationToken);

    /// <summary>Presses the button of a card that leaves everything as it is.</summary>
    public Task DeclineAsync(ActionId action, CancellationToken cancellationToken) =>
        AnswerAsync(action, actions.DeclineAsync, cancellationToken);

    /// <summary>Loads what came before the oldest event shown.</summary>
    public async Task LoadEarlierAsync(CancellationToken cancellationToken)
    {
        if (Known is not { Events: [{ Number: > 1 and var oldest }, ..], State.Id: var id })
        {
            return;
        }

        var earlier = await conversations.EarlierAsync(await customer.GetAsync(), id, oldest, EventsAtOnce, cancellationToken) ?? [];
        if (ConversationId == id && Known.Events[0].Number == oldest)
        {
            Known = Known with { Events = Known.Events.InsertRange(0, earlier) };
            await TellAsync();
        }
    }

    public async ValueTask DisposeAsync()
    {
        await CloseAsync();
        _closing.Dispose();
        _turn.Dispose();
    }

    /// <summary>A press that comes too late is no fault: what became of the card meanwhile is read, and shown instead of its buttons.</summary>
    private async Task AnswerAsync(
        ActionId action,
        Func<SignedInCustomer, string, ActionId, CancellationToken, Task<ActionResult>> answer,
        CancellationToken cancellationToken)
    {
        var who = await customer.GetAsync();
        if (Known is { State: { Id: var id, LastNumber: var last } }
            && await answer(who, id, action, cancellationToken) != ActionResult.Taken
            && await conversations.LaterAsync(who, id, last, CatchUpLimit, cancellationToken) is { } later
            && ConversationId == id)
        {
            await FoldAsync(later);
        }
    }

    private async Task BeginFollowingAsync(string conversationId, CancellationToken cancellationToken)
    {
        var who = await customer.GetAsync();
        if (await conversations.WatchAsync(who, conversationId, cancellationToken) is not { } news)
        {
            return;
        }

        try
        {
            Known = await ReadAsync(who, conversationId, cancellationToken);
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
                async ct => await conversations.WatchAsync(await customer.GetAsync(), conversationId, ct),
                CatchUpAsync,
                TakeAsync,
                failure => Failed?.Invoke(failure) ?? Task.CompletedTask,
                faults,
                clock).FollowAsync(news, _closing.Token);
        }
    }

    /// <summary>With every card that waits for the customer, however much was said since.</summary>
    private async Task<ConversationSnapshot?> ReadAsync(SignedInCustomer who, string conversationId, CancellationToken cancellationToken)
    {
        var known = await conversations.OpenAsync(who, conversationId, EventsAtOnce, cancellationToken);
        var oldest = known?.State.Actions.Where(action => action.IsOpen(clock.GetUtcNow())).Min(action => (long?)action.ProposedAt);
        return known is { Events: [{ Number: var first }, ..], State.LastNumber: var last } && oldest < first
            ? await conversations.OpenAsync(who, conversationId, (int)(last - oldest.Value + 1), cancellationToken)
            : known;
    }

    private async Task CloseAsync()
    {
        await _closing.CancelAsync();
        await _following;
        _closing.Dispose();
        _closing = CancellationTokenSource.CreateLinkedTokenSource(customer.Ended);
        _following = Task.CompletedTask;
        Known = null;
        Answer = null;
        IsDelayed = false;
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
                await WriteAsync(piece);
                break;
            case TextWithdrawn withdrawn when withdrawn.RunId == Answer?.RunId && withdrawn.Step == Answer.Step:
                Answer = null;
                await TellAsync();
                break;
            case RunDelayed delayed when delayed.RunId == state.Run?.RunId && !IsDelayed:
                IsDelayed = true;
                await TellAsync();
                break;
        }
    }

    private async Task CatchUpAsync(CancellationToken cancellationToken)
    {
        while (await conversations.LaterAsync(
            await customer.GetAsync(), Known!.State.Id, Known.State.LastNumber, CatchUpLimit, cancellationToken) is { Count: > 0 } later)
        {
            await FoldAsync(later);
        }
    }

    private async Task FoldAsync(IReadOnlyList<RecordedEvent> events)
    {
        Known = Known!.Append(events);
        if (events.Any(recorded => recorded.Event is RunStarted or RunResumed or ToolRequested or AssistantSaid or AnswerWithheld or RunEnded))
        {
            Answer = null; // its words are in the log now, or will be written anew
        }

        IsDelayed &= events.All(recorded => recorded.Event is CustomerSaid or RunStopRequested);
        await TellAsync();
    }

    private async Task WriteAsync(TextWritten piece)
    {
        if (Answer?.RunId == piece.RunId && Answer.Step == piece.Step)
        {
            Answer.Add(piece);
        }
        else if (piece.Offset == 0)
        {
            Answer = new LiveAnswer(piece, clock.GetUtcNow());
            IsDelayed = false;
            await TellAsync();
        }

        AnswerGrew?.Invoke();
    }

    private async Task TellAsync()
    {
        foreach (var listener in Changed?.GetInvocationList().Cast<Func<Task>>() ?? [])
        {
            await listener();
        }
    }
}
