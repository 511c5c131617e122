using System.Text.Json.Nodes;
using CloudMart.Support.Core.Assistant;
using CloudMart.Support.Core.Conversations;
using CloudMart.Support.Tests.Fakes;
using static CloudMart.Support.Tests.Fakes.AssistantsThought;
using static CloudMart.Support.Tests.Fakes.Steps;

namespace CloudMart.Support.Tests.Assistant.AssistantsApi;

/// <summary>A server may ask once more for what it was given; then the logged words go there again, and nothing is executed.</summary>
public sealed class AskedAgainTests : AssistantsDesk
{
    private static readonly AssistantRequest Request = Steps.Request(Customer(1, "Where is CM-1?"));

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Nine_snapshots_of_what_was_asked_before_ask_for_nothing(bool streaming)
    {
        Options.Streaming = streaming;
        Server.Habits.OldLooks = 9;
        Thinks(Calls("get_order", "{}"), Says("Shipped."));
        var asked = (await Assistant.TakeAsync(Request, Stop)).Asked;
        Server.NextStream((context, _) => AssistantsReply.StreamAsync(context, []));
        Assert.Equal("Shipped.", (await Assistant.TakeAsync(Request.After(asked, "shipped"), Stop)).Shown);
        Assert.Equal(1, Server.Count(AssistantsCall.Submit));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Of_a_server_that_takes_a_part_only_the_remainder_is_answered(bool streaming)
    {
        Options.Streaming = streaming;
        Server.Habits.TakesOneOutput = true;
        Thinks(Calls("Let me look.", ("a", "get_order", "{}"), ("b", "get_order", "{}"), ("c", "get_order", "{}")), Says("All shipped."));
        var asked = (await Assistant.TakeAsync(Request, Stop)).Asked;
        var step = await Assistant.TakeAsync(Request.After(asked, "one", "two", "three"), Stop);
        Assert.Equal(("All shipped.", "All shipped."), (step.Answered.Text, step.Shown));
        Assert.Equal(["a=one b=two c=three", "b=two c=three", "c=three"], Submitted());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_run_that_asks_for_an_answered_call_and_a_new_one_wants_only_the_new_one_executed(bool streaming)
    {
        Options.Streaming = streaming;
        Thinks(
            Calls("", ("a", "get_order", "{}"), ("b", "get_order", "{}")),
            Calls("", ("b", "get_order", "{}"), ("c", "get_order", "{}")),
            Says("All shipped."));
        var first = (await Assistant.TakeAsync(Request, Stop)).Asked;
        var answering = Request.After(first, "one", "two");
        var second = (await Assistant.TakeAsync(answering, Stop)).Asked;
        Assert.Equal([new ToolCall("c", "get_order", "{}")], second.Calls);

        Assert.Equal("All shipped.", (await Assistant.TakeAsync(answering.After(second, "three"), Stop)).Shown);
        Assert.Equal("b=two c=three", Submitted()[^1]);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Outputs_that_a_server_has_lost_are_handed_in_again(bool streaming)
    {
        Options.Streaming = streaming;
        Thinks(Calls("get_order", "{}"), Says("Shipped."));
        var asked = (await Assistant.TakeAsync(Request, Stop)).Asked;
        Server.Next(AssistantsCall.Submit, (context, _) => AssistantsReply.WriteAsync(
            context, new JsonObject { ["id"] = "run_2", ["object"] = "thread.run", ["status"] = "queued" }));
        Assert.Equal("Shipped.", (await Assistant.TakeAsync(Request.After(asked, "shipped"), Stop)).Shown);
        Assert.Equal(["call_1=shipped", "call_1=shipped"], Submitted());
        Assert.Single(Server.RunStatuses);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Outputs_that_had_been_taken_already_are_refused_and_the_run_goes_on(bool streaming)
    {
        Options.Streaming = streaming;
        Server.Habits.LooksUntilDecided = 5;
        Thinks(Calls("get_order", "{}"), Says("Shipped."));
        var asked = (await Assistant.TakeAsync(Request, Stop)).Asked;
        Server.Next(AssistantsCall.Submit, async (context, act) =>
        {
            context.Response.Body = Stream.Null; // the first worker's, which died before it heard
            await act();
            context.Abort();
        });
        Options.MaxRetries = 0;
        Server.Drops(AssistantsCall.GetRun);
        var step = Request.After(asked, "shipped");
        Assert.Equal(StepFailure.Unavailable, (await Assistant.TakeAsync(step, Stop)).Failed.Failure);

        Options.MaxRetries = 3;
        Assert.Equal("Shipped.", (await Assistant.TakeAsync(step, Stop)).Shown);
        Assert.Equal((1, 2), (Server.Count(AssistantsCall.CreateRun), Server.Count(AssistantsCall.Submit)));
    }

    private List<string> Submitted() => [.. Server.Bodies(AssistantsCall.Submit).Select(body => string.Join(
        ' ', body["tool_outputs"]!.AsArray().Select(output => $"{output!["tool_call_id"]}={output["output"]}")))];
}
