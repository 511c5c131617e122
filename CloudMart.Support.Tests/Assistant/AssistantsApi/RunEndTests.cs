using CloudMart.Support.Core.Assistant;
using CloudMart.Support.Tests.Fakes;
using static CloudMart.Support.Tests.Fakes.AssistantsThought;
using static CloudMart.Support.Tests.Fakes.Steps;

namespace CloudMart.Support.Tests.Assistant.AssistantsApi;

/// <summary>Every way in which a run can end, or fail to.</summary>
public sealed class RunEndTests : AssistantsDesk
{
    private static readonly AssistantRequest Request = Steps.Request(Customer(1, "Where is CM-1?"));

    public static MatrixTheoryData<bool, (string Status, string Code, StepFailure Failure)> Ends => new(
        [true, false],
        [
            ("incomplete", "max_completion_tokens", StepFailure.CutOff),
            ("incomplete", "content_filter", StepFailure.Declined),
            ("expired", "", StepFailure.Expired),
            ("failed", "invalid_prompt", StepFailure.Declined),
        ]);

    [Theory]
    [MemberData(nameof(Ends))]
    public async Task An_end_without_an_answer_says_which_and_is_not_tried_again(
        bool streaming, (string Status, string Code, StepFailure Failure) end)
    {
        Options.Streaming = streaming;
        Thinks(Ends(end.Status, end.Code, text: "Half an"));
        var step = await Assistant.TakeAsync(Request, Stop);
        Assert.Equal(end.Failure, step.Failed.Failure);
        Assert.Equal(step.Shown, step.Failed.Text);
        Assert.Single(Server.RunStatuses);
    }

    [Theory]
    [InlineData(true, "failed", "server_error")]
    [InlineData(true, "failed", "rate_limit_exceeded")]
    [InlineData(true, "cancelled", "")]
    [InlineData(false, "failed", "server_error")]
    [InlineData(false, "failed", "rate_limit_exceeded")]
    [InlineData(false, "cancelled", "")]
    public async Task A_run_that_failed_in_passing_is_followed_by_a_new_one_that_says_everything_once(bool streaming, string status, string code)
    {
        Options.Streaming = streaming;
        Thinks(Ends(status, code, "Sorry, something went wrong.", text: "On its"), Says("On its way."));
        var step = await Assistant.TakeAsync(Request, Stop);
        Assert.Equal(("On its way.", streaming ? 1 : 0), (step.Shown, step.Restarts));
        Assert.Equal([status, "completed"], Server.RunStatuses);
        Assert.Single(Server.Messages, ("user", "Where is CM-1?"));
    }

    [Theory]
    [InlineData(1_800_000, 5_000)]
    [InlineData(0, 100)]
    public async Task A_server_that_wants_to_be_asked_in_half_an_hour_or_at_once_is_asked_in_seconds_and_after_a_moment(int wanted, int waited)
    {
        Options.Streaming = false;
        Options.PollEvery = TimeSpan.FromMilliseconds(200);
        Server.Habits.LooksUntilDecided = 3;
        Server.Habits.PollAfterMilliseconds = wanted;
        Thinks(Says("On its way."));
        var clock = new PassingClock();

        Assert.Equal("On its way.", (await By(clock).TakeAsync(Request, Stop)).Shown);

        Assert.Equal(TimeSpan.FromMilliseconds(waited), clock.Waits.Max());
    }

    [Fact]
    public async Task A_status_that_nobody_knows_is_looked_at_with_pauses_until_time_is_up()
    {
        Options.Streaming = false;
        Options.PollEvery = TimeSpan.FromMilliseconds(200);
        Thinks(Stays("pondering"));
        var clock = new PassingClock();

        var step = await By(clock).TakeAsync(Request with { Deadline = clock.GetUtcNow().AddSeconds(2) }, Stop);

        Assert.Equal(StepFailure.Expired, step.Failed.Failure);
        Assert.InRange(Server.Count(AssistantsCall.GetRun), 8, 11);
    }

    [Theory]
    [InlineData("server_error")]
    [InlineData("rate_limit_exceeded")]
    public async Task A_run_that_failed_is_not_followed_by_another_once_something_was_changed(string code)
    {
        Thinks(Ends("failed", code, "Sorry, something went wrong."), Says("Unheard"));
        var failed = (await Assistant.TakeAsync(Request with { HasChanged = true }, Stop)).Failed;
        Assert.Equal(StepFailure.Unavailable, failed.Failure);
        Assert.Equal(["failed"], Server.RunStatuses);
    }

    [Fact]
    public async Task A_run_that_vanishes_is_followed_by_a_new_one()
    {
        Options.Streaming = false;
        Thinks(Says("Lost"), Says("On its way."));
        Server.Refuses(AssistantsCall.GetRun, 404, "No run found with id 'run_2'.");
        Server.Next(AssistantsCall.CreateRun, async (_, act) =>
        {
            await act();
            Server.Turn("cancelled");
        });
        Assert.Equal("On its way.", (await Assistant.TakeAsync(Request, Stop)).Shown);
        Assert.Equal(["cancelled", "completed"], Server.RunStatuses);
    }

    [Theory]
    [InlineData("expired")]
    [InlineData("cancelled")]
    [InlineData("failed")]
    public async Task A_run_that_ended_while_the_tools_worked_is_followed_by_one_that_is_told_their_outputs(string status)
    {
        Thinks(Calls("cancel_order", """{"orderId":"CM-1"}"""), Says("CM-1 is canceled."));
        var asked = (await Assistant.TakeAsync(Request, Stop)).Asked;
        Server.Turn(status);
        var step = await Assistant.TakeAsync(Request.After(asked, "canceled, 20.00 refunded"), Stop);
        Assert.Equal("CM-1 is canceled.", step.Answered.Text);
        Assert.Contains(
            ("assistant", """[tool cancel_order was called with {"orderId":"CM-1"} and answered canceled, 20.00 refunded]"""), Server.Messages);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task An_unknown_status_is_watched_until_the_time_is_up_and_then_the_run_is_there_to_be_let_go_of(bool streaming)
    {
        Options.Streaming = streaming;
        Options.SilenceLimit = TimeSpan.FromMilliseconds(100);
        Thinks(Stays("pondering"));
        var request = Request with { Deadline = TimeProvider.System.GetUtcNow().AddMilliseconds(500) };
        var step = await Assistant.TakeAsync(request, Stop);
        Assert.Equal(StepFailure.Expired, step.Failed.Failure);
        Assert.Contains("pondering", step.Failed.Detail);
        Assert.NotNull((await Assistant.AbandonAsync(new("c-1", "r-1", step.Updates.OfType<Holds>().Last().ProviderState, null), Stop)).Usage);
        Assert.Equal(["cancelled"], Server.RunStatuses);
    }

    [Fact]
    public async Task A_run_is_looked_at_as_often_as_the_server_asks_but_not_for_ever_apart()
    {
        Options.Streaming = false;
        Server.Habits.PollAfterMilliseconds = 300;
        Server.Habits.LooksUntilDecided = 2;
        Thinks(Says("On its way."));
        var begun = TimeProvider.System.GetTimestamp();
        await Assistant.TakeAsync(Request, Stop);
        Assert.Equal(3, Server.Count(AssistantsCall.GetRun));
        Assert.True(TimeProvider.System.GetElapsedTime(begun) > TimeSpan.FromMilliseconds(550));
    }

    [Fact]
    public async Task A_run_is_given_up_when_its_own_time_is_over()
    {
        Options.Streaming = false;
        Server.Habits.RunLifetime = 1;
        Thinks(Stays("in_progress"));
        Assert.Equal(StepFailure.Expired, (await Assistant.TakeAsync(Request, Stop)).Failed.Failure);
    }

    [Fact]
    public async Task A_message_that_is_listed_a_moment_after_its_run_has_ended_is_waited_for()
    {
        Options.Streaming = false;
        Thinks(Says("On its way."));
        for (var looks = 1; looks <= 4; looks++)
        {
            Server.Next(AssistantsCall.ListMessages, (context, _) => AssistantsReply.WriteAsync(context, AssistantsFrames.List([])));
        }

        Assert.Equal("On its way.", (await Assistant.TakeAsync(Request, Stop)).Answered.Text);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_completed_run_without_a_message_is_an_empty_answer(bool streaming)
    {
        Options.Streaming = streaming;
        Thinks(Says());
        Assert.Equal("", (await Assistant.TakeAsync(Request, Stop)).Answered.Text);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_step_that_is_stopped_has_said_what_it_holds_and_letting_go_of_it_cancels_the_run(bool streaming)
    {
        Options.Streaming = streaming;
        Thinks(Stays("in_progress", "Let me"));
        using var stopped = CancellationTokenSource.CreateLinkedTokenSource(Stop);
        var held = await HeldWhenStoppedAsync(Request, stopped, update => update is Holds { IsNew: false });
        Assert.DoesNotContain("cancel", Assert.Single(Server.RunStatuses), StringComparison.Ordinal);
        await Assistant.AbandonAsync(new("c-1", "r-1", held!, null), Stop);
        Assert.Equal(["cancelled"], Server.RunStatuses);
    }

    [Fact]
    public async Task A_run_that_nobody_waited_to_see_created_is_found_and_cancelled()
    {
        Thinks(Says("Hello"), Stays("in_progress"));
        var second = Request.Then((await Assistant.TakeAsync(Request, Stop)).Answered, "Where?");
        using var stopped = CancellationTokenSource.CreateLinkedTokenSource(Stop);
        Server.Unheard(AssistantsCall.CreateRun, stopped.CancelAsync);
        var held = await HeldWhenStoppedAsync(second, stopped, _ => false);
        await Assistant.AbandonAsync(new("c-1", second.RunId, held!, null), Stop);
        Assert.Equal(["completed", "cancelled"], Server.RunStatuses);
    }

    private async Task<string?> HeldWhenStoppedAsync(AssistantRequest request, CancellationTokenSource stopped, Func<AssistantUpdate, bool> when)
    {
        string? held = null;
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (var update in Assistant.NextStepAsync(request, stopped.Token))
            {
                held = (update as Holds)?.ProviderState ?? held;
                await (when(update) ? stopped.CancelAsync() : Task.CompletedTask);
            }
        });
        return held;
    }
}
