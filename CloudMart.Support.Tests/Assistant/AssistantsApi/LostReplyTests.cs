using CloudMart.Support.Core.Assistant;
using CloudMart.Support.Tests.Fakes;
using static CloudMart.Support.Tests.Fakes.AssistantsThought;
using static CloudMart.Support.Tests.Fakes.Steps;

namespace CloudMart.Support.Tests.Assistant.AssistantsApi;

/// <summary>After a call whose reply is lost, the server is asked before anything is sent again.</summary>
public sealed class LostReplyTests : AssistantsDesk
{
    private static readonly AssistantRequest Request = Steps.Request(Customer(1, "Where is CM-1?"));

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_run_whose_creation_went_unanswered_is_taken_on_and_not_created_twice(bool streaming)
    {
        Options.Streaming = streaming;
        Thinks(Says("On its way."));
        Server.LosesReplyOf(AssistantsCall.CreateRun);
        var step = await Assistant.TakeAsync(Request, Stop);
        Assert.Equal(("On its way.", "On its way."), (step.Answered.Text, step.Shown));
        Assert.Equal(["completed"], Server.RunStatuses);
        Assert.Single(Server.Messages, ("user", "Where is CM-1?"));
    }

    [Fact]
    public async Task A_run_that_was_accepted_and_shows_only_after_the_first_look_is_taken_on_and_none_is_begun_beside_it()
    {
        Thinks(Says("On its way."));
        Server.LosesReplyOf(AssistantsCall.CreateRun)
            .Next(AssistantsCall.ListRuns, (context, _) => AssistantsReply.WriteAsync(context, AssistantsFrames.List([])));
        Assert.Equal("On its way.", (await Assistant.TakeAsync(Request, Stop)).Answered.Text);
        Assert.Equal(["completed"], Server.RunStatuses);
    }

    [Fact]
    public async Task A_run_whose_creation_was_answered_by_a_gateway_in_the_servers_place_is_taken_on_as_well()
    {
        Thinks(Says("On its way."));
        Server.Next(AssistantsCall.CreateRun, async (context, act) =>
        {
            var body = context.Response.Body;
            context.Response.Body = Stream.Null;
            await act();
            context.Response.Body = body;
            context.Response.Headers.Clear();
            await AssistantsReply.RefuseAsync(context, 503, "upstream timed out");
        });
        Assert.Equal("On its way.", (await Assistant.TakeAsync(Request, Stop)).Shown);
        Assert.Equal(["completed"], Server.RunStatuses);
    }

    [Theory]
    [InlineData("rate_limit_exceeded", "Please try again in 300 seconds.", false, StepFailure.Unavailable)]
    [InlineData("server_error", "Sorry.", true, StepFailure.Unavailable)]
    [InlineData("invalid_prompt", "No.", false, StepFailure.Declined)]
    public async Task One_that_has_failed_before_it_was_found_is_judged_like_any_that_fails(
        string code, string message, bool hasChanged, StepFailure failure)
    {
        Thinks(Ends("failed", code, message), Says("Never said."));
        Server.LosesReplyOf(AssistantsCall.CreateRun);
        var end = (await Assistant.TakeAsync(Request with { HasChanged = hasChanged }, Stop)).End;
        Assert.Equal(failure, Assert.IsType<StepFailed>(end).Failure);
        Assert.Equal(["failed"], Server.RunStatuses);
    }

    [Fact]
    public async Task One_that_failed_in_passing_before_it_was_found_is_begun_anew_and_nothing_is_said_there_twice()
    {
        Thinks(Ends("failed", "server_error", "Sorry."), Says("On its way."));
        Server.LosesReplyOf(AssistantsCall.CreateRun);
        Assert.Equal("On its way.", (await Assistant.TakeAsync(Request, Stop)).Shown);
        Assert.Equal(["failed", "completed"], Server.RunStatuses);
        Assert.Single(Server.Messages, ("user", "Where is CM-1?"));
    }

    [Fact]
    public async Task A_run_that_was_never_created_is_created_then()
    {
        Thinks(Says("On its way."));
        Server.Drops(AssistantsCall.CreateRun).Refuses(AssistantsCall.CreateRun, 503, "overloaded");
        Assert.Equal("On its way.", (await Assistant.TakeAsync(Request, Stop)).Answered.Text);
        Assert.Single(Server.Messages, ("user", "Where is CM-1?"));
        Assert.Single(Server.RunStatuses);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Outputs_whose_receipt_went_unanswered_are_not_handed_in_twice(bool streaming)
    {
        Options.Streaming = streaming;
        Thinks(Calls("get_order", "{}"), Says("Shipped."));
        var asked = (await Assistant.TakeAsync(Request, Stop)).Asked;
        Server.LosesReplyOf(AssistantsCall.Submit);
        Assert.Equal("Shipped.", (await Assistant.TakeAsync(Request.After(asked, "shipped"), Stop)).Shown);
        Assert.Equal(1, Server.Count(AssistantsCall.Submit));
    }

    [Fact]
    public async Task Outputs_that_never_arrived_are_handed_in_again()
    {
        Thinks(Calls("get_order", "{}"), Says("Shipped."));
        var asked = (await Assistant.TakeAsync(Request, Stop)).Asked;
        Server.Drops(AssistantsCall.Submit).Refuses(AssistantsCall.Submit, 500, "oops");
        Assert.Equal("Shipped.", (await Assistant.TakeAsync(Request.After(asked, "shipped"), Stop)).Shown);
        Assert.Equal(3, Server.Count(AssistantsCall.Submit));
        Assert.Single(Server.RunStatuses);
    }

    [Fact]
    public async Task Outputs_that_a_dead_worker_had_handed_in_are_not_handed_in_for_the_next_round()
    {
        Thinks(Calls("", ("a", "get_order", "{}")), Calls("", ("b", "get_order", "{}")), Says("Both shipped."));
        var first = (await Assistant.TakeAsync(Request, Stop)).Asked;
        var resumed = Request.After(first, "shipped");
        await Assistant.TakeAsync(resumed, Stop);

        var again = await Assistant.TakeAsync(resumed, Stop);
        Assert.Equal("b", Assert.Single(again.Asked.Calls).ProviderCallId);
        Assert.Equal("Both shipped.", (await Assistant.TakeAsync(resumed.After(again.Asked, "shipped"), Stop)).Answered.Text);
        Assert.Single(Server.RunStatuses);
    }

    [Fact]
    public async Task A_round_that_repeats_the_last_ones_ids_is_known_by_its_arguments()
    {
        Thinks(
            Calls("", ("same", "get_order", """{"orderId":"CM-1"}""")),
            Calls("", ("same", "get_order", """{"orderId":"CM-2"}""")));
        var first = (await Assistant.TakeAsync(Request, Stop)).Asked;
        Server.LosesReplyOf(AssistantsCall.Submit);
        var second = (await Assistant.TakeAsync(Request.After(first, "shipped"), Stop)).Asked;
        Assert.Equal("""{"orderId":"CM-2"}""", Assert.Single(second.Calls).Arguments);
        Assert.Equal(1, Server.Count(AssistantsCall.Submit));
    }

    [Fact]
    public async Task A_live_run_that_a_dead_worker_began_is_taken_on_by_the_next()
    {
        Options.Streaming = false;
        Server.Habits.LooksUntilDecided = 5;
        Thinks(Says("Hello"), Says("On its way."));
        var second = Request.Then((await Assistant.TakeAsync(Request, Stop)).Answered, "Where?");
        Server.LosesReplyOf(AssistantsCall.CreateRun).Refuses(AssistantsCall.ListRuns, 401, "the worker dies here");
        Options.MaxRetries = 0;
        await Assistant.TakeAsync(second, Stop);

        Options.MaxRetries = 3;
        Assert.Equal("On its way.", (await Assistant.TakeAsync(second, Stop)).Answered.Text);
        Assert.Equal(["completed", "completed"], Server.RunStatuses);
        Assert.Single(Server.Messages, ("user", "Where?"));
    }

    [Fact]
    public async Task What_a_dead_worker_had_carried_as_one_message_is_not_carried_again_one_by_one()
    {
        Thinks(Stays("in_progress"), Says("On its way."));
        var request = Steps.Request([.. Enumerable.Range(1, 40).Select(number => Customer(number, $"Question {number}"))]);
        using var died = CancellationTokenSource.CreateLinkedTokenSource(Stop);
        Server.Unheard(AssistantsCall.CreateRun, died.CancelAsync);
        string? state = null;
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (var update in Assistant.NextStepAsync(request, died.Token))
            {
                state = (update as Holds)?.ProviderState ?? state;
            }
        });
        Server.Turn("expired");

        var next = request with { RunId = "r-2", ProviderState = state, Thread = request.Thread.Add(Customer(41, "Question 41")) };
        Assert.Equal("On its way.", (await Assistant.TakeAsync(next, Stop)).Shown);

        Assert.Equal(32, Server.Messages.Count(message => message.Role == "user")); // the first nine are one message of the assistant's
        Assert.Single(Server.Messages, message => message.Text.StartsWith("[earlier", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Nothing_is_sent_again_before_the_look_has_been_had()
    {
        Thinks(Says("On its way."));
        Server.LosesReplyOf(AssistantsCall.CreateRun).Drops(AssistantsCall.ListRuns).Refuses(AssistantsCall.ListRuns, 503, "overloaded");
        Assert.Equal("On its way.", (await Assistant.TakeAsync(Request, Stop)).Shown);
        Assert.Equal(1, Server.Count(AssistantsCall.CreateRun));
    }

    [Fact]
    public async Task A_stream_that_breaks_at_once_is_not_mistaken_for_that_of_an_abandoned_run()
    {
        Thinks(Calls("get_order", "{}"), Says("Hello"));
        var asked = (await Assistant.TakeAsync(Request, Stop)).Asked;
        await Assistant.AbandonAsync(new("c-1", "r-1", asked.ProviderState!, null), Stop);
        var next = Request.After(asked, "shipped") with { RunId = "r-2", Step = 0 };
        next = next with { Thread = next.Thread.Add(Customer(6, "Hi")) };
        Server.Turn("cancelled");
        Server.NextStream((context, _) => AssistantsReply.StreamAsync(context, []));
        Assert.Equal("Hello", (await Assistant.TakeAsync(next, Stop)).Shown);
        Assert.Equal(["cancelled", "completed"], Server.RunStatuses);
    }

    [Theory]
    [InlineData(AssistantsCall.CreateThread)]
    [InlineData(AssistantsCall.GetRun)]
    [InlineData(AssistantsCall.ListMessages)]
    public async Task Calls_that_change_nothing_are_simply_made_again(AssistantsCall call)
    {
        Options.Streaming = false;
        Thinks(Says("On its way."));
        Server.Drops(call).Refuses(call, 503, "overloaded").Refuses(call, 429, "slow down");
        Assert.Equal("On its way.", (await Assistant.TakeAsync(Request, Stop)).Answered.Text);
    }
}
