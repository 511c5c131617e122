using System.Runtime.CompilerServices;
using CloudMart.Support.Core.Assistant;
using CloudMart.Support.Core.Conversations;
using CloudMart.Support.Core.Telemetry;
using CloudMart.Support.Tests.Fakes;

namespace CloudMart.Support.Tests.Telemetry;

[Collection(Listening.Name)]
public sealed class TurnMetricsTests : IAsyncDisposable
{
    private readonly Desk _desk = new();
    private readonly HeardMeasurements _heard;

    public TurnMetricsTests() => _heard = new HeardMeasurements(_desk.Meters);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_turn_counts_once_in_each()
    {
        await _desk.Store.AddMissingAsync([CornerShop.Order()], Stop);
        _desk.Assistant
            .Then(new ToolsRequired("", [new ToolCall("c", "cancel_order", """{"orderId":"CM-7890"}""")], Usage: new TokenUsage(100, 20)))
            .Then(Slowly);

        var id = await _desk.SayAsync("Cancel order CM-7890", messageId: "m-1");
        await _desk.SayAsync("Cancel order CM-7890", id, "m-1");
        await _desk.SettleAsync();

        Assert.Equal([(1, "cloudmart.turn.kind=message")], _heard.Of("cloudmart.turns"));
        Assert.Equal([(3, "cloudmart.run.end_reason=answered")], _heard.Of("cloudmart.run.duration"));
        Assert.Equal([(3, "")], _heard.Of("cloudmart.first_word.duration"));
        Assert.Equal([(1, "gen_ai.tool.name=cancel_order cloudmart.outcome=canceled")], _heard.Of("cloudmart.tool.outcomes"));
        Assert.Equal([100, 20, 40, 5], _heard.Of("gen_ai.client.token.usage").Select(each => each.Value));
        Assert.Equal([0, 3], _heard.Of("gen_ai.client.operation.duration").Select(each => each.Value));
    }

    [Fact]
    public async Task An_outcome_that_was_decided_again_counts_as_it_stands()
    {
        await _desk.Store.AddMissingAsync([CornerShop.Order()], Stop);
        _desk.Assistant.Calls(("get_order", """{"orderId":"CM-7890"}"""));
        var id = await _desk.SayAsync("Where is CM-7890?");
        _desk.Store.BeforeAppend = async entry =>
        {
            if (entry.Events[0].Event is ToolAnswered)
            {
                _desk.Store.BeforeAppend = _ => Task.CompletedTask;
                await _desk.Conversations.StopAsync(Desk.Ana, id, Stop); // takes the number
            }
        };

        await _desk.SettleAsync();

        Assert.Equal([(1, "gen_ai.tool.name=get_order cloudmart.outcome=found")], _heard.Of("cloudmart.tool.outcomes"));
        Assert.Equal("cloudmart.run.end_reason=stopped_by_customer", Assert.Single(_heard.Of("cloudmart.run.duration")).Tags);
    }

    [Fact]
    public async Task No_measurement_has_a_word_of_the_customer_or_of_the_model()
    {
        await _desk.Store.AddMissingAsync([CornerShop.Order()], Stop);
        _desk.Assistant.TellsTales();

        await _desk.SayAsync(TellTales.Said);
        await _desk.SettleAsync();

        Assert.Contains("cloudmart.tool.outcomes gen_ai.tool.name=unknown cloudmart.outcome=error", _heard.Told);
        Assert.All(_heard.Told, told => Assert.False(TellTales.AreIn(told), told));
    }

    [Fact]
    public async Task A_press_of_a_button_and_what_was_carried_out_count_as_well()
    {
        await _desk.Store.AddMissingAsync([CornerShop.Order()], Stop);
        _desk.Assistant.TellsTales();
        var id = await _desk.SayAsync(TellTales.Said);
        await _desk.SettleAsync();

        await _desk.Actions.ConfirmAsync(Desk.Ana, id, _desk.StateOf(id).Actions[0].Action, Stop);
        await _desk.SettleAsync();

        Assert.Equal(["cloudmart.turn.kind=message", "cloudmart.turn.kind=confirm"], _heard.Of("cloudmart.turns").Select(each => each.Tags));
        Assert.Contains((1, "gen_ai.tool.name=change_shipping_address cloudmart.outcome=done"), _heard.Of("cloudmart.tool.outcomes"));
    }

    [Fact]
    public void Pages_come_and_go()
    {
        using var meters = new SomeMeters();
        using var heard = new HeardMeasurements(meters);
        var pages = new PageMeter(meters);

        pages.Opened();
        pages.Opened();
        pages.Closed();

        Assert.Equal(1, heard.Of("cloudmart.pages.open").Sum(each => each.Value));
    }

    public async ValueTask DisposeAsync()
    {
        _heard.Dispose();
        await _desk.DisposeAsync();
    }

    private async IAsyncEnumerable<AssistantUpdate> Slowly(
        AssistantRequest request, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await Task.Yield();
        _desk.Clock.Advance(TimeSpan.FromSeconds(3));
        yield return new TextPiece("Do");
        yield return new TextPiece("ne.");
        yield return new Answered("Done.", Usage: new TokenUsage(40, 5));
    }
}
