using CloudMart.Support.Core.Assistant;
using CloudMart.Support.Core.Conversations;
using CloudMart.Support.Tests.Fakes;
using static CloudMart.Support.Tests.Fakes.AssistantsThought;

namespace CloudMart.Support.Tests.Assistant.AssistantsApi;

/// <summary>What ends a conversation's run here ends the run at the provider too, and the customer's conversation is first.</summary>
public sealed class EndedRunTests : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private AssistantsShop? _shop;

    private AssistantsShop Shop => _shop!;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Stop_ends_the_run_here_before_the_provider_has_answered_the_cancelling(bool streaming)
    {
        await OpenAsync(streaming, [Stays("in_progress", "Let me")]);
        var ended = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        Shop.Desk.Store.AfterAppend = entry =>
        {
            if (entry.Events.Any(e => e.Event is RunEnded))
            {
                ended.SetResult();
            }
        };
        Shop.Server.Next(AssistantsCall.Cancel, async (_, act) =>
        {
            await ended.Task;
            await act();
        });
        var (id, settling) = await ThinkingAsync(streaming);

        await Shop.Desk.Conversations.StopAsync(Desk.Ana, id, TestContext.Current.CancellationToken);
        await settling.WaitAsync(Patience, TestContext.Current.CancellationToken);

        Assert.Equal(RunEndReason.StoppedByCustomer, Shop.Desk.EventsOf(id).OfType<RunEnded>().Single().Reason);
        Assert.Equal(streaming ? ["Let me"] : [], Shop.Desk.EventsOf(id).OfType<AssistantSaid>().Select(said => said.Text));
        Assert.Equal(["cancelled"], Shop.Server.RunStatuses);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task What_is_stopped_again_and_again_uses_up_the_conversations_tokens_and_is_handed_over(bool streaming)
    {
        await OpenAsync(streaming, [Stays("in_progress", "Let me"), Stays("in_progress", "Let me")], bounds => bounds.MaxTokensPerConversation = 1_000);
        Shop.Server.Habits.PromptTokens = 495;
        string? id = null;
        for (var stopped = 1; stopped <= 2; stopped++)
        {
            (id, var settling) = await ThinkingAsync(streaming, id);
            await Shop.Desk.Conversations.StopAsync(Desk.Ana, id, TestContext.Current.CancellationToken);
            await settling.WaitAsync(Patience, TestContext.Current.CancellationToken);
            Assert.Equal(new TokenUsage(495 * stopped, 5 * stopped), Shop.Desk.StateOf(id).Usage);
        }

        await Shop.Desk.SayAsync("And now?", id);
        await Shop.SettleAsync();

        Assert.Equal(["cancelled", "cancelled"], Shop.Server.RunStatuses);
        Assert.Contains("used up its tokens", Assert.Single(Shop.Desk.EventsOf(id!).OfType<HandedToStaff>()).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_provider_that_does_not_answer_the_cancelling_is_left_alone_after_a_limit()
    {
        await OpenAsync(streaming: true, [Stays("in_progress", "Let me")]);
        var asked = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        Shop.Server.Next(AssistantsCall.Cancel, (context, _) =>
        {
            asked.SetResult();
            return LoopbackServer.HoldAsync(context);
        });
        var (id, settling) = await ThinkingAsync(streaming: true);

        await Shop.Desk.Conversations.StopAsync(Desk.Ana, id, TestContext.Current.CancellationToken);
        await asked.Task.WaitAsync(Patience, TestContext.Current.CancellationToken);
        Shop.Desk.Clock.Advance(TimeSpan.FromSeconds(5));
        await settling.WaitAsync(Patience, TestContext.Current.CancellationToken);

        Assert.Contains(Shop.Desk.Log.Lines, line => line.Message.Contains("did not let go", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Reaching_the_bound_on_rounds_cancels_the_run_at_the_provider(bool streaming)
    {
        await OpenAsync(streaming, [Calls("", ("a", "list_orders", "{}")), Calls("", ("b", "list_orders", "{}"))], bounds => bounds.MaxSteps = 2);
        var id = await Shop.SayAsync("Loop, please");
        AssertGaveUp(id);
        Assert.Equal(["cancelled"], Shop.Server.RunStatuses);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_first_step_that_asks_for_too_many_calls_cancels_the_run_at_the_provider(bool streaming)
    {
        await OpenAsync(
            streaming, [Calls("", ("a", "list_orders", "{}"), ("b", "list_orders", "{}"))], bounds => bounds.MaxCallsPerStep = 1);
        var id = await Shop.SayAsync("Everything");
        AssertGaveUp(id);
        Assert.Equal(["cancelled"], Shop.Server.RunStatuses);
    }

    [Fact]
    public async Task An_unknown_status_is_polled_until_the_loops_own_deadline_and_then_the_run_is_cancelled()
    {
        await OpenAsync(streaming: false, [Stays("pondering")]);
        var (id, settling) = await ThinkingAsync(streaming: false);
        Shop.Desk.Clock.Advance(TimeSpan.FromMinutes(2));
        await settling.WaitAsync(Patience, TestContext.Current.CancellationToken);
        AssertGaveUp(id);
        Assert.Equal(["cancelled"], Shop.Server.RunStatuses);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_message_that_comes_with_the_first_calls_ends_their_run_and_a_new_one_answers_both(bool streaming)
    {
        await OpenAsync(streaming, [Calls("list_orders", "{}"), Says("Both.")]);
        var id = await Shop.Desk.SayAsync("First");
        Shop.Desk.Store.BeforeAppend = async entry =>
        {
            if (entry.Events.Any(e => e.Event is ToolRequested))
            {
                Shop.Desk.Store.BeforeAppend = _ => Task.CompletedTask;
                await Shop.Desk.SayAsync("Second", id);
            }
        };
        await Shop.SettleAsync();
        Assert.Equal(["cancelled", "completed"], Shop.Server.RunStatuses);
        Assert.Empty(Shop.Desk.EventsOf(id).OfType<ToolRequested>());
        Assert.Equal("Both.", Shop.Desk.EventsOf(id).OfType<AssistantSaid>().Last().Text);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_superseded_run_waits_for_nobody_and_the_next_is_told_what_its_tools_had_answered(bool streaming)
    {
        await OpenAsync(streaming, [Says("Hello."), Calls("list_orders", "{}"), Says("Both.")]);
        var id = await Shop.SayAsync("Hi");
        await Shop.Desk.SayAsync("What did I order?", id);
        Shop.Desk.Store.BeforeAppend = async entry =>
        {
            if (entry.Events.Any(e => e.Event is ToolAnswered))
            {
                Shop.Desk.Store.BeforeAppend = _ => Task.CompletedTask;
                await Shop.Desk.SayAsync("And when?", id);
            }
        };
        await Shop.SettleAsync();
        Assert.Equal(["completed", "cancelled", "completed"], Shop.Server.RunStatuses);
        Assert.Equal(new TokenUsage(30, 15), Shop.Desk.StateOf(id).Usage);
        Assert.Equal((0, 1), (Shop.Server.Count(AssistantsCall.Submit), Shop.Server.Threads));
        var output = Shop.Desk.EventsOf(id).OfType<ToolAnswered>().Single().Output;
        Assert.Contains(Shop.Server.Messages, message => message.Text.Contains(output, StringComparison.Ordinal));
        Assert.Single(Shop.Server.Messages, ("user", "And when?"));
    }

    public async ValueTask DisposeAsync() => await Shop.DisposeAsync();

    private async Task OpenAsync(bool streaming, AssistantsThought[] thoughts, Action<RunOptions>? bounds = null) =>
        _shop = await AssistantsShop.OpenAsync(streaming, thoughts, bounds);

    /// <summary>A conversation whose run is under way: a stream has said its first words, a polled run was looked at.</summary>
    private async Task<(string Id, Task Settling)> ThinkingAsync(bool streaming, string? conversationId = null)
    {
        var looked = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        Shop.Server.Next(AssistantsCall.GetRun, (_, act) =>
        {
            looked.SetResult();
            return act();
        });
        var id = await Shop.Desk.SayAsync("Tell me a long story", conversationId);
        await using var watching = await Shop.Desk.Feed.SubscribeAsync(FeedTopic.OfConversation(id), TestContext.Current.CancellationToken);
        var settling = Shop.SettleAsync();
        await (streaming
            ? watching.ReadAllAsync(TestContext.Current.CancellationToken).OfType<TextWritten>().FirstAsync().AsTask()
            : looked.Task).WaitAsync(Patience, TestContext.Current.CancellationToken);
        return (id, settling);
    }

    private void AssertGaveUp(string id)
    {
        Assert.Equal(RunEndReason.BoundReached, Shop.Desk.EventsOf(id).OfType<RunEnded>().Single().Reason);
        Assert.Equal(Owner.StaffQueue, Shop.Desk.StateOf(id).Owner);
    }
}
