using CloudMart.Support.Core.Conversations;
using CloudMart.Support.Core.Orders;
using CloudMart.Support.Core.Staff;
using CloudMart.Support.Core.Storage;
using CloudMart.Support.Web.CustomerSupport;
using CloudMart.Support.Web.SignIn;
using Microsoft.AspNetCore.Components;

namespace CloudMart.Support.Web.StaffConsole;

/// <summary>Anybody's order as staff see it, with who did what to it, kept up to date by the news of it.</summary>
public sealed partial class StaffOrder(
    StaffOrders orders, CurrentStaff staff, PagePatience patience, IStoreFaults faults, TimeProvider clock)
{
    private readonly CancellationTokenSource _leaving = CancellationTokenSource.CreateLinkedTokenSource(staff.Ended);
    private Task _following = Task.CompletedTask;
    private Order? _order;
    private bool _isRead;
    private string _news = "";

    [Parameter, EditorRequired]
    public string OrderId { get; set; } = "";

    public async ValueTask DisposeAsync()
    {
        await _leaving.CancelAsync();
        await _following;
        _leaving.Dispose();
    }

    protected override async Task OnInitializedAsync()
    {
        await patience.InsistAsync(() => ReadAsync(_leaving.Token), _leaving.Token);
        _following = new FeedFollowing(SubscribeAsync, ReadAsync, TakeAsync, DispatchExceptionAsync, faults, clock)
            .FollowAsync(null, _leaving.Token);
    }

    private async Task<IFeedSubscription?> SubscribeAsync(CancellationToken cancellationToken) =>
        _order is null ? null : await orders.WatchAsync(await staff.GetAsync(), _order, cancellationToken);

    private Task ReadAsync(CancellationToken cancellationToken) => ReadAsync(isNews: false, cancellationToken);

    private Task TakeAsync(FeedItem item, CancellationToken cancellationToken) =>
        item is OrderChanged { OrderId: var id } && id == _order?.OrderId ? ReadAsync(isNews: true, cancellationToken) : Task.CompletedTask;

    /// <summary>What is shown and what is said of it come together.</summary>
    private async Task ReadAsync(bool isNews, CancellationToken cancellationToken)
    {
        _order = await orders.FindAsync(await staff.GetAsync(), OrderId, cancellationToken);
        _news = isNews ? $"{_order?.OrderId} is {_order?.Status.ToWord()} now." : _news;
        _isRead = true;
        await InvokeAsync(StateHasChanged);
    }
}
