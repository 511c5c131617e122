using CloudMart.Support.Core.Assistant;
using CloudMart.Support.Core.Conversations;
using CloudMart.Support.Tests.Fakes;
using static CloudMart.Support.Tests.Fakes.AssistantsThought;

namespace CloudMart.Support.Tests.Assistant.AssistantsApi;

/// <summary>A run that expires, or fails for good: nothing is done twice, and the customer learns what was done.</summary>
public sealed class ExpiredRunTests : IAsyncDisposable
{
    private static readonly AssistantsThought Cancels = Calls("cancel_order", """{"orderId":"CM-7890"}""");

    private AssistantsShop? _shop;

    public static MatrixTheoryData<bool, string, string> Ends => new([true, false], ["expired", "failed"], ["server_error", "rate_limit_exceeded"]);

    private AssistantsShop Shop => _shop!;

    [Theory]
    [MemberData(nameof(Ends))]
    public async Task A_run_that_ends_badly_after_a_change_tells_which_took_effect_and_is_not_begun_again(bool streaming, string status, string code)
    {
        await OpenAsync(streaming, [Cancels, Ends(status, code, "Try again in 1 seconds."), Says("Unheard")]);

        var id = await Shop.SayAsync("Cancel order CM-7890");

        Assert.Equal([status], Shop.Server.RunStatuses);
        var said = Shop.Desk.EventsOf(id).OfType<AssistantSaid>().Last().Text;
        Assert.StartsWith("CM-7890 canceled", said, StringComparison.Ordinal);
        Assert.Contains("our team", said, StringComparison.Ordinal);
        Assert.Contains("CM-7890 canceled", Shop.Desk.EventsOf(id).OfType<HandedToStaff>().Single().Summary, StringComparison.Ordinal);
        await AssertChangedOnceAsync(id);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_run_that_expires_before_its_outputs_arrive_is_followed_by_one_that_can_not_repeat_the_change(bool streaming)
    {
        await OpenAsync(streaming, [Cancels, Calls("", ("call_9", "cancel_order", """{"orderId":"CM-7890"}""")), Says("It is canceled.")]);
        ExpireBefore<ToolAnswered>();

        var id = await Shop.SayAsync("Cancel order CM-7890");

        Assert.Equal(["expired", "completed"], Shop.Server.RunStatuses);
        var (first, second) = (Shop.Desk.EventsOf(id).OfType<ToolAnswered>().First(), Shop.Desk.EventsOf(id).OfType<ToolAnswered>().Last());
        Assert.Contains(Shop.Server.Messages, message => message.Text.Contains(first.Output, StringComparison.Ordinal));
        Assert.False(second.Changed);
        Assert.Equal("It is canceled.", Shop.Desk.EventsOf(id).OfType<AssistantSaid>().Single().Text);
        await AssertChangedOnceAsync(id);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_run_that_failed_before_the_outputs_of_a_change_arrived_is_not_followed_by_another(bool streaming)
    {
        await OpenAsync(streaming, [Cancels, Says("Unheard")]);
        Shop.Desk.Store.AfterAppend = entry => TurnIf(entry.Events.Any(e => e.Event is ToolAnswered), "failed");

        var id = await Shop.SayAsync("Cancel order CM-7890");

        Assert.Equal(["failed"], Shop.Server.RunStatuses);
        Assert.StartsWith("CM-7890 canceled", Shop.Desk.EventsOf(id).OfType<AssistantSaid>().Single().Text, StringComparison.Ordinal);
        await AssertChangedOnceAsync(id);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_tool_gets_no_more_time_than_the_newest_snapshot_leaves(bool streaming)
    {
        var slow = new SlowTool();
        await OpenAsync(streaming, [Calls("slow", "{}"), Says("That took too long.")], slow);
        Shop.Server.Habits.WaitingLifetime = 5;

        var id = await Shop.Desk.SayAsync("Hi");
        var settling = Shop.SettleAsync();
        await slow.Entered.Task;
        Shop.Desk.Clock.Advance(TimeSpan.FromSeconds(3)); // a tool's own time is ten
        await settling.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);

        Assert.Contains("too long", Shop.Desk.EventsOf(id).OfType<ToolAnswered>().Single().Output, StringComparison.Ordinal);
        Assert.Equal("That took too long.", Shop.Desk.EventsOf(id).OfType<AssistantSaid>().Single().Text);
        Assert.Equal(["completed"], Shop.Server.RunStatuses);
    }

    [Fact]
    public async Task A_longer_time_in_a_newer_snapshot_counts_as_well()
    {
        await OpenAsync(streaming: false, [Calls("get_order", """{"orderId":"CM-7890"}"""), Says("Pending.")]);
        Shop.Server.Habits.RunLifetime = 600;
        Shop.Server.Habits.WaitingLifetime = 36_000;

        var id = await Shop.SayAsync("Where is CM-7890?");

        var requested = Shop.Desk.EventsOf(id).OfType<ToolRequested>().Single();
        Assert.Equal(Shop.Desk.Clock.GetUtcNow().AddSeconds(36_000 - 2), requested.AnswerBy);
    }

    public async ValueTask DisposeAsync() => await Shop.DisposeAsync();

    private async Task OpenAsync(bool streaming, AssistantsThought[] thoughts, SlowTool? slow = null)
    {
        _shop = await AssistantsShop.OpenAsync(streaming, thoughts, more: services => slow?.AddTo(services));
        await Shop.Desk.Store.AddMissingAsync([CornerShop.Order()], TestContext.Current.CancellationToken);
    }

    private void ExpireBefore<TFact>()
        where TFact : ConversationEvent => Shop.Desk.Store.BeforeAppend = entry =>
    {
        TurnIf(entry.Events.Any(e => e.Event is TFact), "expired");
        return Task.CompletedTask;
    };

    /// <summary>Once; the next run is another.</summary>
    private void TurnIf(bool now, string status)
    {
        if (now && Shop.Server.RunStatuses is ["requires_action"])
        {
            Shop.Server.Turn(status, "server_error", "Sorry, something went wrong.");
        }
    }

    private async Task AssertChangedOnceAsync(string id)
    {
        Assert.Single(Shop.Desk.EventsOf(id).OfType<ToolAnswered>(), answered => answered.Changed);
        Assert.Equal(2, (await Shop.Desk.Store.FindAsync("CM-7890", TestContext.Current.CancellationToken))!.Version);
    }
}
