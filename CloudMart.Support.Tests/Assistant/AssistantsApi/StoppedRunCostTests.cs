using CloudMart.Support.Core.Assistant;
using CloudMart.Support.Core.Conversations;
using CloudMart.Support.Tests.Fakes;
using static CloudMart.Support.Tests.Fakes.AssistantsThought;
using static CloudMart.Support.Tests.Fakes.Steps;

namespace CloudMart.Support.Tests.Assistant.AssistantsApi;

/// <summary>A run that is let go of has used tokens as well, which the provider tells once it has ended. They count once, whoever hears of them.</summary>
public sealed class StoppedRunCostTests : AssistantsDesk
{
    private static readonly AssistantRequest Request = Steps.Request(Customer(1, "Where is CM-1?"));

    private static readonly AssistantRequest NextRun = Steps.Request(Customer(1, "Where is CM-1?"), Customer(5, "Hi")) with { RunId = "r-2" };

    private static readonly TokenUsage OfOneRun = new(10, 5);

    [Fact]
    public async Task Its_tokens_are_told_when_it_has_ended_and_not_again_by_what_comes_later()
    {
        Thinks(Calls("get_order", "{}"), Says("Hello"));
        var letGo = await LetGoAsync((await Assistant.TakeAsync(Request, Stop)).Asked.ProviderState!);
        Assert.Equal(OfOneRun, letGo.Usage);
        Assert.Null((await LetGoAsync(letGo.ProviderState!)).Usage);
        Assert.Equal(OfOneRun, (await Assistant.TakeAsync(NextRun with { ProviderState = letGo.ProviderState }, Stop)).Answered.Usage);
    }

    [Theory]
    [InlineData("completed")]
    [InlineData("cancelled")]
    public async Task One_that_ended_a_moment_before_has_used_them_too(string status)
    {
        Thinks(Calls("get_order", "{}"));
        var held = (await Assistant.TakeAsync(Request, Stop)).Asked.ProviderState!;
        Server.Turn(status);
        Assert.Equal(OfOneRun, (await LetGoAsync(held)).Usage);
    }

    [Fact]
    public async Task One_of_which_nobody_had_heard_is_found_and_counts()
    {
        Thinks(Says("Hello"), Stays("in_progress"));
        var answered = (await Assistant.TakeAsync(Request, Stop)).Answered;
        var next = Request.Then(answered, "Where is it?");
        using var stopped = CancellationTokenSource.CreateLinkedTokenSource(Stop);
        Server.Unheard(AssistantsCall.CreateRun, stopped.CancelAsync);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Assistant.TakeAsync(next, stopped.Token));
        Assert.Equal(OfOneRun, (await LetGoAsync(answered.ProviderState!, next.RunId)).Usage);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task One_that_does_not_end_in_time_counts_with_the_next_step_whether_it_holds_the_thread_still_or_has_ended(bool holds)
    {
        Thinks(Calls("get_order", "{}"), Says("Hello"), Says("Bye"));
        Server.Habits.NeverSettles = true;
        var letGo = await LetGoAsync((await Assistant.TakeAsync(Request, Stop)).Asked.ProviderState!);
        Assert.Null(letGo.Usage);
        if (holds)
        {
            Server.Next(AssistantsCall.Cancel, (_, act) =>
            {
                Server.Habits.NeverSettles = false;
                return act();
            });
        }
        else
        {
            Server.Turn("cancelled");
        }

        var step = await Assistant.TakeAsync(NextRun with { ProviderState = letGo.ProviderState }, Stop);
        Assert.Equal(OfOneRun + OfOneRun, step.Answered.Usage);
        Assert.Equal(OfOneRun, (await Assistant.TakeAsync(NextRun.Then(step.Answered, "Bye"), Stop)).Answered.Usage);
    }

    [Fact]
    public async Task One_that_never_ends_leaves_its_thread_and_counts_when_it_has_ended_after_all()
    {
        Thinks(Calls("get_order", "{}"), Says("Hello"), Says("Bye"));
        Server.Habits.NeverSettles = true;
        var letGo = await LetGoAsync((await Assistant.TakeAsync(Request, Stop)).Asked.ProviderState!);
        var step = await Assistant.TakeAsync(NextRun with { ProviderState = letGo.ProviderState }, Stop);
        Assert.Equal((OfOneRun, 2), (step.Answered.Usage, Server.Threads));
        Server.Habits.NeverSettles = false;
        Assert.Equal(OfOneRun + OfOneRun, (await Assistant.TakeAsync(NextRun.Then(step.Answered, "Bye"), Stop)).Answered.Usage);
    }

    [Fact]
    public async Task What_whoever_went_down_could_not_tell_is_told_by_the_next_step()
    {
        Thinks(Calls("get_order", "{}"), Says("Hello"));
        var asked = (await Assistant.TakeAsync(Request, Stop)).Asked;
        Server.Turn("cancelled");
        Assert.Equal(OfOneRun + OfOneRun, (await Assistant.TakeAsync(NextRun with { ProviderState = asked.ProviderState }, Stop)).Answered.Usage);
    }

    [Fact]
    public async Task What_failed_before_the_step_was_stopped_counts_with_what_was_stopped()
    {
        Thinks(Ends("failed", "server_error", "Sorry"), Stays("in_progress", "Let me"));
        using var stopped = CancellationTokenSource.CreateLinkedTokenSource(Stop);
        string? held = null;
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (var update in Assistant.NextStepAsync(Request, stopped.Token))
            {
                held = (update as Holds)?.ProviderState ?? held;
                await (update is TextPiece { Text: "Let me" } ? stopped.CancelAsync() : Task.CompletedTask);
            }
        });
        Assert.Equal(OfOneRun + OfOneRun, (await LetGoAsync(held!)).Usage);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task What_a_step_has_told_at_its_end_is_not_told_again_by_letting_go(bool streaming)
    {
        Options.Streaming = streaming;
        Thinks(Ends("failed", "invalid_prompt", "Bad words"));
        var step = await Assistant.TakeAsync(Request, Stop);
        Assert.Equal(OfOneRun, step.Failed.Usage);
        Assert.Null((await LetGoAsync(step.Updates.OfType<Holds>().Last().ProviderState)).Usage);
    }

    [Fact]
    public async Task An_answer_whose_words_could_not_be_had_has_its_price()
    {
        Options.Streaming = false;
        Thinks(Says("Hello"));
        Server.Refuses(AssistantsCall.ListMessages, 401, "Wrong key");
        Assert.Equal(OfOneRun, (await Assistant.TakeAsync(Request, Stop)).Failed.Usage);
    }

    [Fact]
    public async Task Servers_on_which_no_run_ends_do_not_make_the_conversation_grow()
    {
        var state = """{"thread":"t-0"}""";
        Server.Habits.NeverSettles = true;
        for (var times = 0; times < 6; times++)
        {
            Thinks(Calls("get_order", "{}"));
            var asked = (await Assistant.TakeAsync(NextRun with { ProviderState = state }, Stop)).Asked;
            state = (await Assistant.AbandonAsync(new("c-1", "r-2", asked.ProviderState!, asked.ProviderState), Stop)).ProviderState!;
        }

        Assert.Equal(4, state.Split("\"run\"").Length - 1);
    }

    private Task<LetGo> LetGoAsync(string state, string runId = "r-1") => Assistant.AbandonAsync(new("c-1", runId, state, state), Stop);
}
