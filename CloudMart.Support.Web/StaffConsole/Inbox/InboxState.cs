using CloudMart.Support.Core.Conversations;
using CloudMart.Support.Core.Customers;
using CloudMart.Support.Core.Staff;
using CloudMart.Support.Core.Storage;
using CloudMart.Support.Web.CustomerSupport;
using CloudMart.Support.Web.SignIn;

namespace CloudMart.Support.Web.StaffConsole.Inbox;

/// <summary>
/// The inbox that one page has open: one of its lists or what was searched for, kept in step by the news of the desk. Everything here runs
/// on the circuit's dispatcher: whoever calls is on it, and every await comes back to it.
/// </summary>
public sealed class InboxState(
    StaffConversations conversations, StaffSearch search, CustomerNames names, CurrentStaff staff, IStoreFaults faults, TimeProvider clock)
    : IAsyncDisposable
{
    /// <summary>How many rows a list opens with, and how many more it loads at a time.</summary>
    public const int PageSize = 50;

    /// <summary>From here on the badge only says that there are many.</summary>
    public const int MostCounted = 100;

    /// <summary>Those of one reason may stand far apart, and whoever looks for them wants one to be found.</summary>
    private const int ReadsForReason = 4;

    /// <summary>How many of the conversations that were heard of are remembered.</summary>
    private const int MostHeard = 500;

    /// <summary>A list that is a part of the store's stops looking here, and offers the rest.</summary>
    private const int MaxReads = 10;

    private readonly CancellationTokenSource _closing = CancellationTokenSource.CreateLinkedTokenSource(staff.Ended);
    private Task _following = Task.CompletedTask;
    private readonly OrderedDictionary<string, Conversation> _heard = [];
    private InboxRows? _rows;
    private int _wanted = PageSize, _reads = MaxReads;

    /// <summary>Something to be drawn has changed.</summary>
    public event Func<Task>? Changed;

    /// <summary>News can't be followed any more.</summary>
    public event Func<Exception, Task>? Failed;

    public InboxFilter Filter { get; private set; } = new(InboxList.Attention);

    /// <summary>What is looked for instead of a list; null where a list is shown.</summary>
    public string? Sought { get; private set; }

    /// <summary>Null until they are read.</summary>
    public IReadOnlyList<Conversation>? Rows => _rows?.Shown;

    public bool HasMore => _rows?.HasMore == true;

    /// <summary>How many more belong here, and wait until nobody has the pointer or the focus among the rows.</summary>
    public int Arrived => _rows?.Arrived ?? 0;

    /// <summary>How many conversations need attention.</summary>
    public int Attention => News.Count;

    /// <summary>What needs attention, and what is new of it.</summary>
    public AttentionNews News { get; } = new();

    /// <summary>What the customer is called; null where the shop knows no name.</summary>
    public string? NameOf(Conversation state) => names.Of(state.CustomerId);

    /// <summary>From now on follows the desk, beginning with what is there.</summary>
    public void Follow(InboxFilter filter)
    {
        Filter = filter;
        _following = new FeedFollowing(
            async ct => await conversations.WatchDeskAsync(await staff.GetAsync(), ct),
            ReadAfreshAsync,
            TakeAsync,
            failure => Failed?.Invoke(failure) ?? Task.CompletedTask,
            faults,
            clock).FollowAsync(null, _closing.Token);
    }

    public Task ShowAsync(InboxFilter filter, CancellationToken cancellationToken)
    {
        (Filter, Sought, _rows, _wanted, _reads) = (filter, null, null, PageSize, MaxReads);
        return ReadAsync(cancellationToken);
    }

    /// <summary>Looks for a customer, an order, a conversation or words; for nothing goes back to the list.</summary>
    public Task SearchAsync(string text, CancellationToken cancellationToken)
    {
        (Sought, _rows, _wanted) = (text.Trim() is { Length: > 0 } sought ? sought : null, null, PageSize);
        return ReadAsync(cancellationToken);
    }

    public Task ShowMoreAsync(CancellationToken cancellationToken)
    {
        (_wanted, _reads) = ((Rows?.Count ?? 0) + PageSize, _reads + MaxReads);
        return ReadAsync(cancellationToken);
    }

    /// <summary>The pointer or the focus came among the rows, or left them.</summary>
    public void Hold(bool isHeld)
    {
        if (_rows is not null)
        {
            _rows.IsHeld = isHeld;
        }
    }

    /// <summary>Shows what has arrived meanwhile.</summary>
    public void Settle() => _rows?.Settle();

    public async ValueTask DisposeAsync()
    {
        await _closing.CancelAsync();
        await _following;
        _closing.Dispose();
    }

    /// <summary>Some news may have been missed, so that what was heard may be out of date.</summary>
    private Task ReadAfreshAsync(CancellationToken cancellationToken)
    {
        _heard.Clear();
        return ReadAsync(cancellationToken);
    }

    private async Task ReadAsync(CancellationToken cancellationToken)
    {
        var (who, filter, sought) = (await staff.GetAsync(), Filter, Sought);
        var attention = await conversations.ListAsync(who, InboxSection.Attention, InboxOrder.LongestFirst, MostCounted, null, cancellationToken);
        var rows = sought is null ? await ListAsync(who, filter, cancellationToken) : await FindAsync(who, sought, cancellationToken);
        await names.LearnAsync(rows.Shown.Select(state => state.CustomerId), cancellationToken);
        News.Read(attention.Conversations, attention.Next is not null);
        if ((filter, sought) == (Filter, Sought))
        {
            _rows = _rows?.Read(rows) ?? rows;
        }

        await TellAsync();
    }

    private async Task<InboxRows> ListAsync(SignedInStaff who, InboxFilter filter, CancellationToken cancellationToken)
    {
        var found = new List<Conversation>();
        string? next = null;
        var most = filter.Reason == AttentionReasons.None ? _reads : _reads * ReadsForReason;
        for (var reads = 0; reads < most; reads++)
        {
            var page = await conversations.ListAsync(who, filter.List.Section(), filter.Order, _wanted, next, cancellationToken);
            found.AddRange(page.Conversations.Where(state => filter.Holds(state, who.StaffId)));
            next = page.Next;
            if (next is null || found.Count >= _wanted)
            {
                break;
            }
        }

        var rows = new InboxRows(filter, who.StaffId, found, next is not null);
        foreach (var state in _heard.Values)
        {
            rows.Take(state);
        }

        return rows;
    }

    /// <summary>The store's index lags behind the log, and knows nothing of a conversation whose first turn goes on; the news do.</summary>
    private void Remember(Conversation state)
    {
        _heard.Remove(state.Id);
        _heard.Add(state.Id, state);
        if (_heard.Count > MostHeard)
        {
            _heard.RemoveAt(0);
        }
    }

    private async Task<InboxRows> FindAsync(SignedInStaff who, string sought, CancellationToken cancellationToken) =>
        new(null, who.StaffId, await search.FindAsync(who, sought, cancellationToken), hasMore: false);

    private async Task TakeAsync(FeedItem item, CancellationToken cancellationToken)
    {
        if (item is not ConversationMoved { State: var state })
        {
            return;
        }

        Remember(state);
        await names.LearnAsync([state.CustomerId], cancellationToken);
        var isNews = News.Take(state, (await staff.GetAsync()).StaffId);
        if (_rows?.Take(state) == true || isNews)
        {
            await TellAsync();
        }
    }

    private async Task TellAsync()
    {
        foreach (var listener in Changed?.GetInvocationList().Cast<Func<Task>>() ?? [])
        {
            await listener();
        }
    }
}
