using CloudMart.Support.Core.Assistant;
using CloudMart.Support.Core.Conversations;
using CloudMart.Support.Tests.Fakes;
using static CloudMart.Support.Tests.Fakes.AssistantsThought;

namespace CloudMart.Support.Tests.Assistant.AssistantsApi;

/// <summary>
/// A node goes down while the provider works on the first thing that a customer has ever said: nothing of that step is logged yet but its
/// thread, and that is how its run is found.
/// </summary>
public sealed class OrphanedRunTests : IAsyncDisposable
{
    private AssistantsShop? _shop;

    private AssistantsShop Shop => _shop!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Whoever_goes_on_takes_on_the_run_that_is_there_and_begins_none(bool streaming)
    {
        var id = await LeaveBehindAsync(streaming, Says("Hello."));
        await RestartAsync();
        Assert.Equal("Hello.", Assert.Single(Shop.Desk.EventsOf(id).OfType<AssistantSaid>()).Text);
        Assert.Equal(["completed"], Shop.Server.RunStatuses);
        Assert.Equal((1, 1), (Shop.Server.Threads, Shop.Server.Count(AssistantsCall.CreateRun)));
    }

    [Fact]
    public async Task Stopped_meanwhile_it_is_cancelled_at_the_provider()
    {
        var id = await LeaveBehindAsync(streaming: true, Stays("in_progress"));
        await Shop.Desk.Conversations.StopAsync(Desk.Ana, id, Stop);
        await RestartAsync();
        Assert.Equal(RunEndReason.StoppedByCustomer, Assert.Single(Shop.Desk.EventsOf(id).OfType<RunEnded>()).Reason);
        Assert.Equal(["cancelled"], Shop.Server.RunStatuses);
    }

    [Fact]
    public async Task Taken_over_meanwhile_and_continued_nothing_is_said_there_twice()
    {
        await OpenAsync(streaming: true, Stays("in_progress"), Says("Hello."));
        var id = await Shop.Desk.SayAsync("Hi");
        Shop.Server.Unheard(AssistantsCall.CreateRun, () => Shop.Desk.Staff.HoldAsync(StaffBrowser.Sam, id, long.MaxValue, Stop));
        await Shop.SettleAsync();
        Assert.Equal(RunEndReason.TakenOver, Assert.Single(Shop.Desk.EventsOf(id).OfType<RunEnded>()).Reason);

        await Shop.Desk.Staff.HandBackAsync(StaffBrowser.Sam, id, long.MaxValue, Stop);
        await Shop.Desk.Staff.ContinueAsync(StaffBrowser.Sam, id, long.MaxValue, Stop);
        await Shop.SettleAsync();
        Assert.Equal("Hello.", Assert.Single(Shop.Desk.EventsOf(id).OfType<AssistantSaid>()).Text);
        Assert.Single(Shop.Server.Messages, ("user", "Hi"));
    }

    [Fact]
    public async Task Superseded_meanwhile_it_is_cancelled_and_a_new_one_in_its_thread_answers_both()
    {
        var id = await LeaveBehindAsync(streaming: true, Stays("in_progress"), Says("Both."));
        await Shop.Desk.SayAsync("And another thing", id);
        Shop.Server.Refuses(AssistantsCall.ListMessages, 503, "overloaded"); // what is there is not guessed
        Shop.Server.Refuses(AssistantsCall.Cancel, 503, "overloaded").Drops(AssistantsCall.Cancel);
        await RestartAsync();
        Assert.Equal("Both.", Assert.Single(Shop.Desk.EventsOf(id).OfType<AssistantSaid>()).Text);
        Assert.Equal(["cancelled", "completed"], Shop.Server.RunStatuses);
        Assert.Equal(new TokenUsage(20, 10), Shop.Desk.StateOf(id).Usage);
        Assert.Equal(["Hi", "And another thing"], Shop.Server.Messages.Where(message => message.Role == "user").Select(message => message.Text));
    }

    [Theory]
    [InlineData("expired")]
    [InlineData("failed")]
    [InlineData("cancelled")]
    public async Task One_that_came_to_nothing_meanwhile_is_begun_anew_and_nothing_is_said_there_twice(string status)
    {
        var id = await LeaveBehindAsync(streaming: false, Stays("in_progress"), Says("Hello."));
        Shop.Server.Turn(status, "server_error");
        await RestartAsync();
        Assert.Equal("Hello.", Assert.Single(Shop.Desk.EventsOf(id).OfType<AssistantSaid>()).Text);
        Assert.Equal([status, "completed"], Shop.Server.RunStatuses);
        Assert.Single(Shop.Server.Messages, ("user", "Hi"));
    }

    [Fact]
    public async Task Those_that_failed_before_the_node_went_down_count_and_no_fourth_is_begun()
    {
        var failing = Ends("failed", "server_error", "Sorry");
        var id = await LeaveBehindAsync(streaming: false, before: 2, failing, failing, Stays("in_progress"), Says("Unheard"));
        Shop.Server.Turn("failed", "server_error");
        await RestartAsync();
        Assert.Equal(["failed", "failed", "failed"], Shop.Server.RunStatuses);
        Assert.Equal(RunStatus.Failed, Assert.Single(Shop.Desk.EventsOf(id).OfType<RunEnded>()).Status);
    }

    [Fact]
    public async Task Where_its_thread_is_gone_a_new_one_is_made_from_the_log()
    {
        var id = await LeaveBehindAsync(streaming: true, Stays("in_progress"), Says("Hello."));
        Shop.Server.ForgetThreads();
        await RestartAsync();
        Assert.Equal("Hello.", Assert.Single(Shop.Desk.EventsOf(id).OfType<AssistantSaid>()).Text);
        Assert.Equal(2, Shop.Desk.EventsOf(id).OfType<ProviderThreadOpened>().Count());
    }

    [Fact]
    public async Task No_run_is_begun_before_its_thread_is_logged()
    {
        await OpenAsync(streaming: true, Says("Hello."));
        Shop.Desk.Store.BeforeAppend = entry => entry.Events.Any(e => e.Event is ProviderThreadOpened)
            ? throw new InvalidOperationException("The node is gone.")
            : Task.CompletedTask;
        await Shop.Desk.SayAsync("Hi");
        await Assert.ThrowsAsync<InvalidOperationException>(() => Shop.SettleAsync());
        Assert.Equal((1, 0), (Shop.Server.Count(AssistantsCall.CreateThread), Shop.Server.Count(AssistantsCall.CreateRun)));
    }

    [Fact]
    public async Task A_message_that_takes_the_threads_number_does_not_keep_it_from_being_logged()
    {
        await OpenAsync(streaming: true, Says("Both."));
        var id = await Shop.Desk.SayAsync("Hi");
        Shop.Desk.Store.BeforeAppend = async entry =>
        {
            if (entry.Events.Any(e => e.Event is ProviderThreadOpened))
            {
                Shop.Desk.Store.BeforeAppend = _ => Task.CompletedTask;
                await Shop.Desk.SayAsync("And another thing", id);
            }
        };
        await Shop.SettleAsync();
        Assert.Single(Shop.Desk.EventsOf(id).OfType<ProviderThreadOpened>());
        Assert.Equal("Both.", Assert.Single(Shop.Desk.EventsOf(id).OfType<AssistantSaid>()).Text);
        Assert.Equal(1, Shop.Server.Threads);
    }

    public async ValueTask DisposeAsync() => await Shop.DisposeAsync();

    private async Task OpenAsync(bool streaming, params AssistantsThought[] thoughts) =>
        _shop = await AssistantsShop.OpenAsync(streaming, thoughts);

    /// <summary>The node goes down when the provider has begun the run and before anybody hears of it.</summary>
    private Task<string> LeaveBehindAsync(bool streaming, params AssistantsThought[] thoughts) => LeaveBehindAsync(streaming, before: 0, thoughts);

    /// <param name="streaming">Or polling.</param>
    /// <param name="before">How many runs of the step nothing happens to.</param>
    /// <param name="thoughts">What the assistant thinks, before and after.</param>
    private async Task<string> LeaveBehindAsync(bool streaming, int before, params AssistantsThought[] thoughts)
    {
        await OpenAsync(streaming, thoughts);
        using var down = CancellationTokenSource.CreateLinkedTokenSource(Stop);
        for (var failing = 0; failing < before; failing++)
        {
            Shop.Server.Next(AssistantsCall.CreateRun, (_, act) => act());
        }

        Shop.Server.Unheard(AssistantsCall.CreateRun, down.CancelAsync);
        var id = await Shop.Desk.SayAsync("Hi");
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Shop.Desk.SettleAsync(down.Token));
        return id;
    }

    private Task RestartAsync()
    {
        Shop.Desk.Clock.Advance(IOwedAnswers.LeaseTime);
        return Shop.Desk.SweepAsync();
    }
}
