using System.Text.Json;
using CloudMart.Support.Core.Orders;
using CloudMart.Support.Core.Staff;
using CloudMart.Support.Web.CustomerSupport;
using CloudMart.Support.Web.SignIn;
using Microsoft.AspNetCore.Components;

namespace CloudMart.Support.Web.StaffConsole;

/// <summary>
/// Cancels an order in its customer's place, in their newest conversation, where the customer sees it. What becomes of it, the order
/// shows by itself.
/// </summary>
public sealed partial class CancelForCustomer(StaffService service, StaffOrders orders, CurrentStaff staff, PagePatience patience)
    : IDisposable
{
    private readonly CancellationTokenSource _leaving = CancellationTokenSource.CreateLinkedTokenSource(staff.Ended);
    private bool _isAsking;
    private bool _isAsked;
    private string? _conversationId;
    private string _told = "";

    [Parameter, EditorRequired]
    public Order Order { get; set; } = null!;

    public void Dispose()
    {
        _leaving.Cancel();
        _leaving.Dispose();
    }

    private async Task CancelAsync()
    {
        _isAsked = true;
        await patience.InsistAsync(ActAsync, _leaving.Token);
        (_isAsking, _isAsked) = (false, false);
    }

    private async Task ActAsync()
    {
        var by = await staff.GetAsync();
        _conversationId = await orders.FindConversationAsync(by, Order, _leaving.Token);
        if (_conversationId is null)
        {
            _told = "The customer has not written yet. What is done in their place stands in a conversation, so that they see it.";
            return;
        }

        var arguments = JsonSerializer.Serialize(new { orderId = Order.OrderId, reason = (string?)null });
        _told = await service.ActAsync(by, _conversationId, Cancellation.Name, arguments, _leaving.Token) switch
        {
            StaffRefused refused => refused.Why,
            _ => "It is being carried out. Above the approval limit, somebody else has to approve it first.",
        };
    }
}
