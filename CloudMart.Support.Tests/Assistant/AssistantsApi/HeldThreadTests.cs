using CloudMart.Support.Core.Assistant;
using CloudMart.Support.Tests.Fakes;
using static CloudMart.Support.Tests.Fakes.AssistantsThought;
using static CloudMart.Support.Tests.Fakes.Steps;

namespace CloudMart.Support.Tests.Assistant.AssistantsApi;

/// <summary>Threads that are held by another run, or gone, and settings that are wrong.</summary>
public sealed class HeldThreadTests : AssistantsDesk
{
    private static readonly AssistantRequest Request = Steps.Request(Customer(1, "Where is CM-1?"));

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_run_that_still_waits_for_outputs_is_ended_before_the_next_begins(bool streaming)
    {
        Options.Streaming = streaming;
        Thinks(Calls("get_order", "{}"), Says("Hello"));
        var asked = (await Assistant.TakeAsync(Request, Stop)).Asked;
        var next = Superseding(asked);
        Server.Refuses(AssistantsCall.Cancel, 503, "overloaded").Drops(AssistantsCall.Cancel);
        Assert.Equal("Hello", (await Assistant.TakeAsync(next, Stop)).Answered.Text);
        Assert.Equal(["cancelled", "completed"], Server.RunStatuses);
        Assert.True(Server.Count(AssistantsCall.GetRun) > 0); // until it is over
        Assert.Equal(1, Server.Threads);
        Assert.Contains(("assistant", "[tool get_order was called with {} and answered shipped]"), Server.Messages);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_run_that_does_not_end_is_left_behind_with_its_thread(bool answersTheCancelling)
    {
        Server.Habits.NeverSettles = true;
        if (!answersTheCancelling)
        {
            Server.Next(AssistantsCall.Cancel, (context, _) => LoopbackServer.HoldAsync(context));
        }

        Thinks(Calls("get_order", "{}"), Says("Hello"));
        var asked = (await Assistant.TakeAsync(Request, Stop)).Asked;
        Assert.Equal("Hello", (await Assistant.TakeAsync(Superseding(asked), Stop)).Answered.Text);
        Assert.Equal(2, Server.Threads);
        Assert.Equal(("user", "Where is CM-1?"), Server.Messages[0]);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_thread_that_is_gone_is_rebuilt_from_the_log(bool streaming)
    {
        Options.Streaming = streaming;
        Thinks(Says("Hello"), Says("Again"));
        var next = Request.Then((await Assistant.TakeAsync(Request, Stop)).Answered, "Thanks");
        Server.ForgetThreads();
        Assert.Equal("Again", (await Assistant.TakeAsync(next, Stop)).Answered.Text);
        Assert.Equal(
            [("user", "Where is CM-1?"), ("assistant", "Hello"), ("user", "Thanks"), ("assistant", "Again")], Server.Messages);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_thread_that_is_gone_while_the_tools_worked_is_rebuilt_with_their_outputs(bool streaming)
    {
        Options.Streaming = streaming;
        Thinks(Calls("get_order", "{}"), Says("Shipped."));
        var asked = (await Assistant.TakeAsync(Request, Stop)).Asked;
        Server.ForgetThreads();
        Assert.Equal("Shipped.", (await Assistant.TakeAsync(Request.After(asked, "shipped"), Stop)).Answered.Text);
        Assert.Equal(
            [("user", "Where is CM-1?"), ("assistant", "[tool get_order was called with {} and answered shipped]"), ("assistant", "Shipped.")],
            Server.Messages);
    }

    [Theory]
    [InlineData(400, "Can't add messages to thread_1 while a run run_9 is active.")]
    [InlineData(400, "Thread thread_1 already has an active run run_9.")]
    [InlineData(409, "Lock timeout")]
    public async Task A_lock_of_a_run_that_has_just_ended_is_waited_for(int status, string message)
    {
        Thinks(Says("Hello"), Says("Again"));
        var next = Request.Then((await Assistant.TakeAsync(Request, Stop)).Answered, "Thanks");
        Server.Refuses(AssistantsCall.CreateRun, status, message);
        Assert.Equal("Again", (await Assistant.TakeAsync(next, Stop)).Answered.Text);
        Assert.Equal(1, Server.Threads);
        Assert.Single(Server.Messages, ("user", "Thanks"));
    }

    [Fact]
    public async Task A_stream_that_breaks_at_once_in_a_thread_that_is_gone_by_then_is_followed_by_a_new_one()
    {
        Thinks(Says("Hello"), Stays("in_progress"), Says("Again"));
        var next = Request.Then((await Assistant.TakeAsync(Request, Stop)).Answered, "Thanks");
        Server.NextStream((context, _) => AssistantsReply.StreamAsync(context, [])).Refuses(AssistantsCall.ListRuns, 404, "No thread found with id 'thread_1'.");
        Assert.Equal("Again", (await Assistant.TakeAsync(next, Stop)).Answered.Text);
        Assert.Equal(2, Server.Threads);
    }

    [Theory]
    [InlineData("not json")]
    [InlineData("{}")]
    [InlineData("[1]")]
    [InlineData("""{"thread":7}""")]
    public async Task A_state_that_another_provider_left_begins_a_new_thread(string state)
    {
        Thinks(Says("Hello"));
        Assert.Equal("Hello", (await Assistant.TakeAsync(Request with { ProviderState = state }, Stop)).Answered.Text);
        Assert.Equal(new LetGo(state, null), await Assistant.AbandonAsync(new("c-1", "r-1", state, state), Stop));
    }

    [Theory]
    [InlineData(AssistantsCall.CreateRun, 404, "No assistant found with id 'asst_1'.", "Assistant:AssistantId")]
    [InlineData(AssistantsCall.CreateThread, 404, "Not found", "Assistant:AssistantId or Assistant:Endpoint")]
    [InlineData(AssistantsCall.CreateThread, 401, "Wrong key", "Assistant:ApiKey")]
    public async Task A_wrong_setting_is_named_at_once(AssistantsCall call, int status, string message, string setting)
    {
        Server.Refuses(call, status, message);
        var failed = (await Assistant.TakeAsync(Request, Stop)).Failed;
        Assert.Equal(StepFailure.Misconfigured, failed.Failure);
        Assert.StartsWith(setting, failed.Detail, StringComparison.Ordinal);
        Assert.Equal(1, Server.Count(call));
    }

    [Fact]
    public async Task Abandoning_cancels_the_run_and_a_second_time_does_no_harm()
    {
        Thinks(Calls("get_order", "{}"));
        var asked = (await Assistant.TakeAsync(Request, Stop)).Asked;
        await Assistant.AbandonAsync(new("c-1", "r-1", asked.ProviderState!, null), Stop);
        await Assistant.AbandonAsync(new("c-1", "r-1", asked.ProviderState!, null), Stop); // 400, Cannot cancel run with status 'cancelled'.
        Assert.Equal(["cancelled"], Server.RunStatuses);
        Assert.Equal(2, Server.Count(AssistantsCall.Cancel));
        Assert.Empty(Log.Lines);
    }

    [Fact]
    public async Task Abandoning_is_tried_again_where_the_server_cannot_right_now()
    {
        Thinks(Calls("get_order", "{}"));
        var asked = (await Assistant.TakeAsync(Request, Stop)).Asked;
        Server.Refuses(AssistantsCall.Cancel, 503, "overloaded").Drops(AssistantsCall.Cancel);
        await Assistant.AbandonAsync(new("c-1", "r-1", asked.ProviderState!, null), Stop);
        Assert.Equal(["cancelled"], Server.RunStatuses);
        Assert.Empty(Log.Lines);
    }

    [Fact]
    public async Task What_another_run_of_the_conversation_holds_by_now_is_left_alone()
    {
        Thinks(Says("Hello"), Stays("in_progress"));
        var answered = (await Assistant.TakeAsync(Request, Stop)).Answered;
        using var stopped = CancellationTokenSource.CreateLinkedTokenSource(Stop);
        Server.Unheard(AssistantsCall.CreateRun, stopped.CancelAsync);
        var next = Request.Then(answered, "Where is it?");
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Assistant.TakeAsync(next, stopped.Token));

        await Assistant.AbandonAsync(new("c-1", Request.RunId, answered.ProviderState!, null), Stop);
        Assert.DoesNotContain("cancel", Server.RunStatuses[^1], StringComparison.Ordinal);
        await Assistant.AbandonAsync(new("c-1", next.RunId, answered.ProviderState!, null), Stop);
        Assert.Equal("cancelled", Server.RunStatuses[^1]);
    }

    [Fact]
    public async Task A_run_that_could_not_be_cancelled_is_told_to_the_operator()
    {
        Thinks(Calls("get_order", "{}"));
        var asked = (await Assistant.TakeAsync(Request, Stop)).Asked;
        for (var tries = 0; tries <= Options.MaxRetries; tries++)
        {
            Server.Refuses(AssistantsCall.Cancel, 503, "overloaded");
        }

        await Assistant.AbandonAsync(new("c-1", "r-1", asked.ProviderState!, null), Stop);
        Assert.Contains("could not be cancelled", Assert.Single(Log.Lines).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_newer_run_than_the_one_that_is_known_is_found_and_cancelled_even_where_it_appears_only_now()
    {
        Thinks(Calls("get_order", "{}"), Stays("in_progress"));
        var asked = (await Assistant.TakeAsync(Request, Stop)).Asked;
        Server.Turn("cancelled");
        using var stopped = CancellationTokenSource.CreateLinkedTokenSource(Stop);
        Server.Unheard(AssistantsCall.CreateRun, stopped.CancelAsync);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Assistant.TakeAsync(Superseding(asked), stopped.Token));
        Server.Drops(AssistantsCall.ListRuns).Next(
            AssistantsCall.ListRuns, (context, _) => AssistantsReply.WriteAsync(context, AssistantsFrames.List([])));
        await Assistant.AbandonAsync(new("c-1", "r-2", asked.ProviderState!, null), Stop);
        Assert.Equal("cancelled", Server.RunStatuses[^1]);
        Assert.Empty(Log.Lines);
    }

    private static AssistantRequest Superseding(ToolsRequired asked)
    {
        var answered = Request.After(asked, "shipped");
        return answered with { RunId = "r-2", Step = 0, Thread = answered.Thread.Add(Customer(6, "Never mind")) };
    }
}
