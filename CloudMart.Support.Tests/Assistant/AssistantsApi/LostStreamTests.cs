using CloudMart.Support.Core.Assistant;
using CloudMart.Support.Tests.Fakes;
using Microsoft.AspNetCore.Http;
using static CloudMart.Support.Tests.Fakes.AssistantsReply;
using static CloudMart.Support.Tests.Fakes.AssistantsThought;
using static CloudMart.Support.Tests.Fakes.Steps;

namespace CloudMart.Support.Tests.Assistant.AssistantsApi;

/// <summary>However a stream ends, the run is finished by looking at it: no second run, no doubled word.</summary>
public sealed class LostStreamTests : AssistantsDesk
{
    private static readonly AssistantRequest Request = Steps.Request(Customer(1, "Where is CM-1?"));

    private readonly TaskCompletionSource _read = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public static MatrixTheoryData<string, int> Faults => new(
        ["closed", "reset", "half a frame", "no json", "error event", "error envelope", "silent", "unknown event", "empty delta"], [0, 1, 3, 5, 6, 7, 9]);

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task A_stream_lost_after_any_event_is_finished_by_polling(string fault, int after)
    {
        Thinks(Says("On ", "its ", "way."));
        Break(fault, after);
        var step = await Assistant.TakeAsync(Request, Stop, _read);
        Assert.Equal(("On its way.", "On its way.", 0), (step.Answered.Text, step.Shown, step.Restarts));
        Assert.Equal(["completed"], Server.RunStatuses);
    }

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task A_stream_lost_after_the_outputs_were_taken_is_finished_by_polling(string fault, int after)
    {
        Thinks(Calls("get_order", "{}"), Says("On ", "its ", "way."));
        var asked = (await Assistant.TakeAsync(Request, Stop)).Asked;
        Break(fault, after);
        var step = await Assistant.TakeAsync(Request.After(asked, "shipped"), Stop, _read);
        Assert.Equal(("On its way.", "On its way.", 0), (step.Answered.Text, step.Shown, step.Restarts));
        Assert.Equal((1, 1), (Server.Count(AssistantsCall.CreateRun), Server.Count(AssistantsCall.Submit)));
    }

    [Theory]
    [InlineData("closed")]
    [InlineData("reset")]
    [InlineData("error event")]
    public async Task A_stream_lost_before_the_calls_were_seen_still_asks_for_the_tools(string fault)
    {
        Thinks(Calls("Let me look.", ("a", "get_order", "{}")), Says("Done."));
        Break(fault, 5);
        var asked = await Assistant.TakeAsync(Request, Stop, _read);
        Assert.Equal(("Let me look.", "Let me look."), (asked.Asked.Text, asked.Shown));
        Assert.Equal("a", Assert.Single(asked.Asked.Calls).ProviderCallId);

        Server.NextStream((context, _) => StreamAsync(context, []));
        Assert.Equal("Done.", (await Assistant.TakeAsync(Request.After(asked.Asked, "x"), Stop)).Shown);
    }

    [Fact]
    public async Task Words_that_turn_out_to_be_others_are_taken_back()
    {
        Thinks(Says("On its way."));
        Server.NextStream((context, frames) => StreamAsync(context, [.. frames.Take(5), Delta("msg_thread_1_2", "Canceled!")]));
        var step = await Assistant.TakeAsync(Request, Stop);
        Assert.Equal((1, "On its way."), (step.Restarts, step.Shown));
        Assert.Equal("On its way.", step.Answered.Text);
    }

    [Fact]
    public async Task Two_messages_of_one_step_are_two_paragraphs_however_they_arrive()
    {
        Thinks(Says("One."), Says("One."));
        var whole = await Assistant.TakeAsync(Request, Stop);
        Server.NextStream((context, frames) => StreamAsync(
            context,
            [.. frames.Take(3), Delta("msg_a", "One."), Whole("msg_a", "One."), Delta("msg_b", "Tw"), Whole("msg_b", "Two."), .. frames.TakeLast(2)]));
        var step = await Assistant.TakeAsync(Request with { RunId = "r-2" }, Stop);
        Assert.Equal("One.", whole.Shown);
        Assert.Equal("One.\n\nTwo.", step.Shown);
        Assert.Equal(step.Shown, step.Answered.Text);
    }

    private static string Delta(string message, string piece) =>
        AssistantsFrames.Event("thread.message.delta", AssistantsFrames.Delta(message, piece));

    private static string Whole(string message, string text) => AssistantsFrames.Event("thread.message.completed", new()
    {
        ["id"] = message,
        ["object"] = "thread.message",
        ["status"] = "completed",
        ["content"] = new System.Text.Json.Nodes.JsonArray(AssistantsFrames.Text(text)),
    });

    private void Break(string fault, int after)
    {
        Options.SilenceLimit = TimeSpan.FromMilliseconds(fault == "silent" ? 150 : 5000);
        Server.NextStream(async (context, frames) =>
        {
            List<string> sent = [.. frames.Take(after)];
            var hasText = sent.Any(frame => frame.Contains("delta", StringComparison.Ordinal));
            sent.AddRange(fault switch
            {
                "half a frame" => ["event: thread.message.delta\ndata: {\"id\":\"msg"],
                "no json" => ["event: thread.message.delta\ndata: {\"id\":\n\n"],
                "error event" => ["event: error\ndata: {\"message\":\"The server had an error\",\"code\":null}\n\n"],
                "error envelope" => ["event: error\ndata: {\"error\":{\"message\":\"The server had an error\"}}\n\n"],
                "unknown event" => ["event: thread.run.pondering\ndata: {\"object\":\"thread.pondering\"}\n\n", .. frames.Skip(after)],
                "empty delta" => ["event: thread.message.delta\ndata: {\"object\":\"thread.message.delta\",\"delta\":{}}\n\n", .. frames.Skip(after)],
                _ => [],
            });
            await StreamAsync(context, [string.Concat(sent)]);
            await EndAsync(context, fault, hasText ? _read.Task : Task.CompletedTask);
        });
    }

    private static async Task EndAsync(HttpContext context, string fault, Task read)
    {
        if (fault == "silent")
        {
            await LoopbackServer.HoldAsync(context);
        }
        else if (fault == "reset")
        {
            await read;
            context.Abort();
        }
    }
}
