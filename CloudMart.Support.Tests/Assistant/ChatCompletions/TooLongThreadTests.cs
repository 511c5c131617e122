using System.Collections.Immutable;
using System.Text.Json.Nodes;
using CloudMart.Support.Core.Assistant;
using CloudMart.Support.Core.Conversations;
using CloudMart.Support.Tests.Fakes;
using static CloudMart.Support.Tests.Fakes.ChatServer;
using static CloudMart.Support.Tests.Fakes.Steps;

namespace CloudMart.Support.Tests.Assistant.ChatCompletions;

/// <summary>A thread that the model cannot take is asked about again with its older turns left out.</summary>
public sealed class TooLongThreadTests : ChatDesk
{
    /// <summary>Ten turns: a question, a round of two calls, an answer; and the question that is open.</summary>
    private static readonly ImmutableArray<ThreadItem> Long =
    [
        .. Enumerable.Range(0, 10).SelectMany(turn => new ThreadItem[]
        {
            Customer((10 * turn) + 1, $"Where is CM-{turn}?"),
            Round(
                (10 * turn) + 3,
                (new ToolCall("", "get_order", $$"""{"orderId":"CM-{{turn}}"}"""), """{"outcome":"found"}"""),
                (new ToolCall("", "track_order", $$"""{"orderId":"CM-{{turn}}"}"""), """{"outcome":"not_found"}""")),
            new AssistantMessage((10 * turn) + 6, $"Answer {turn}. {new string('.', 400)}"),
        }),
        Customer(101, "Thanks. And CM-99?"),
        Customer(102, "It is urgent."),
    ];

    public static MatrixTheoryData<bool, (int Status, string Code, string Message)> Refusals => new(
        [true, false],
        [
            (400, "context_length_exceeded", "This model's maximum context length is 8192 tokens."),
            (400, "BadRequestError", "This model's maximum context length is 4096 tokens. However, you requested 5000 tokens."),
            (400, "exceed_context_size_error", "the request exceeds the available context size"),
            (500, "exceed_context_size_error", "the request exceeds the available context size"),
            (413, "", "Request Entity Too Large"),
            (400, "400", "litellm.ContextWindowExceededError: AnthropicException - prompt is too long: 210000 tokens > 200000 maximum"),
            (500, "", "litellm.ContextWindowExceededError: too much"),
        ]);

    [Theory]
    [MemberData(nameof(Refusals))]
    public async Task It_is_asked_again_at_once_with_the_newest_turns_and_the_operator_is_told_the_setting(
        bool streaming, (int Status, string Code, string Message) no)
    {
        Options.Streaming = streaming;
        Server.Refuses(no.Status, no.Code, no.Message).Gives(streaming, Says("On its way."), Finish("stop"));
        Assert.Equal("On its way.", (await Assistant.TakeAsync(Request(Long), Stop)).Answered.Text);
        Assert.Equal((2, 0), (Server.Calls, Clock.Waits.Count));
        Assert.Contains(Log.Lines, line => line.Message.StartsWith("Assistant:MaxThreadLength", StringComparison.Ordinal));

        var (before, after) = (Said(Server.Asked.First()), Said(Server.Asked.Last()));
        Assert.Equal(before[^after.Count..], after);
        Assert.InRange(after.Count, 2, before.Count / 2);
        Assert.StartsWith("Where is CM-", after[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_gives_way_until_only_the_newest_turn_is_left_and_then_it_is_given_up()
    {
        Server.Refuses(400, "context_length_exceeded", "too long");
        var failed = (await Assistant.TakeAsync(Request(Long), Stop)).Failed;
        Assert.Equal(StepFailure.Misconfigured, failed.Failure);
        Assert.StartsWith("Assistant:MaxThreadLength", failed.Detail, StringComparison.Ordinal);
        Assert.InRange(Server.Calls, 4, 6);
        Assert.Equal(["Thanks. And CM-99?", "It is urgent."], Said(Server.Asked.Last()));
    }

    [Fact]
    public async Task Every_call_that_is_sent_has_its_output_and_every_output_its_call()
    {
        Server.Refuses(400, "context_length_exceeded", "too long");
        await Assistant.TakeAsync(Request(Long), Stop);
        Assert.All(Server.Asked, asked =>
        {
            var messages = asked["messages"]!.AsArray();
            var calls = messages.SelectMany(message => message!["tool_calls"]?.AsArray() ?? []).Select(call => call!["id"]!.GetValue<string>());
            var outputs = messages.Select(message => message!["tool_call_id"]?.GetValue<string>()).OfType<string>();
            Assert.Equal(calls, outputs);
            Assert.Equal("user", messages[1]!["role"]!.GetValue<string>());
        });
    }

    [Fact]
    public async Task What_is_left_out_is_told_once_in_a_few_lines_that_no_customer_can_write()
    {
        Server.Refuses(400, "context_length_exceeded", "too long");
        var note = new DeskNote(95, """{"outcome":"done","action":"return_items","orderId":"CM-9","message":"Return of CM-9 started"}""");
        await Assistant.TakeAsync(Request(Long.Insert(Long.Length - 2, note)), Stop);
        var told = Server.Asked.Skip(1).Select(Earlier).ToList();
        Assert.All(told, summary => Assert.InRange(summary.ToJsonString().Length, 50, 3000));

        var last = told[^1]["earlier"]!.AsArray().Select(line => line!.GetValue<string>()).ToList();
        Assert.Equal("left_out", told[^1]["outcome"]!.GetValue<string>());
        Assert.Equal(
            [
                "The customer wrote: Where is CM-9?",
                """found: get_order {"orderId":"CM-9"}""",
                """not_found: track_order {"orderId":"CM-9"}""",
                "done: Return of CM-9 started",
            ],
            last.TakeLast(4));
        Assert.DoesNotContain(last, line => line.Contains("Answer", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_thread_of_one_turn_is_given_up_at_once()
    {
        Server.Refuses(400, "context_length_exceeded", "too long");
        Assert.Equal(StepFailure.Misconfigured, (await Assistant.TakeAsync(Request(Customer(1, "Hi"), Customer(2, "there")), Stop)).Failed.Failure);
        Assert.Equal(1, Server.Calls);
    }

    private static AssistantRequest Request(params ImmutableArray<ThreadItem> thread) => Steps.Request([.. thread]);

    private static List<string> Said(JsonObject asked) => [.. asked["messages"]!.AsArray()
        .Where(message => message!["role"]!.GetValue<string>() == "user")
        .Select(message => message!["content"]!.GetValue<string>())];

    private static JsonObject Earlier(JsonObject asked)
    {
        var messages = asked["messages"]!.AsArray();
        var call = Assert.Single(messages.SelectMany(message => message!["tool_calls"]?.AsArray() ?? []), call =>
            call!["function"]!["name"]!.GetValue<string>() == "earlier_messages");
        var output = Assert.Single(messages, message =>
            message!["tool_call_id"]?.GetValue<string>() == call!["id"]!.GetValue<string>());
        return JsonNode.Parse(output!["content"]!.GetValue<string>())!.AsObject();
    }
}
