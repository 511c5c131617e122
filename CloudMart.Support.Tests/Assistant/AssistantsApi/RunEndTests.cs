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
    [InlineData("failed", "server_error")]
    [InlineData("failed", "rate_limit_exceeded")]
    [InlineData("cancelled", "")]
    public async Task A_run_that_failed_in_passing_is_followed_by_a_new_one_that_says_everything_once(string status, string code)
    {
        Thinks(Ends(status, code, "Sorry, something went wrong.", text: "On its"), Says("On its way."));
        var step = await Assistant.TakeAsync(Request, Stop);
        Assert.Equal(("On its way.", 1), (step.Shown, step.Restarts));
        Assert.Equal([status, "completed"], Server.RunStatuses);
        Assert.Single(Server.Messages, ("user", "Where is CM-1?"));
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

    [Fact]
    public async Task New_runs_are_bounded()
    {
        Thinks([.. Enumerable.Repeat(Ends("failed", "server_error", "Sorry"), 1 + Options.MaxRetries)]);
        var failed = (await Assistant.TakeAsync(Request, Stop)).Failed;
        Assert.Equal(StepFailure.Unavailable, failed.Failure);
        Assert.Contains("server_error", failed.Detail);
    }

    [Fact]
    public async Task A_pause_that_is_asked_for_only_in_words_is_kept()
    {
        Thinks(Ends("failed", "rate_limit_exceeded", "Rate limit is exceeded. Try again in 300 seconds."));
        var failed = (await Assistant.TakeAsync(Request, Stop)).Failed; // it ends after the deadline, so nobody waits for it
        Assert.Equal((StepFailure.Unavailable, 1), (failed.Failure, Server.RunStatuses.Count));
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
    public async Task An_unknown_status_is_watched_until_the_time_is_up_and_then_the_run_is_cancelled(bool streaming)
    {
        Options.Streaming = streaming;
        Options.SilenceLimit = TimeSpan.FromMilliseconds(100);
        Thinks(Stays("pondering"));
        var request = Request with { Deadline = TimeProvider.System.GetUtcNow().AddMilliseconds(500) };
        var failed = (await Assistant.TakeAsync(request, Stop)).Failed;
        Assert.Equal(StepFailure.Expired, failed.Failure);
        Assert.Contains("pondering", failed.Detail);
        Assert.Equal(["cancelling"], Server.RunStatuses);
    }

    [Fact]
    public async Task A_run_is_given_up_when_its_own_time_is_over()
    {
        Options.Streaming = false;
        Server.RunLifetime = 1;
        Thinks(Stays("in_progress"));
        Assert.Equal(StepFailure.Expired, (await Assistant.TakeAsync(Request, Stop)).Failed.Failure);
        Assert.Equal(["cancelling"], Server.RunStatuses);
    }

    [Fact]
    public async Task A_completed_run_without_a_message_is_an_empty_answer()
    {
        Thinks(Says());
        Assert.Equal("", (await Assistant.TakeAsync(Request, Stop)).Answered.Text);
    }

    [Fact]
    public async Task A_step_that_is_cancelled_cancels_its_run()
    {
        Thinks(Stays("in_progress", "Let me"));
        using var stopped = CancellationTokenSource.CreateLinkedTokenSource(Stop);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (var update in Assistant.NextStepAsync(Request, stopped.Token))
            {
                await stopped.CancelAsync();
            }
        });
        Assert.Equal(["cancelling"], Server.RunStatuses);
    }
}
