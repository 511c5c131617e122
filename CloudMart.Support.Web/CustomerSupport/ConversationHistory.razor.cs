using CloudMart.Support.Core.Conversations;
using CloudMart.Support.Web.SignIn;

namespace CloudMart.Support.Web.CustomerSupport;

/// <summary>The customer's conversations, newest first; one begun in another window joins them.</summary>
public sealed partial class ConversationHistory(
    ConversationService service, ConversationState state, OwnNews news, CurrentCustomer customer, PagePatience patience)
{
    private const int PageSize = 20;

    private readonly CancellationTokenSource _leaving = new();
    private List<ConversationSummary>? _conversations;
    private string? _next;

    public async ValueTask DisposeAsync()
    {
        state.Changed -= DrawAsync;
        await _leaving.CancelAsync();
        await news.DisposeAsync();
        _leaving.Dispose();
    }

    protected override void OnInitialized()
    {
        state.Changed += DrawAsync;
        news.Follow(ReadAsync, (item, token) => item is ConversationBegan ? ReadAsync(token) : Task.CompletedTask, DispatchExceptionAsync);
    }

    private async Task ReadAsync(CancellationToken cancellationToken)
    {
        var page = await service.ListAsync(await customer.GetAsync(), PageSize, null, cancellationToken);
        _conversations = [.. page.Conversations];
        _next = page.Next;
        await DrawAsync();
    }

    private Task ShowMoreAsync() => patience.InsistAsync(ReadMoreAsync, _leaving.Token);

    private async Task ReadMoreAsync()
    {
        var page = await service.ListAsync(await customer.GetAsync(), PageSize, _next, _leaving.Token);
        _conversations!.AddRange(page.Conversations);
        _next = page.Next;
    }

    private Task ShowAsync(string conversationId) =>
        patience.InsistAsync(() => state.OpenAsync(conversationId, _leaving.Token), _leaving.Token);

    private Task StartNewAsync() => state.StartNewAsync(_leaving.Token);

    private Task DrawAsync() => InvokeAsync(StateHasChanged);
}
