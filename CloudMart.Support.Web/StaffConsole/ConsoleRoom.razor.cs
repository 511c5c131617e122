using System.Collections.Immutable;
using CloudMart.Support.Core.Staff;
using CloudMart.Support.Core.Staff.Replies;
using CloudMart.Support.Web.CustomerSupport;
using CloudMart.Support.Web.SignIn;
using CloudMart.Support.Web.StaffConsole.Inbox;
using CloudMart.Support.Web.StaffConsole.Watching;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Options;
using Microsoft.JSInterop;

namespace CloudMart.Support.Web.StaffConsole;

/// <summary>The interactive part of the console: the inbox, one conversation, and what has to be known of its customer.</summary>
public sealed partial class ConsoleRoom(
    InboxState inbox,
    StaffConversation talk,
    CannedReplyService canned,
    Colleagues colleagues,
    CurrentStaff staff,
    ConversationPresence presence,
    PagePatience patience,
    IOptions<StaffConsoleOptions> options,
    TimeProvider clock,
    IJSRuntime js)
{
    private readonly CancellationTokenSource _leaving = new();
    private ElementReference _room;
    private ConsoleDesk? _desk;
    private ConsoleBrowser? _browser;
    private ExpiryWatch? _expiry;
    private SignedInStaff? _me;
    private SeenMessages _seen = new(ImmutableDictionary<string, long>.Empty);
    private ImmutableArray<TranscriptItem> _items = [];
    private IReadOnlyList<CannedReply> _replies = [];
    private string? _told;
    private bool _isOpen;
    private bool _isReady;
    private int _wanted;

    /// <summary>The conversation that the address names.</summary>
    [Parameter]
    public string? ConversationId { get; set; }

    public async ValueTask DisposeAsync()
    {
        inbox.Changed -= DrawInboxAsync;
        inbox.Failed -= DispatchExceptionAsync;
        talk.Changed -= DrawTalkAsync;
        talk.Failed -= DispatchExceptionAsync;
        await _leaving.CancelAsync();
        await (_browser?.DisposeAsync() ?? ValueTask.CompletedTask);
        await (_expiry?.DisposeAsync() ?? ValueTask.CompletedTask);
        _desk?.Dispose();
        _leaving.Dispose();
    }

    protected override void OnInitialized()
    {
        _expiry = new ExpiryWatch(clock, DrawTalkAsync, DispatchExceptionAsync);
        inbox.Changed += DrawInboxAsync;
        inbox.Failed += DispatchExceptionAsync;
        talk.Changed += DrawTalkAsync;
        talk.Failed += DispatchExceptionAsync;
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (!firstRender)
        {
            return;
        }

        _me = await staff.GetAsync();
        _desk = new ConsoleDesk(this);
        _browser = await ConsoleBrowser.AttachAsync(js, talk, clock, DispatchExceptionAsync, _leaving.Token);
        var kept = await _browser.RememberAsync(_room, _desk.Reference, _me.StaffId, _leaving.Token);
        _seen = new SeenMessages(kept.Seen);
        inbox.Follow(kept.Filter);
        await ShowAsync(ConversationId);
        _isReady = true;
        StateHasChanged();
    }

    /// <summary>Shows a conversation; none where it is null or empty. What is wanted later is what is shown, whenever the store is back.</summary>
    internal Task ShowAsync(string? conversationId)
    {
        var wanted = ++_wanted;
        return patience.InsistAsync(() => wanted == _wanted ? OpenOrLeaveAsync(conversationId) : Task.CompletedTask, _leaving.Token);
    }

    private async Task OpenOrLeaveAsync(string? conversationId)
    {
        _told = null;
        _replies = await canned.ListAsync(await staff.GetAsync(), _leaving.Token);
        await (string.IsNullOrEmpty(conversationId) ? talk.LeaveAsync(_leaving.Token) : talk.OpenAsync(conversationId, _leaving.Token));
        _isOpen = true;
    }

    /// <summary>What the box holds was sent.</summary>
    /// <returns>Why it was not taken; null where it was.</returns>
    internal async Task<string?> WriteAsync(string conversationId, string kind, string messageId, string text, long seen)
    {
        var refusal = await (kind == "note"
            ? talk.NoteAsync(conversationId, messageId, text, _leaving.Token)
            : talk.ReplyAsync(conversationId, messageId, text, seen, _leaving.Token));
        _told = refusal is null || conversationId == talk.ConversationId ? refusal : $"Not sent in the conversation before: {refusal}";
        StateHasChanged();
        return refusal;
    }

    internal async Task TypesAsync(string conversationId, string kind)
    {
        if (_me is not null && !staff.Ended.IsCancellationRequested)
        {
            await presence.StaffTypesAsync(_me, conversationId, kind == "note", _leaving.Token);
        }
    }

    internal Task DoAsync(StaffDeed deed) => TellAsync(talk.DoAsync(deed, _leaving.Token));

    /// <summary>The deed's key was pressed; there may be nothing to do it with.</summary>
    internal async Task DoByKeyAsync(StaffDeed deed)
    {
        if (_me is not null && talk.Known is { State: var state } && deed.IsOffered(state, _me.StaffId))
        {
            await DoAsync(deed);
        }
    }

    /// <summary>The browser is back. Calls that were made while it was gone are lost; what was rendered is not.</summary>
    internal void Reconnected() => _browser?.StartOver();

    internal void See(IReadOnlyDictionary<string, long> elsewhere)
    {
        _seen.See(elsewhere);
        StateHasChanged();
    }

    private Task OpenAsync(string conversationId) => ShowAsync(conversationId);

    private Task AssignAsync(SignedInStaff person) => TellAsync(talk.AssignAsync(person, _leaving.Token));

    private Task DecideAsync(CardDecision decision) => TellAsync(decision.Approved is { } approved
        ? talk.DecideAsync(decision.Action, approved, decision.Reason, _leaving.Token)
        : talk.WithdrawAsync(decision.Action, _leaving.Token));

    private Task LoadEarlierAsync() => patience.InsistAsync(() => talk.LoadEarlierAsync(_leaving.Token), _leaving.Token);

    private string? RaisedInWords => inbox.News.Last is { } raised
        ? $"{inbox.NameOf(raised) ?? raised.CustomerId}: {(raised.Answering?.StaffId == _me!.StaffId ? "New message" : Standing.Of(raised, _me.StaffId).Word)}"
        : null;

    private string? NameOf(string id) => id == _me?.StaffId ? _me.Name : id == talk.Known?.State.CustomerId ? talk.CustomerName : colleagues.NameOf(id);

    private async Task TellAsync(Task<string?> deed)
    {
        _told = null;
        _told = await deed;
        StateHasChanged();
    }

    private Task DrawInboxAsync() => InvokeAsync(StateHasChanged);

    private Task DrawTalkAsync() => InvokeAsync(() =>
    {
        _items = talk.Known is { } known ? StaffTranscript.Of(known, talk.Answer, clock.GetUtcNow(), talk.IsDelayed, NameOf) : [];
        _expiry!.WaitFor(_items.OfType<StaffCardShown>().Where(card => card.Stage == CardStage.Open).Min(card => (DateTimeOffset?)card.Proposed.ExpiresAt));
        if (talk.Known is { State: var state })
        {
            _seen.See(state);
        }

        StateHasChanged();
    });
}
