using CloudMart.Support.Core.Assistant;
using CloudMart.Support.Core.Conversations;
using CloudMart.Support.Tests.Fakes;
using static CloudMart.Support.Tests.Fakes.ChatServer;
using static CloudMart.Support.Tests.Fakes.Steps;

namespace CloudMart.Support.Tests.Assistant.ChatCompletions;

public sealed class ChatAnswerTests : ChatDesk
{
    private static readonly AssistantRequest Request = Steps.Request(Customer(1, "Where is CM-1?"));

    [Fact]
    public async Task Pieces_arrive_as_they_are_written_and_add_up_to_the_answer()
    {
        Server.Streams(Says(""), Says("On "), Says("its way"), Finish("stop"), ChatServer.Usage(12, 5));
        var step = await Assistant.TakeAsync(Request, Stop);
        Assert.Equal(["On ", "its way"], step.Updates.OfType<TextPiece>().Select(piece => piece.Text));
        Assert.Equal(new Answered("On its way", null, new TokenUsage(12, 5)), step.End);
    }

    [Fact]
    public async Task Calls_are_gathered_however_they_are_cut_and_mixed()
    {
        Server.Streams(
            Says("Let me look."),
            Calling(0, "a", "get_", null), Calling(0, null, "order", ""), Calling(1, "b", "track_order", "{\"ord"),
            Calling(0, null, null, "{\"orderId\":"), Calling(1, null, null, "erId\":\"CM-2\"}"), Calling(0, null, null, "\"CM-1\"}"),
            Finish("tool_calls"));
        var asked = (await Assistant.TakeAsync(Request, Stop)).Asked;
        Assert.Equal("Let me look.", asked.Text);
        Assert.Equal(
            [new ToolCall("a", "get_order", """{"orderId":"CM-1"}"""), new ToolCall("b", "track_order", """{"orderId":"CM-2"}""")], asked.Calls);
    }

    [Fact]
    public async Task Calls_that_all_have_the_index_0_are_told_apart_by_their_ids()
    {
        Server.Streams(Calling(0, "a", "get_order", """{"n":1}"""), Calling(0, "b", "get_order", """{"n":2}"""), Finish("tool_calls"));
        Assert.Equal(["""{"n":1}""", """{"n":2}"""], (await Assistant.TakeAsync(Request, Stop)).Asked.Calls.Select(call => call.Arguments));
    }

    [Fact]
    public async Task Calls_without_an_index_and_an_id_on_every_piece_are_gathered()
    {
        Server.Streams(
            Calling(null, "a", "get_order", "{\"n\""), Calling(null, "a", "get_order", ":1}"), Calling(null, "b", "get_order", "{}"), Finish("stop"));
        Assert.Equal(
            [new ToolCall("a", "get_order", """{"n":1}"""), new ToolCall("b", "get_order", "{}")],
            (await Assistant.TakeAsync(Request, Stop)).Asked.Calls);
    }

    [Theory]
    [InlineData("stop")]
    [InlineData("tool_calls")]
    [InlineData("eos")]
    public async Task A_step_with_calls_wants_tools_whatever_reason_it_finishes_with(string reason)
    {
        Server.Streams(Calling(0, "", "get_order", "{}"), Finish(reason));
        Assert.Single((await Assistant.TakeAsync(Request, Stop)).Asked.Calls);
    }

    [Fact]
    public async Task Neither_usage_nor_a_finish_reason_nor_choices_have_to_be_there()
    {
        Server.Streams("""{"choices":[]}""", """{"object":"chat.completion.chunk"}""", Says("Hi"));
        Assert.Equal(new Answered("Hi"), (await Assistant.TakeAsync(Request, Stop)).End);
    }

    [Theory]
    [InlineData("length", StepFailure.CutOff)]
    [InlineData("content_filter", StepFailure.Declined)]
    public async Task An_answer_that_is_cut_short_says_why_and_keeps_its_words(string reason, StepFailure failure)
    {
        Server.Streams(Says("Half an "), Finish(reason));
        var failed = (await Assistant.TakeAsync(Request, Stop)).Failed;
        Assert.Equal((failure, "Half an "), (failed.Failure, failed.Text));
    }

    [Fact]
    public async Task A_refusal_is_no_answer()
    {
        Server.Streams("""{"choices":[{"delta":{"refusal":"I can't help with that."}}]}""", Finish("stop"));
        var failed = (await Assistant.TakeAsync(Request, Stop)).Failed;
        Assert.Equal(StepFailure.Declined, failed.Failure);
        Assert.Contains("I can't help with that.", failed.Detail);
    }

    [Fact]
    public async Task A_whole_answer_is_taken_where_a_server_does_not_stream()
    {
        Server.Answers(
            """
            {"choices":[{"finish_reason":"tool_calls","message":{"content":"Looking.","tool_calls":[
              {"id":"","function":{"name":"get_order","arguments":"{}"}},{"id":"","function":{"name":"list_orders","arguments":{"status":null}}}]}}],
             "usage":{"prompt_tokens":3,"completion_tokens":4}}
            """);
        var step = await Assistant.TakeAsync(Request, Stop);
        Assert.Equal("Looking.", step.Shown);
        Assert.Equal(
            [new ToolCall("", "get_order", "{}"), new ToolCall("", "list_orders", """{"status":null}""")], step.Asked.Calls);
        Assert.Equal(new TokenUsage(3, 4), step.Asked.Usage);
    }

    [Fact]
    public async Task The_check_calls_a_tool()
    {
        Server.Streams(Calling(0, "a", "ping", "{}"), Finish("tool_calls")).Streams(Says("Pong!"), Finish("stop"));
        Assert.Null(await Assistant.CheckAsync(Stop));
        Assert.Contains("Assistant:Model", await Assistant.CheckAsync(Stop));
    }
}
