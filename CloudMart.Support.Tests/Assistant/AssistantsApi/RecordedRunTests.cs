using System.Text.Json.Nodes;
using CloudMart.Support.Core.Assistant;
using CloudMart.Support.Core.Assistant.AssistantsApi;
using CloudMart.Support.Core.Telemetry;
using CloudMart.Support.Tests.Fakes;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using static CloudMart.Support.Tests.Fakes.Steps;

namespace CloudMart.Support.Tests.Assistant.AssistantsApi;

/// <summary>What a real server sent, replayed byte by byte: every session reaches its recorded final text.</summary>
public sealed class RecordedRunTests
{
    private static readonly AssistantRequest Request = Steps.Request(Customer(1, "Hello"));

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("StreamingRunWorks.json")]
    [InlineData("FileSearchStreamingWorks.json")]
    public async Task A_streamed_session_reaches_its_text_without_a_look_at_the_run(string file)
    {
        await using var server = await RecordedAssistantsServer.StartAsync(file, Stop);
        var step = await Assistant(server, streaming: true).TakeAsync(Request, Stop);
        AssertSays(StreamedText(server), step);
        Assert.True(step.Updates.OfType<TextPiece>().Count() > 1);
        Assert.NotNull(step.Answered.Usage);
        Assert.Equal(["POST threads", "POST runs"], server.Asked);
    }

    [Fact]
    public async Task A_streamed_session_with_a_tool_reaches_its_text_in_three_calls()
    {
        await using var server = await RecordedAssistantsServer.StartAsync("StreamingToolCall().json", Stop);
        var assistant = Assistant(server, streaming: true);
        var asked = (await assistant.TakeAsync(Request, Stop)).Asked;
        var call = Assert.Single(asked.Calls);
        Assert.Equal(("call_xyFYaEeyocjyE6jN64QTcxip", "get_current_weather", "{}"), (call.ProviderCallId, call.Name, call.Arguments));

        AssertSays(StreamedText(server), await assistant.TakeAsync(Request.After(asked, "warm and sunny"), Stop));
        Assert.Equal(["POST threads", "POST runs", "POST submit_tool_outputs"], server.Asked);
    }

    [Fact]
    public async Task A_polled_session_with_a_tool_reaches_its_text()
    {
        await using var server = await RecordedAssistantsServer.StartAsync("FunctionToolsWork.json", Stop);
        var assistant = Assistant(server, streaming: false);
        var asked = await assistant.TakeAsync(Request, Stop);
        Assert.Equal("""{"day_of_week":"Thursday"}""", Assert.Single(asked.Asked.Calls).Arguments);
        Assert.Empty(asked.Shown);

        AssertSays("You should eat tacos on Thursday! 🌮", await assistant.TakeAsync(Request.After(asked.Asked, "tacos"), Stop));
    }

    [Fact]
    public async Task A_polled_session_reaches_its_text()
    {
        await using var server = await RecordedAssistantsServer.StartAsync("BasicRunOperationsWork.json", Stop);
        AssertSays("Hello! How can I assist you today?", await Assistant(server, streaming: false).TakeAsync(Request, Stop));
    }

    [Fact]
    public async Task A_session_of_many_polls_is_watched_to_its_end()
    {
        await using var server = await RecordedAssistantsServer.StartAsync("BasicRunStepFunctionalityWorks.json", Stop);
        var step = await Assistant(server, streaming: false).TakeAsync(Request, Stop);
        Assert.Equal("", step.Answered.Text); // its messages were not recorded
        Assert.Equal(25264, step.Answered.Usage!.Total);
        Assert.Equal(RecordedLooks(server), server.Asked.Count(asked => asked == "GET run"));
    }

    private static void AssertSays(string text, TakenStep step)
    {
        Assert.Equal((text, 0), (step.Answered.Text, step.Restarts));
        Assert.Equal(text, step.Shown);
    }

    private static int RecordedLooks(RecordedAssistantsServer server) =>
        server.Recorded(call => call.Method == "GET" && call.Path.Split('/')[^1].StartsWith("run_", StringComparison.Ordinal)).Count();

    /// <summary>The text of the last message that the recorded streams completed.</summary>
    private static string StreamedText(RecordedAssistantsServer server) => server.Recorded(call => call.ContentType.StartsWith("text/event-stream", StringComparison.Ordinal))
        .SelectMany(call => call.Body.Split("\n\n"))
        .Where(frame => frame.StartsWith("event: thread.message.completed", StringComparison.Ordinal))
        .Select(frame => JsonNode.Parse(frame[(frame.IndexOf("data: ", StringComparison.Ordinal) + 6)..])!["content"]![0]!["text"]!["value"]!.GetValue<string>())
        .Last();

    private static AssistantsApiAssistant Assistant(RecordedAssistantsServer server, bool streaming) => new(
        Options.Create(new AssistantOptions
        {
            Provider = AssistantProvider.Assistants,
            Endpoint = server.Endpoint,
            AssistantId = "asst_recorded",
            Streaming = streaming,
            PollEvery = TimeSpan.FromMilliseconds(1),
        }),
        new ModelMeter(new SomeMeters()),
        TimeProvider.System,
        NullLogger<AssistantsApiAssistant>.Instance);
}
