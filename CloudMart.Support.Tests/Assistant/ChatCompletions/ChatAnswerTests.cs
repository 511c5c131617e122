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
    public async Task Every_try_that_is_made_again_has_its_price()
    {
        Server.Streams(ChatServer.Usage(12, 5)).Streams(ChatServer.Usage(12, 1)).Streams(Says("Hi"), Finish("stop"), ChatServer.Usage(12, 2));
        Assert.Equal(new TokenUsage(36, 8), (await Assistant.TakeAsync(Request, Stop)).Answered.Usage);
    }

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

    private const string One = """{"n":1}""", Two = """{"n":2}""";

    public static TheoryData<string, (int? Index, string? Id, string? Name, string? Arguments)[]> Marks => new()
    {
        {
            "ids only, mixed",
            [(null, "a", "get_order", "{\"n\""), (null, "b", "list_orders", "{"), (null, "a", null, ":1}"), (null, "b", null, "\"n\":2}")]
        },
        {
            "index 0 and ids, mixed",
            [(0, "a", "get_order", "{\"n\""), (0, "b", "list_orders", "{"), (0, "a", null, ":1}"), (0, "b", null, "\"n\":2}")]
        },
        {
            "the id and the name on every piece",
            [(null, "a", "get_order", "{\"n\""), (null, "a", "get_order", ":1}"), (null, "b", "list_orders", Two)]
        },
        {
            "another id on every piece",
            [(0, "a", "get_order", ""), (0, "x", null, One), (1, "b", "list_orders", "{\"n"), (1, "y", null, "\":2}")]
        },
        { "neither index nor id", [(null, "", "get_order", One), (null, "", "list_orders", Two)] },
        { "index 0 and no id", [(0, "", "get_order", "{\"n\":"), (0, null, null, "1}"), (0, "", "list_orders", Two)] },
        { "one id for all", [(0, "a", "get_order", One), (0, "a", "list_orders", Two)] },
        {
            "the name again and again",
            [(0, "a", "get_order", ""), (0, "a", "get_order", One), (0, "a", "get_order", ""), (1, "b", "list_orders", Two)]
        },
        { "by index, mixed", [(1, "b", "list_", ""), (0, "a", "get_order", "{"), (1, null, "orders", Two), (0, null, null, "\"n\":1}")] },
    };

    [Theory]
    [MemberData(nameof(Marks))]
    public async Task Two_calls_are_told_apart_however_a_server_marks_their_pieces(
        string how, (int? Index, string? Id, string? Name, string? Arguments)[] pieces)
    {
        Server.Streams([.. pieces.Select(piece => Calling(piece.Index, piece.Id, piece.Name, piece.Arguments)), Finish("tool_calls")]);
        var calls = (await Assistant.TakeAsync(Request, Stop)).Asked.Calls;
        Assert.True(calls.Length == 2, how);
        Assert.Equal(
            [("get_order", One), ("list_orders", Two)], calls.OrderBy(call => call.Name).Select(call => (call.Name, call.Arguments)));
    }

    public static MatrixTheoryData<bool, string> Reasons => new([true, false], ["stop", "tool_calls", "function_call", "eos"]);

    [Theory]
    [MemberData(nameof(Reasons))]
    public async Task A_step_with_calls_wants_tools_whatever_reason_it_finishes_with(bool streaming, string reason)
    {
        Gives(streaming, Calling(0, "", "get_order", "{}"), Calling(1, "", "get_order", "{}"), Finish(reason));
        Assert.Equal(
            [new ToolCall("", "get_order", "{}"), new ToolCall("", "get_order", "{}")], (await Assistant.TakeAsync(Request, Stop)).Asked.Calls);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Neither_usage_nor_a_finish_reason_have_to_be_there(bool streaming)
    {
        Gives(streaming, """{"choices":[]}""", """{"object":"chat.completion.chunk"}""", Says("Hi"));
        Assert.Equal(new Answered("Hi"), (await Assistant.TakeAsync(Request, Stop)).End);
    }

    [Theory]
    [InlineData(true, """{"choices":[]}""")]
    [InlineData(false, """{"choices":[]}""")]
    [InlineData(false, """{"choices":null}""")]
    [InlineData(false, """{"choices":[{"message":{"content":""}}]}""")]
    [InlineData(false, "[]")]
    public async Task Where_nothing_was_said_it_is_asked_again(bool streaming, string nothing)
    {
        Options.Streaming = streaming;
        (streaming ? Server.Streams(nothing) : Server.Answers(nothing)).Gives(streaming, Says("Hi"), Finish("stop"));
        Assert.Equal("Hi", (await Assistant.TakeAsync(Request, Stop)).Answered.Text);
        Assert.Equal(2, Server.Calls);
    }

    public static MatrixTheoryData<bool, (string Reason, StepFailure Failure)> Ends =>
        new([true, false], [("length", StepFailure.CutOff), ("content_filter", StepFailure.Declined)]);

    [Theory]
    [MemberData(nameof(Ends))]
    public async Task An_answer_that_is_cut_short_says_why_and_keeps_its_words_and_its_cost(
        bool streaming, (string Reason, StepFailure Failure) end)
    {
        Gives(streaming, Says("Half an "), Finish(end.Reason), ChatServer.Usage(3, 4));
        var step = await Assistant.TakeAsync(Request, Stop);
        Assert.Equal((end.Failure, "Half an "), (step.Failed.Failure, step.Failed.Text));
        Assert.Equal((step.Shown, new TokenUsage(3, 4)), (step.Failed.Text, step.Failed.Usage));
        Assert.Equal(1, Server.Calls);
    }

    [Theory]
    [MemberData(nameof(Ends))]
    public async Task Calls_that_were_cut_short_are_not_carried_out(bool streaming, (string Reason, StepFailure Failure) end)
    {
        Gives(streaming, Calling(0, "a", "cancel_order", """{"orderId":"CM-1"}"""), Finish(end.Reason));
        Assert.Equal(end.Failure, (await Assistant.TakeAsync(Request, Stop)).Failed.Failure);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_refusal_is_no_answer(bool streaming)
    {
        Gives(
            streaming,
            """{"choices":[{"delta":{"refusal":"I can't "}}]}""",
            """{"choices":[{"delta":{"refusal":"help with that."}}]}""",
            Finish("stop"));
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

    private void Gives(bool streaming, params string[] chunks)
    {
        Options.Streaming = streaming;
        Server.Gives(streaming, chunks);
    }
}
