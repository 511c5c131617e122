using System.Text.Json;
using CloudMart.Support.Core.Conversations;
using CloudMart.Support.Core.Orders;
using CloudMart.Support.Tests.Fakes;

namespace CloudMart.Support.Tests.Assistant;

/// <summary>Calls of one step: those that only read are decided side by side, those that change something one after another.</summary>
public sealed class SideBySideTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    [Theory]
    [InlineData(2, 2)]
    [InlineData(3, 6)]
    public async Task Reads_run_side_by_side_and_never_more_than_the_options_allow(int allowed, int calls)
    {
        var meeting = new MeetingTool(allowed);
        await using var desk = new Desk(services => meeting.AddTo(services), bounds => bounds.MaxParallelTools = allowed);
        desk.Assistant.Calls([.. Enumerable.Repeat(("meet", "{}"), calls)]).Says("All met.");

        var id = await desk.SayAsync("Hi");
        await desk.SettleAsync().WaitAsync(Patience, TestContext.Current.CancellationToken);

        Assert.Equal(allowed, meeting.Most);
        Assert.Equal(Enumerable.Range(0, calls), desk.EventsOf(id).OfType<ToolAnswered>().Select(answered => answered.Index));
    }

    [Fact]
    public async Task Two_changes_to_one_order_are_decided_one_after_the_other_each_on_the_order_as_it_then_is()
    {
        await using var desk = new Desk();
        await desk.Store.AddMissingAsync([CornerShop.Order("CM-1")], TestContext.Current.CancellationToken);
        desk.Assistant.Calls(("cancel_order", """{"orderId":"CM-1"}"""), ("cancel_order", """{"orderId":"CM-1"}""")).Says("Done.");

        var id = await desk.SayAsync("Cancel order CM-1");
        await desk.SettleAsync();

        var answers = desk.EventsOf(id).OfType<ToolAnswered>().ToList();
        Assert.Equal([true, false], answers.Select(answered => answered.Changed));
        Assert.NotEqual(OutcomeOf(answers[0]), OutcomeOf(answers[1]));
        var order = await desk.Store.FindAsync("CM-1", TestContext.Current.CancellationToken);
        Assert.Equal((OrderStatus.Canceled, 2), (order!.Status, order.Version));
    }

    [Fact]
    public async Task Nothing_is_decided_beside_a_change_that_comes_first()
    {
        var slow = new SlowTool();
        await using var desk = new Desk(services => slow.AddTo(services));
        await desk.Store.AddMissingAsync([CornerShop.Order("CM-1")], TestContext.Current.CancellationToken);
        desk.Assistant.Calls(("cancel_order", """{"orderId":"CM-1"}"""), ("slow", "{}")).Says("Done.");
        desk.Store.BeforeAppend = entry =>
        {
            Assert.False(slow.Entered.Task.IsCompleted && entry.Events.Any(e => e.Event is ToolAnswered { Changed: true }));
            return Task.CompletedTask;
        };

        await desk.SayAsync("Cancel order CM-1");
        var settling = desk.SettleAsync();
        await slow.Entered.Task.WaitAsync(Patience, TestContext.Current.CancellationToken);

        Assert.Equal(OrderStatus.Canceled, (await desk.Store.FindAsync("CM-1", TestContext.Current.CancellationToken))!.Status);
        desk.Clock.Advance(TimeSpan.FromSeconds(10));
        await settling.WaitAsync(Patience, TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task Every_tool_that_can_change_something_says_so()
    {
        await using var desk = new Desk();
        Assert.Equal(
            [
                "cancel_order", "change_default_address", "change_items", "change_payment_method", "change_shipping_address", "exchange_items",
                "return_items",
            ],
            desk.Tools.Where(tool => !tool.OnlyReads).Select(tool => tool.Description.Name).Order());
    }

    private static string? OutcomeOf(ToolAnswered answered) =>
        JsonDocument.Parse(answered.Output).RootElement.GetProperty("outcome").GetString();
}
