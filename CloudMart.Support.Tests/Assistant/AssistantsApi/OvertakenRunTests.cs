using CloudMart.Support.Core.Assistant;
using CloudMart.Support.Core.Conversations;
using CloudMart.Support.Tests.Fakes;
using Microsoft.Extensions.DependencyInjection;
using static CloudMart.Support.Tests.Fakes.AssistantsThought;

namespace CloudMart.Support.Tests.Assistant.AssistantsApi;

/// <summary>
/// A node stands still for longer than its lease while its request to begin a run is on the way. Another node takes the conversation over, and
/// then the first one wakes. Neither hears of the other but by the log.
/// </summary>
public sealed class OvertakenRunTests : IAsyncDisposable
{
    private AssistantsShop? _shop;

    private AssistantsShop Shop => _shop!;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task What_it_begins_when_everything_is_answered_is_cancelled_at_the_provider(bool streaming)
    {
        await OpenAsync(streaming, Says("Hello."), Calls("list_orders", "{}"));
        Shop.Server.Next(AssistantsCall.CreateRun, async (_, act) =>
        {
            await OvertakeAsync();
            await act();
        });
        var id = await Shop.SayAsync("Hi");
        Assert.Equal("Hello.", Assert.Single(Shop.Desk.EventsOf(id).OfType<AssistantSaid>()).Text);
        Assert.Empty(Shop.Desk.EventsOf(id).OfType<ToolRequested>());
        Assert.Equal(["completed", "cancelling"], Shop.Server.RunStatuses);
    }

    [Fact]
    public async Task And_when_the_provider_cannot_right_now_once_it_can()
    {
        await OpenAsync(streaming: false, Says("Hello."), Calls("list_orders", "{}"));
        Shop.Server.Refuses(AssistantsCall.Cancel, 503, "overloaded").Next(AssistantsCall.CreateRun, async (_, act) =>
        {
            await OvertakeAsync();
            await act();
        });
        await Shop.SayAsync("Hi");
        Assert.Equal(["completed", "cancelling"], Shop.Server.RunStatuses);
    }

    [Fact]
    public async Task What_it_began_and_the_other_goes_on_with_is_left_alone()
    {
        await OpenAsync(streaming: false, Calls("list_orders", "{}"), Says("You have two."));
        var (woken, through) = (new TaskCompletionSource(), new TaskCompletionSource());
        var overtaking = Task.CompletedTask;
        Shop.Server.Next(AssistantsCall.CreateRun, async (context, act) =>
        {
            await act();
            overtaking = OvertakeAsync();
            await woken.Task;
        });
        Shop.Server.Next(AssistantsCall.Submit, async (_, act) =>
        {
            woken.SetResult();
            await through.Task;
            await act();
        });
        var id = await Shop.SayAsync("What did I order?");
        through.SetResult();
        await overtaking;
        Assert.Equal("You have two.", Assert.Single(Shop.Desk.EventsOf(id).OfType<AssistantSaid>()).Text);
        Assert.Equal((1, 0), (Shop.Server.RunStatuses.Count, Shop.Server.Count(AssistantsCall.Cancel)));
    }

    [Fact]
    public async Task What_works_on_the_next_message_by_then_is_left_alone()
    {
        await OpenAsync(streaming: false, Says("Hello."), Calls("list_orders", "{}"), Says("You have two."));
        var (woken, through) = (new TaskCompletionSource(), new TaskCompletionSource());
        var answering = Task.CompletedTask;
        var id = await Shop.Desk.SayAsync("Hi");
        Shop.Server.Next(AssistantsCall.CreateRun, async (_, act) =>
        {
            await OvertakeAsync();
            await Shop.Desk.SayAsync("What did I order?", id);
            answering = Shop.SettleAsync();
            await woken.Task;
            await act();
        });
        Shop.Server.Next(AssistantsCall.Submit, async (_, act) =>
        {
            woken.SetResult();
            await through.Task;
            await act();
        });
        await Shop.SettleAsync();
        through.SetResult();
        await answering;
        Assert.Equal(["Hello.", "You have two."], Shop.Desk.EventsOf(id).OfType<AssistantSaid>().Select(said => said.Text));
        Assert.Equal(["completed", "completed"], Shop.Server.RunStatuses);
    }

    public async ValueTask DisposeAsync() => await Shop.DisposeAsync();

    private async Task OpenAsync(bool streaming, params AssistantsThought[] thoughts) => _shop = await AssistantsShop.OpenAsync(
        streaming,
        thoughts,
        more: services => services.AddSingleton<IConversationFeed>(new LossyFeed(item => item is EntryAppended)));

    private Task OvertakeAsync()
    {
        Shop.Desk.Clock.Advance(IOwedAnswers.LeaseTime);
        return Shop.Desk.SweepAsync();
    }
}
