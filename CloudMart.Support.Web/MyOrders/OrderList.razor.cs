using CloudMart.Support.Core.Conversations;
using CloudMart.Support.Core.Orders;
using CloudMart.Support.Web.CustomerSupport;
using CloudMart.Support.Web.SignIn;
using Microsoft.AspNetCore.Components;

namespace CloudMart.Support.Web.MyOrders;

/// <summary>The customer's orders, newest first, kept up to date by the news of them.</summary>
public sealed partial class OrderList(OrderService service, OwnNews news, CurrentCustomer customer, PagePatience patience)
{
    private const int PageSize = 10;

    private readonly CancellationTokenSource _leaving = new();
    private readonly HashSet<string> _open = [];
    private List<Order>? _orders;
    private Order? _asked;
    private string? _next;
    private string _customerId = "";
    private string _news = "";
    private bool _isLoading;

    /// <summary>The order that a link leads to; it is shown open, and first where the list does not reach it.</summary>
    [Parameter]
    public string? OrderId { get; set; }

    private IEnumerable<Order> Shown =>
        _asked is null || _orders!.Exists(order => order.OrderId == _asked.OrderId) ? _orders! : _orders!.Prepend(_asked);

    public async ValueTask DisposeAsync()
    {
        await _leaving.CancelAsync();
        await news.DisposeAsync();
        _leaving.Dispose();
    }

    protected override void OnInitialized()
    {
        OrderId = OrderId is null ? null : OrderNumber.Normalize(OrderId) ?? OrderId;
        if (OrderId is not null)
        {
            _open.Add(OrderId);
        }

        news.Follow(ReadAsync, TakeAsync, DispatchExceptionAsync);
    }

    /// <summary>Reads as many as are shown: some of them may have changed unheard.</summary>
    private async Task ReadAsync(CancellationToken cancellationToken)
    {
        var who = await customer.GetAsync();
        var page = await service.ListOrdersAsync(who, null, Math.Max(PageSize, _orders?.Count ?? 0), null, cancellationToken);
        _asked = OrderId is null ? null : await service.GetOrderAsync(who, OrderId, cancellationToken);
        (_customerId, _orders, _next) = (who.CustomerId, [.. page.Orders], page.Next);
        await InvokeAsync(StateHasChanged);
    }

    private async Task TakeAsync(FeedItem item, CancellationToken cancellationToken)
    {
        if (item is not OrderChanged { OrderId: var id }
            || await service.GetOrderAsync(await customer.GetAsync(), id, cancellationToken) is not { } order)
        {
            return;
        }

        var place = _orders!.FindIndex(each => each.OrderId == id);
        if (place >= 0)
        {
            _orders[place] = order;
        }

        _asked = _asked?.OrderId == id ? order : _asked;
        _news = $"{id} is {order.Status.ToWord()} now.";
        await InvokeAsync(StateHasChanged);
    }

    private async Task ShowMoreAsync()
    {
        _isLoading = true;
        await patience.InsistAsync(ReadMoreAsync, _leaving.Token);
        _isLoading = false;
    }

    private async Task ReadMoreAsync()
    {
        var page = await service.ListOrdersAsync(await customer.GetAsync(), null, PageSize, _next, _leaving.Token);
        _orders!.AddRange(page.Orders.Where(order => !_orders.Exists(each => each.OrderId == order.OrderId)));
        _next = page.Next;
    }

    private void Toggle(string orderId)
    {
        if (!_open.Remove(orderId))
        {
            _open.Add(orderId);
        }
    }
}
