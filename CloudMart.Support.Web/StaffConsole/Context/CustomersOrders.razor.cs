using CloudMart.Support.Core.Conversations;
using CloudMart.Support.Core.Orders;
using CloudMart.Support.Core.Staff;
using CloudMart.Support.Core.Storage;
using CloudMart.Support.Web.CustomerSupport;
using CloudMart.Support.Web.SignIn;
using Microsoft.AspNetCore.Components;

namespace CloudMart.Support.Web.StaffConsole.Context;

/// <summary>The orders of one customer, newest first, kept up to date by the news of them.</summary>
public sealed partial class CustomersOrders(
    StaffOrders service, CurrentStaff staff, PagePatience patience, IStoreFaults faults, TimeProvider clock)
{
    private const int PageSize = 5;

    private readonly CancellationTokenSource _leaving = CancellationTokenSource.CreateLinkedTokenSource(staff.Ended);
    private Task _following = Task.CompletedTask;
    private IReadOnlyList<Order>? _orders;
    private int _wanted = PageSize;
    private bool _hasMore;
    private string _news = "";

    /// <summary>Whose; a part for another customer is another part.</summary>
    [Parameter, EditorRequired]
    public string CustomerId { get; set; } = "";

    /// <summary>The one that is open beside them, in which stands what is done in the customer's place.</summary>
    [Parameter, EditorRequired]
    public string ConversationId { get; set; } = "";

    public async ValueTask DisposeAsync()
    {
        await _leaving.CancelAsync();
        await _following;
        _leaving.Dispose();
    }

    protected override void OnInitialized() =>
        _following = new FeedFollowing(SubscribeAsync, ReadAsync, TakeAsync, DispatchExceptionAsync, faults, clock)
            .FollowAsync(null, _leaving.Token);

    private async Task<IFeedSubscription?> SubscribeAsync(CancellationToken cancellationToken) =>
        await service.WatchCustomersAsync(await staff.GetAsync(), CustomerId, cancellationToken);

    private Task ReadAsync(CancellationToken cancellationToken) => ReadAsync(null, cancellationToken);

    /// <param name="changed">The order of which there is news; null where nothing is known to have changed.</param>
    /// <param name="cancellationToken">Cancels the read.</param>
    private async Task ReadAsync(string? changed, CancellationToken cancellationToken)
    {
        var page = await service.ListAsync(await staff.GetAsync(), CustomerId, _wanted, null, cancellationToken);
        (_orders, _hasMore) = (page.Orders, page.Next is not null);
        _news = changed is not null && _orders.FirstOrDefault(order => order.OrderId == changed) is { } order
            ? $"{changed} is {order.Status.ToWord()} now."
            : _news;
        await InvokeAsync(StateHasChanged);
    }

    private Task TakeAsync(FeedItem item, CancellationToken cancellationToken) =>
        item is OrderChanged { OrderId: var id } ? ReadAsync(id, cancellationToken) : Task.CompletedTask;

    private Task ShowMoreAsync()
    {
        _wanted += PageSize;
        return patience.InsistAsync(() => ReadAsync(_leaving.Token), _leaving.Token);
    }
}
