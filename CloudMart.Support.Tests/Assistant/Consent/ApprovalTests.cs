using CloudMart.Support.Core.Assistant.Consent;
using CloudMart.Support.Core.Conversations;
using CloudMart.Support.Core.Orders;
using CloudMart.Support.Core.Staff;
using CloudMart.Support.Tests.Fakes;
using Microsoft.Extensions.DependencyInjection;

namespace CloudMart.Support.Tests.Assistant.Consent;

/// <summary>What staff have to agree to as well, and cards while people answer.</summary>
public sealed class ApprovalTests : CardDesk
{
    private static readonly SignedInStaff Sam = new("staff-1", "Sam");

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_large_refund_waits_for_staff_after_the_customers_yes(bool approved)
    {
        await using var desk = Desk;
        Desk = new Desk(services => services.Configure<ApprovalOptions>(options => options.RefundAbove = 30m));
        var id = await AskAsync("Return the lamp", ("return_items", ReturnLamp));
        await ConfirmAsync(id);
        await Desk.SettleAsync();

        Assert.Equal("It gives back $40.00, which is more than $30.00.", Assert.Single(Desk.EventsOf(id).OfType<ApprovalRequested>()).Why);
        Assert.Equal(1, (await OrderAsync("CM-1")).Version);
        Assert.False(Desk.StateOf(id).OwesAnswer);

        Assert.True(await Desk.Approvals.DecideAsync(Sam, id, CardOf(id), approved, "Outside our terms", Stop));
        Assert.False(await Desk.Approvals.DecideAsync(Sam, id, CardOf(id), !approved, "", Stop));
        await Desk.SettleAsync();

        var ended = Assert.Single(Desk.EventsOf(id).OfType<OperationEnded>());
        Assert.Equal(approved ? OperationEnding.Done : OperationEnding.Rejected, ended.Ending);
        Assert.Equal(approved ? OrderStatus.ReturnRequested : OrderStatus.Delivered, (await OrderAsync("CM-1")).Status);
        Assert.Equal(approved ? null : "Outside our terms", approved ? null : ended.Receipt!.NextStep);
    }

    [Fact]
    public async Task A_plain_order_to_cancel_with_a_large_refund_waits_for_staff_too()
    {
        await using var desk = Desk;
        Desk = new Desk(services => services.Configure<ApprovalOptions>(options => options.RefundAbove = 30m));
        var id = await AskAsync("Cancel order CM-2", ("cancel_order", """{"orderId":"CM-2"}"""));

        Assert.Equal(ActionStage.AwaitingApproval, Assert.Single(Desk.StateOf(id).Actions).Stage);
        Assert.Equal(OrderStatus.Pending, (await OrderAsync("CM-2")).Status);
        await Desk.Approvals.DecideAsync(Sam, id, CardOf(id), true, "", Stop);
        await Desk.SettleAsync();
        Assert.Equal(OrderStatus.Canceled, (await OrderAsync("CM-2")).Status);
    }

    [Fact]
    public async Task Cards_survive_a_hand_over_and_still_do_their_thing()
    {
        var id = await AskAsync("Return the lamp and get me a person", ("return_items", ReturnLamp), ("hand_off_to_staff", """{"reason":"Asked","summary":"Wants a person"}"""));
        Assert.Contains("Waiting for the customer: Return 1 item of CM-1", Assert.Single(Desk.EventsOf(id).OfType<HandedToStaff>()).Summary, StringComparison.Ordinal);

        await ConfirmAsync(id);
        await Desk.SettleAsync();

        Assert.Equal(OrderStatus.ReturnRequested, (await OrderAsync("CM-1")).Status);
        Assert.Equal(Owner.StaffQueue, Desk.StateOf(id).Owner);
    }

    [Fact]
    public async Task Several_hand_overs_in_one_step_are_one()
    {
        var handOff = ("hand_off_to_staff", """{"reason":"Asked","summary":"Wants a person"}""");
        var id = await AskAsync("A person!", handOff, handOff, handOff);
        Assert.Single(Desk.EventsOf(id).OfType<HandedToStaff>());
    }

    [Fact]
    public async Task An_order_to_cancel_that_staff_rejected_is_used_up()
    {
        await using var desk = Desk;
        Desk = new Desk(services => services.Configure<ApprovalOptions>(options => options.RefundAbove = 30m));
        var id = await AskAsync("Cancel order CM-2", ("cancel_order", """{"orderId":"CM-2"}"""));
        await Desk.Approvals.DecideAsync(Sam, id, CardOf(id), false, "No", Stop);
        await Desk.SettleAsync();

        await AgainAsync(id, "Why?", ("cancel_order", """{"orderId":"CM-2"}"""));

        Assert.Equal(ActionStage.Proposed, Assert.Single(Desk.StateOf(id).Actions).Stage);
    }
}
