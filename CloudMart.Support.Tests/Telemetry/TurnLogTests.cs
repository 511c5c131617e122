using CloudMart.Support.Core.Assistant;
using CloudMart.Support.Core.Conversations;
using CloudMart.Support.Tests.Fakes;
using Microsoft.Extensions.Logging;

namespace CloudMart.Support.Tests.Telemetry;

public sealed class TurnLogTests : IAsyncDisposable
{
    private readonly Desk _desk = new();

    [Fact]
    public async Task No_line_above_trace_has_a_word_of_the_customer_or_of_the_model()
    {
        await _desk.Store.AddMissingAsync([CornerShop.Order()], TestContext.Current.CancellationToken);
        _desk.Assistant.TellsTales();
        _desk.Assistant.Then(new StepFailed(StepFailure.Unavailable, "the provider cannot be used now: HTTP 500") { ServerSays = TellTales.Said });

        var id = await _desk.SayAsync(TellTales.Said);
        await _desk.SettleAsync();
        await _desk.SayAsync("Feed the vermilion otter", id);
        await _desk.SettleAsync();
        await _desk.SayAsync("Feed the vermilion otter", id);
        await _desk.SettleAsync();

        var lines = _desk.Log.Lines.Where(line => line.Level > LogLevel.Trace).Select(line => $"{line.Message} {line.Exception}").ToList();
        Assert.Contains(lines, line => line.Contains("declined", StringComparison.Ordinal));
        Assert.Contains(lines, line => line.Contains("HTTP 500", StringComparison.Ordinal));
        Assert.All(lines, line => Assert.False(TellTales.AreIn(line), line));
    }

    [Theory]
    [InlineData(StepFailure.Unavailable)]
    [InlineData(StepFailure.Declined)]
    [InlineData(StepFailure.Expired)]
    public async Task What_goes_wrong_in_a_run_is_logged_with_its_conversation_and_its_run(StepFailure failure)
    {
        _desk.Assistant.Then(new StepFailed(failure, "detail"));

        var id = await _desk.SayAsync("Hi");
        await _desk.SettleAsync();

        var run = Assert.Single(_desk.EventsOf(id).OfType<RunStarted>()).RunId;
        var lines = _desk.Log.Lines.Where(line => line.Level >= LogLevel.Warning).ToList();
        Assert.NotEmpty(lines);
        Assert.All(lines, line =>
        {
            Assert.Contains(id, line.Message, StringComparison.Ordinal);
            Assert.Contains(run, line.Message, StringComparison.Ordinal);
        });
    }

    [Fact]
    public async Task A_bug_of_a_tool_is_logged_with_its_conversation_and_its_run()
    {
        await using var desk = new Desk(new BrokenTool().AddTo);
        desk.Assistant.Calls(("broken", "{}")).Says("Sorry.");

        var id = await desk.SayAsync("Hi");
        await desk.SettleAsync();

        var line = Assert.Single(desk.Log.Lines, line => line.Level == LogLevel.Error).Message;
        Assert.Contains(id, line, StringComparison.Ordinal);
        Assert.Contains(Assert.Single(desk.EventsOf(id).OfType<RunStarted>()).RunId, line, StringComparison.Ordinal);
    }

    public ValueTask DisposeAsync() => _desk.DisposeAsync();
}
