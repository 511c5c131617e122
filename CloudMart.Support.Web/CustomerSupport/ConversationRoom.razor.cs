using System.Collections.Immutable;
using CloudMart.Support.Core.Assistant.Tools;
using CloudMart.Support.Core.Conversations;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace CloudMart.Support.Web.CustomerSupport;

/// <summary>
/// The interactive part of the support page: draws the open conversation and is the desk that the browser hands messages to.
/// </summary>
public sealed partial class ConversationRoom(
    ConversationState state,
    DeskRequests requests,
    OwedConversation owed,
    PagePatience patience,
    ToolCatalogue tools,
    TimeProvider clock,
    IJSRuntime js)
{
    private readonly CancellationTokenSource _leaving = new();
    private ElementReference _room;
    private DotNetObjectReference<ConversationRoom>? _desk;
    private IJSObjectReference? _page;
    private AnswerPen? _pen;
    private ExpiryWatch? _expiry;
    private Task _writing = Task.CompletedTask;
    private ImmutableArray<TranscriptItem> _items = [];
    private (string Conversation, long Through)? _seen;
    private bool _isOpen;
    private bool _isLoadingEarlier;

    private ConversationState State => state;

    /// <summary>Takes a message from the browser's outbox, which sends it again until it gets an answer.</summary>
    [JSInvokable]
    public async Task<Delivery> SayAsync(string? conversationId, string messageId, string text) =>
        Delivery.Of(await state.SayAsync(conversationId, messageId, text, _leaving.Token), conversationId);

    /// <summary>The bar's button: a person, please. Asked again with the same id it is the same wish.</summary>
    [JSInvokable]
    public Task AskForPersonAsync(string? conversationId, string pressId) =>
        patience.InsistAsync(() => requests.AskForPersonAsync(conversationId, pressId, _leaving.Token), _leaving.Token);

    /// <summary>The reader is back: what came after number <paramref name="seenThrough"/> is new to them.</summary>
    [JSInvokable]
    public Task ReturnedAsync(string conversationId, long seenThrough)
    {
        _seen = conversationId == state.ConversationId && Unread.IsIn(_items, seenThrough) ? (conversationId, seenThrough) : null;
        return DrawAsync();
    }

    /// <summary>They have read it.</summary>
    [JSInvokable]
    public Task ReadAsync()
    {
        _seen = null;
        return DrawAsync();
    }

    /// <summary>A key was pressed in the box; the browser tells of one in three seconds.</summary>
    [JSInvokable]
    public Task TypesAsync() => requests.TypesAsync(_leaving.Token);

    [JSInvokable]
    public Task StopAsync() => patience.InsistAsync(() => state.StopAsync(_leaving.Token), _leaving.Token);

    /// <summary>The reader went back or forward.</summary>
    [JSInvokable]
    public Task ShowAsync(string? conversationId) =>
        patience.InsistAsync(() => OpenAsync(conversationId ?? ""), _leaving.Token);

    /// <summary>The browser is back. Calls that were made while it was gone are lost; what was rendered is not.</summary>
    [JSInvokable]
    public Task ReconnectedAsync()
    {
        _pen?.StartOver();
        return Task.CompletedTask;
    }

    public async ValueTask DisposeAsync()
    {
        state.Changed -= DrawAsync;
        state.AnswerGrew -= WakePen;
        state.Failed -= DispatchExceptionAsync;
        await _leaving.CancelAsync();
        await _writing;
        _pen?.Dispose();
        await (_expiry?.DisposeAsync() ?? ValueTask.CompletedTask);
        _leaving.Dispose();
        _desk?.Dispose();
        try
        {
            if (_page is not null)
            {
                await _page.DisposeAsync();
            }
        }
        catch (JSDisconnectedException)
        {
            // The browser has gone, and everything in it.
        }
    }

    protected override void OnInitialized()
    {
        _expiry = new ExpiryWatch(clock, DrawAsync, DispatchExceptionAsync);
        state.Changed += DrawAsync;
        state.AnswerGrew += WakePen;
        state.Failed += DispatchExceptionAsync;
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (!firstRender)
        {
            return;
        }

        _desk = DotNetObjectReference.Create(this);
        _page = await js.InvokeAsync<IJSObjectReference>("import", _leaving.Token, "./CustomerSupport/ConversationRoom.razor.js");
        _pen = new AnswerPen(_page, clock);
        _writing = WriteAsync(_pen);
        var wanted = await _page.InvokeAsync<string?>("attach", _leaving.Token, _room, _desk);
        await patience.InsistAsync(async () => await OpenAsync(wanted ?? await owed.FindAsync(_leaving.Token) ?? ""), _leaving.Token);
    }

    /// <summary>Opens a conversation, or with an empty id a new one.</summary>
    private async Task OpenAsync(string conversationId)
    {
        if (conversationId.Length == 0)
        {
            await state.StartNewAsync(_leaving.Token);
        }
        else
        {
            await state.OpenAsync(conversationId, _leaving.Token);
        }

        _isOpen = true;
        StateHasChanged();
    }

    private async Task LoadEarlierAsync()
    {
        _isLoadingEarlier = true;
        await patience.InsistAsync(() => state.LoadEarlierAsync(_leaving.Token), _leaving.Token);
        _isLoadingEarlier = false;
    }

    private Task ReturnToAssistantAsync() =>
        patience.InsistAsync(() => state.ReturnToAssistantAsync(_leaving.Token), _leaving.Token);

    private Task RateAsync(Rated rating) => patience.InsistAsync(() => requests.RateAsync(rating, _leaving.Token), _leaving.Token);

    private Task AnswerCardAsync(CardAnswer answer) => patience.InsistAsync(
        () => answer.Agrees ? state.ConfirmAsync(answer.Action, _leaving.Token) : state.DeclineAsync(answer.Action, _leaving.Token),
        _leaving.Token);

    private Task DrawAsync() => InvokeAsync(() =>
    {
        _items = state.Known is { } known ? Transcript.Of(known, state.Answer, tools.Doing, clock.GetUtcNow(), state.IsDelayed) : [];
        _items = _seen is var (conversation, through) && conversation == state.ConversationId ? Unread.MarkIn(_items, through) : _items;
        _expiry!.WaitFor(_items.OfType<CardShown>().Where(card => card.Stage == CardStage.Open).Min(card => (DateTimeOffset?)card.ExpiresAt));
        StateHasChanged();
    });

    private void WakePen() => _pen?.Wake();

    private async Task WriteAsync(AnswerPen writer)
    {
        try
        {
            await writer.WriteAsync(() => state.Answer, _leaving.Token);
        }
        catch (Exception gone) when (gone is JSDisconnectedException || _leaving.IsCancellationRequested)
        {
            // The browser has gone, or the page is being left.
        }
        catch (Exception failure)
        {
            await DispatchExceptionAsync(failure);
        }
    }
}
