using CloudMart.Support.Core.Assistant;
using CloudMart.Support.Core.Conversations;
using CloudMart.Support.Core.Orders;
using CloudMart.Support.Tests.Fakes;

namespace CloudMart.Support.Tests.Assistant.Claims;

/// <summary>Something was done or seen, and what is claimed is something else.</summary>
public sealed class BorneOutClaimTests : IAsyncDisposable
{
    private const string Unnamed = "I've canceled your order.";

    private const string Instead = "Which order is it?";

    private readonly Desk _desk = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(Unnamed, false)]
    [InlineData("I've refunded you in full.", false)]
    [InlineData("CM-1 is canceled.", true)]
    public async Task An_order_that_a_list_shows_as_canceled_bears_out_what_is_said_of_it_by_name(string said, bool passes)
    {
        await _desk.Store.AddMissingAsync([CornerShop.Order("CM-1", OrderStatus.Canceled), CornerShop.Order("CM-2")], Token);
        _desk.Assistant.Calls(("list_orders", "{}")).Says(said).Says(Instead);

        var id = await SettledAsync("Cancel my lamp order");

        Assert.Equal([passes ? said : Instead], Said(id));
    }

    [Fact]
    public async Task The_only_order_of_a_list_needs_no_name()
    {
        await _desk.Store.AddMissingAsync([CornerShop.Order("CM-1", OrderStatus.Canceled)], Token);
        _desk.Assistant.Calls(("list_orders", "{}")).Says("Your order has been canceled.");

        var id = await SettledAsync("What about my order?");

        Assert.Equal(["Your order has been canceled."], Said(id));
    }

    [Theory]
    [InlineData(StepFailure.Declined)]
    [InlineData(StepFailure.CutOff)]
    public async Task What_was_done_for_an_earlier_message_bears_nothing_out_that_names_no_order_however_its_run_ended(StepFailure failure)
    {
        await _desk.Store.AddMissingAsync([CornerShop.Order("CM-1"), CornerShop.Order("CM-2")], Token);
        _desk.Assistant.Calls(("cancel_order", """{"orderId":"CM-1"}""")).Then(new StepFailed(failure, "why")).Says(Unnamed).Says(Instead);
        var id = await SettledAsync("Cancel order CM-1");
        Assert.Equal(RunStatus.Incomplete, Assert.Single(_desk.EventsOf(id).OfType<RunEnded>()).Status);

        await SettledAsync("CM-2 should go too", id);

        Assert.Equal(Instead, Said(id).Last());
    }

    [Fact]
    public async Task An_address_for_the_orders_to_come_is_that_of_no_order()
    {
        await _desk.Store.AddMissingAsync([CornerShop.Order()], Token);
        await _desk.Store.AddMissingAsync([CornerShop.Profile()], Token);
        const string Address = """{"address":{"line1":"12 Oak Ave","line2":null,"city":"Portland","state":"OR","zip":"97201","country":"USA"}}""";
        _desk.Assistant.Calls(("change_default_address", Address)).Says("Please confirm.").Says("I've updated the shipping address of CM-7890.").Says(Instead);
        var id = await SettledAsync("My orders should go to 12 Oak Ave, Portland, OR 97201");
        await SettledAsync("yes", id);
        Assert.Equal(OperationEnding.Done, Assert.Single(_desk.EventsOf(id).OfType<OperationEnded>()).Ending);

        Assert.DoesNotContain("I've updated the shipping address of CM-7890.", Said(id));
    }

    [Theory]
    [InlineData("I've made the change.", false)]
    [InlineData("I've passed this on to our team.", true)]
    public async Task That_staff_were_asked_bears_out_that_and_no_change(string said, bool passes)
    {
        await _desk.Store.AddMissingAsync([CornerShop.Order()], Token);
        _desk.Assistant.Calls(("hand_off_to_staff", """{"reason":"Wants a person","summary":"Wants a person"}""")).Says(said).Says(Instead);

        var id = await SettledAsync("Change my order or get me a person");

        Assert.Equal(passes ? said : Instead, Said(id).Last());
    }

    public ValueTask DisposeAsync() => _desk.DisposeAsync();

    private async Task<string> SettledAsync(string text, string? conversationId = null)
    {
        var id = await _desk.SayAsync(text, conversationId);
        await _desk.SettleAsync();
        return id;
    }

    private IEnumerable<string> Said(string id) => _desk.EventsOf(id).OfType<AssistantSaid>().Select(said => said.Text);
}
