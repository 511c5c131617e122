using System.Text.Json.Nodes;
using CloudMart.Support.Core.Assistant;
using CloudMart.Support.Core.Conversations;
using CloudMart.Support.Tests.Fakes;
using Microsoft.AspNetCore.Http;
using static CloudMart.Support.Tests.Fakes.Steps;

namespace CloudMart.Support.Tests.Assistant.ChatCompletions;

/// <summary>What a real server sent, replayed byte by byte.</summary>
public sealed class RecordedChatTests : ChatDesk
{
    [Theory]
    [InlineData("ParallelToolCalls.json", 1, 2)]
    [InlineData("ConsecutiveToolCalls.json", 2, 1)]
    [InlineData("NoParameterToolWorks.json", 1, 1)]
    [InlineData("ParametersWork.json", 1, 1)]
    public async Task Recorded_rounds_of_tools_lead_to_the_recorded_answer(string file, int rounds, int callsARound)
    {
        var calls = Replay(file);
        var request = Steps.Request(Customer(1, Said(calls[0], 0)));
        for (var round = 0; round < rounds; round++)
        {
            var asked = (await Assistant.TakeAsync(request, Stop)).Asked;
            Assert.Equal(callsARound, asked.Calls.Length);
            request = request.After(asked, [.. Outputs(calls[round + 1]).TakeLast(callsARound)]);
        }

        Assert.Equal(FinalText(calls[^1]), (await Assistant.TakeAsync(request, Stop)).Answered.Text);
        AssertSameRounds(calls[^1].Asked!, Server.Asked.Last());
    }

    [Fact]
    public async Task A_recorded_stream_of_an_answer_is_read_to_its_end()
    {
        var recorded = Assert.Single(Replay("ChatStreaming.json"));
        var step = await Assistant.TakeAsync(Steps.Request(Customer(1, "Toppings?")), Stop);
        Assert.Equal(StreamedText(recorded), step.Answered.Text);
        Assert.Equal(step.Shown, step.Answered.Text);
        Assert.Equal(new TokenUsage(22, 712), step.Answered.Usage);
        Assert.True(step.Updates.Count > 500);
    }

    [Theory]
    [InlineData("AuthFailure.json", "Assistant:ApiKey")]
    [InlineData("GetChatCompletionMessagesHandlesNonExistentCompletion.json", "Assistant:Model")]
    [InlineData("StructuredOutputs(WithoutSchema,Strict,FailureExpected).json", "Assistant:Model")]
    public async Task Recorded_refusals_name_the_setting(string file, string setting)
    {
        Replay(file);
        var failed = (await Assistant.TakeAsync(Steps.Request(Customer(1, "Hi")), Stop)).Failed;
        Assert.Equal(StepFailure.Misconfigured, failed.Failure);
        Assert.StartsWith(setting, failed.Detail, StringComparison.Ordinal);
    }

    private static string Said(RecordedCall call, int message) => call.Asked!["messages"]![message]!["content"]!.GetValue<string>();

    private static IEnumerable<string> Outputs(RecordedCall call) => call.Asked!["messages"]!.AsArray()
        .Where(message => message!["role"]!.GetValue<string>() == "tool")
        .Select(message => message!["content"]!.GetValue<string>());

    private static string FinalText(RecordedCall call) =>
        JsonNode.Parse(call.Body)!["choices"]![0]!["message"]!["content"]!.GetValue<string>();

    private static string StreamedText(RecordedCall call) => string.Concat(call.Body.Split("\n\n")
        .Where(frame => frame.StartsWith("data: {", StringComparison.Ordinal))
        .Select(frame => JsonNode.Parse(frame["data: ".Length..])!["choices"] is JsonArray { Count: > 0 } choices
            ? choices[0]!["delta"]!["content"]?.GetValue<string>()
            : null));

    /// <summary>The recorded client and ours tell the server the same about calls and outputs; only the instructions are ours.</summary>
    private static void AssertSameRounds(JsonObject recorded, JsonObject ours) => Assert.Equal(Rounds(recorded), Rounds(ours));

    private static IEnumerable<string> Rounds(JsonObject asked) => asked["messages"]!.AsArray().SelectMany(message =>
        message!["tool_calls"] is JsonArray calls
            ? calls.Select(call => $"{call!["id"]} {call["function"]!["name"]} {call["function"]!["arguments"]}")
            : message["role"]!.GetValue<string>() == "tool" ? [$"{message["tool_call_id"]} {message["content"]}"] : []);

    private IReadOnlyList<RecordedCall> Replay(string file)
    {
        var calls = SharedRecordings.Read(Path.Combine("chat", file));
        foreach (var call in calls)
        {
            Server.Then(async context =>
            {
                context.Response.StatusCode = call.Status;
                context.Response.ContentType = call.ContentType;
                await context.Response.WriteAsync(call.Body, context.RequestAborted);
            });
        }

        return calls;
    }
}
