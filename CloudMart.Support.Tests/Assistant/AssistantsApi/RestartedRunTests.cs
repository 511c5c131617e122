using CloudMart.Support.Core.Assistant;
using CloudMart.Support.Core.Conversations;
using CloudMart.Support.Core.Orders;
using CloudMart.Support.Tests.Fakes;
using static CloudMart.Support.Tests.Fakes.AssistantsThought;

namespace CloudMart.Support.Tests.Assistant.AssistantsApi;

/// <summary>A restart between a tool's outcome and the run's answer: one execution, one text, one run at the provider.</summary>
public sealed class RestartedRunTests : IAsyncDisposable
{
    private AssistantsShop? _shop;

    private AssistantsShop Shop => _shop!;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Outputs_are_logged_before_they_are_handed_in_and_a_restart_hands_in_the_same_words(bool streaming)
    {
        await OpenAsync(streaming, Calls("cancel_order", """{"orderId":"CM-7890"}"""), Says("Done."));
        Shop.Desk.Store.AfterAppend = entry => CrashIf(entry.Events.Any(e => e.Event is ToolAnswered));
        var id = await CrashingAsync("Cancel order CM-7890");
        Assert.Equal(0, Shop.Server.Count(AssistantsCall.Submit));

        await RestartAsync();

        var answered = Assert.Single(Shop.Desk.EventsOf(id).OfType<ToolAnswered>());
        Assert.Equal([answered.Output], Submitted());
        await AssertDoneOnceAsync(id);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Outputs_that_were_handed_in_before_the_restart_are_refused_the_second_time_and_the_run_completes(bool streaming)
    {
        await OpenAsync(streaming, Calls("cancel_order", """{"orderId":"CM-7890"}"""), Says("Done."));
        Shop.Desk.Store.BeforeAppend = entry =>
        {
            CrashIf(entry.Events.Any(e => e.Event is AssistantSaid));
            return Task.CompletedTask;
        };
        var id = await CrashingAsync("Cancel order CM-7890");
        Assert.Equal(["completed"], Shop.Server.RunStatuses);

        await RestartAsync();

        var answered = Assert.Single(Shop.Desk.EventsOf(id).OfType<ToolAnswered>());
        Assert.Equal([answered.Output, answered.Output], Submitted());
        await AssertDoneOnceAsync(id);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Outputs_whose_receipt_was_lost_are_of_one_execution_and_the_run_completes(bool streaming)
    {
        await OpenAsync(streaming, Calls("cancel_order", """{"orderId":"CM-7890"}"""), Says("Done."));
        Shop.Server.LosesReplyOf(AssistantsCall.Submit);
        var id = await Shop.SayAsync("Cancel order CM-7890");
        Assert.Single(Submitted());
        await AssertDoneOnceAsync(id);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Nine_snapshots_that_ask_for_the_same_calls_execute_each_once(bool streaming)
    {
        await OpenAsync(
            streaming,
            Calls("", ("a", "cancel_order", """{"orderId":"CM-7890"}"""), ("b", "get_order", """{"orderId":"CM-7890"}""")),
            Says("Done."));
        Shop.Server.Habits.OldLooks = 9;
        Shop.Server.NextStream(AssistantsReply.StreamAsync).NextStream((context, _) => AssistantsReply.StreamAsync(context, []));
        var id = await Shop.SayAsync("Cancel order CM-7890");
        Assert.Equal([0, 1], Shop.Desk.EventsOf(id).OfType<ToolAnswered>().Select(answered => answered.Index));
        Assert.Single(Shop.Desk.EventsOf(id).OfType<ToolRequested>());
        Assert.Equal(1, Shop.Server.Count(AssistantsCall.Submit));
        await AssertDoneOnceAsync(id);
    }

    public async ValueTask DisposeAsync() => await Shop.DisposeAsync();

    private static void CrashIf(bool now)
    {
        if (now)
        {
            throw new CrashException();
        }
    }

    private async Task OpenAsync(bool streaming, params AssistantsThought[] thoughts)
    {
        _shop = await AssistantsShop.OpenAsync(streaming, thoughts);
        await Shop.Desk.Store.AddMissingAsync([CornerShop.Order()], TestContext.Current.CancellationToken);
    }

    private async Task<string> CrashingAsync(string text)
    {
        var id = await Shop.Desk.SayAsync(text);
        await Assert.ThrowsAsync<CrashException>(() => Shop.SettleAsync());
        return id;
    }

    private Task RestartAsync()
    {
        Shop.Desk.Store.AfterAppend = _ => { };
        Shop.Desk.Store.BeforeAppend = _ => Task.CompletedTask;
        Shop.Desk.Clock.Advance(IOwedAnswers.LeaseTime);
        return Shop.Desk.SweepAsync();
    }

    private List<string> Submitted() =>
        [.. Shop.Server.Bodies(AssistantsCall.Submit).SelectMany(body => body["tool_outputs"]!.AsArray().Select(output => $"{output!["output"]}"))];

    private async Task AssertDoneOnceAsync(string id)
    {
        Assert.Equal("Done.", Assert.Single(Shop.Desk.EventsOf(id).OfType<AssistantSaid>()).Text);
        Assert.Equal(RunStatus.Completed, Assert.Single(Shop.Desk.EventsOf(id).OfType<RunEnded>()).Status);
        Assert.Equal(["completed"], Shop.Server.RunStatuses);
        Assert.Equal(2, (await Shop.Desk.Store.FindAsync("CM-7890", TestContext.Current.CancellationToken))!.Version);
    }

    private sealed class CrashException : Exception;
}
