using CloudMart.Support.Core.Assistant;
using CloudMart.Support.Core.Assistant.AssistantsApi;
using CloudMart.Support.Core.Conversations;
using CloudMart.Support.Tests.Fakes;
using static CloudMart.Support.Tests.Fakes.AssistantsThought;
using static CloudMart.Support.Tests.Fakes.Steps;

namespace CloudMart.Support.Tests.Assistant.AssistantsApi;

/// <summary>How many runs follow one that failed in passing, when, and what they cost.</summary>
public sealed class FailedRunTests : AssistantsDesk
{
    private static readonly AssistantRequest Request = Steps.Request(Customer(1, "Where is CM-1?"));

    [Theory]
    [InlineData("server_error")]
    [InlineData("rate_limit_exceeded")]
    public async Task Two_new_runs_and_no_third_follow_one_that_failed(string code)
    {
        Options.MaxRetries = 10;
        Thinks(Ends("failed", code, "Sorry"), Ends("failed", code, "Sorry"), Ends("failed", code, "Sorry"), Says("Unheard"));
        var failed = (await Assistant.TakeAsync(Request, Stop)).Failed;
        Assert.Equal((StepFailure.Unavailable, 3), (failed.Failure, Server.RunStatuses.Count));
        Assert.Contains(code, failed.Detail);
    }

    [Fact]
    public async Task Runs_that_failed_in_earlier_steps_count()
    {
        var failing = Ends("failed", "server_error", "Sorry");
        Thinks(failing, failing, Calls("get_order", "{}"), failing, Says("Unheard"));
        var asked = (await Assistant.TakeAsync(Request, Stop)).Asked;
        Assert.Equal(StepFailure.Unavailable, (await Assistant.TakeAsync(Request.After(asked, "shipped"), Stop)).Failed.Failure);
        Assert.Equal(3, Server.RunStatuses.Count);
    }

    [Fact]
    public async Task What_they_have_cost_counts_with_the_answer_and_also_where_there_is_none()
    {
        var failing = Ends("failed", "server_error", "Sorry");
        Thinks(failing, Says("On its way."), failing, failing, failing);
        Assert.Equal(new TokenUsage(20, 10), (await Assistant.TakeAsync(Request, Stop)).Answered.Usage);
        Assert.Equal(new TokenUsage(30, 15), (await Assistant.TakeAsync(Request with { RunId = "r-2" }, Stop)).Failed.Usage);
    }

    [Fact]
    public async Task And_those_before_an_answer_that_was_withheld()
    {
        var failing = Ends("failed", "server_error", "Sorry");
        Thinks(failing, failing, Says("I've canceled it."), failing, Says("Unheard"));
        var claim = (await Assistant.TakeAsync(Request, Stop)).Answered;
        var again = Request with { Step = 1, ProviderState = claim.ProviderState, Thread = Request.Thread.Add(new WithheldAnswer(2, "{}")) };
        Assert.Equal(StepFailure.Unavailable, (await Assistant.TakeAsync(again, Stop)).Failed.Failure);
        Assert.Equal(4, Server.RunStatuses.Count);
    }

    [Fact]
    public async Task But_not_those_before_the_answer_to_an_earlier_message()
    {
        var failing = Ends("failed", "server_error", "Sorry");
        Thinks(failing, failing, Says("Hello."), failing, failing, Says("On its way."));
        var first = (await Assistant.TakeAsync(Request, Stop)).Answered;
        Assert.Equal("On its way.", (await Assistant.TakeAsync(Request.Then(first, "Where is it?"), Stop)).Answered.Text);
    }

    [Fact]
    public async Task A_pause_that_is_asked_for_only_in_words_is_kept()
    {
        Thinks(Ends("failed", "rate_limit_exceeded", "Rate limit is exceeded. Try again in 300 seconds."));
        var failed = (await Assistant.TakeAsync(Request, Stop)).Failed; // it ends after the deadline, so nobody waits for it
        Assert.Equal((StepFailure.Unavailable, 1), (failed.Failure, Server.RunStatuses.Count));
    }

    [Fact]
    public async Task The_new_run_begins_when_the_time_that_was_asked_for_is_over()
    {
        Thinks(Ends("failed", "rate_limit_exceeded", "Rate limit is exceeded. Try again in 1 seconds."), Says("On its way."));
        var begun = TimeProvider.System.GetTimestamp();
        Assert.Equal("On its way.", (await Assistant.TakeAsync(Request, Stop)).Shown);
        Assert.True(TimeProvider.System.GetElapsedTime(begun) > TimeSpan.FromMilliseconds(900));
    }

    [Fact]
    public async Task Where_no_time_is_asked_for_the_new_runs_wait_longer_each_time()
    {
        Options.RetryPause = TimeSpan.FromSeconds(1);
        var (clock, failing) = (new PassingClock(), Ends("failed", "server_error", "Sorry"));
        Thinks(failing, failing, Says("On its way."));
        var request = Request with { Deadline = clock.GetUtcNow().AddMinutes(2) };
        Assert.Equal("On its way.", (await By(clock).TakeAsync(request, Stop)).Shown);
        Assert.Collection(
            clock.Waits.Select(wait => wait.TotalSeconds).Where(seconds => seconds > 0.5),
            first => Assert.InRange(first, 0.75, 1.25),
            second => Assert.InRange(second, 1.5, 2.5));
    }

    [Theory]
    [InlineData("Rate limit is exceeded. Try again in 4 seconds.", 4_000)]
    [InlineData("Please try again in 60 seconds", 60_000)]
    [InlineData("Please try again in 1.5s. Visit", 1_500)]
    [InlineData("try again in 20ms.", 20)]
    [InlineData("Please try again in 1m30s.", 90_000)]
    [InlineData("Please try again in 6m0s.", 360_000)]
    [InlineData("Please retry after 2 minutes.", 120_000)]
    [InlineData("Try again in a while.", null)]
    [InlineData("Sorry, something went wrong", null)]
    public void A_pause_is_read_from_the_servers_words(string message, int? milliseconds) =>
        Assert.Equal(milliseconds, AskedPause.In(message)?.TotalMilliseconds);
}
