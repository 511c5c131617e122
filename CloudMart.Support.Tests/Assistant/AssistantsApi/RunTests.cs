using System.Text.Json.Nodes;
using CloudMart.Support.Core.Assistant;
using CloudMart.Support.Core.Conversations;
using CloudMart.Support.Tests.Fakes;
using static CloudMart.Support.Tests.Fakes.AssistantsThought;
using static CloudMart.Support.Tests.Fakes.Steps;

namespace CloudMart.Support.Tests.Assistant.AssistantsApi;

/// <summary>What is sent, when nothing goes wrong.</summary>
public sealed class RunTests : AssistantsDesk
{
    private static readonly AssistantRequest Request = Steps.Request(Customer(1, "Where is CM-1?"));

    [Fact]
    public async Task A_turn_with_one_round_of_tools_is_three_calls()
    {
        Thinks(Calls("get_order", """{"orderId":"CM-1"}"""), Says("It ", "is on ", "its way."));
        var asked = (await Assistant.TakeAsync(Request, Stop)).Asked;
        Assert.Equal([new ToolCall("call_1", "get_order", """{"orderId":"CM-1"}""")], asked.Calls);

        var step = await Assistant.TakeAsync(Request.After(asked, "shipped"), Stop);
        Assert.Equal(["It ", "is on ", "its way."], step.Updates.OfType<TextPiece>().Select(piece => piece.Text));
        Assert.Equal(("It is on its way.", new TokenUsage(10, 5)), (step.Answered.Text, step.Answered.Usage));
        Assert.Equal([AssistantsCall.CreateThread, AssistantsCall.CreateRun, AssistantsCall.Submit], Server.Asked.Select(call => call.Call));
    }

    [Fact]
    public async Task A_polled_turn_reaches_the_same_end()
    {
        Options.Streaming = false;
        Server.Habits.LooksUntilDecided = 3;
        Thinks(Calls("Let me look.", ("call_1", "get_order", "{}")), Says("On its way."));
        var asked = await Assistant.TakeAsync(Request, Stop);
        Assert.Equal(("Let me look.", "Let me look."), (asked.Shown, asked.Asked.Text));

        var step = await Assistant.TakeAsync(Request.After(asked.Asked, "shipped"), Stop);
        Assert.Equal("On its way.", step.Answered.Text);
        Assert.Equal("On its way.", step.Shown);
    }

    [Fact]
    public async Task A_run_is_sent_with_instructions_strict_tools_a_bound_and_what_tells_it_apart()
    {
        Options.Model = "gpt-test";
        Thinks(Says("Hello"));
        await Assistant.TakeAsync(Request, Stop);
        var body = Body(AssistantsCall.CreateRun);
        Assert.Equal("asst_1", body["assistant_id"]!.GetValue<string>());
        Assert.Equal("gpt-test", body["model"]!.GetValue<string>());
        Assert.Contains("Ana", body["additional_instructions"]!.GetValue<string>());
        Assert.True(body["tools"]![0]!["function"]!["strict"]!.GetValue<bool>());
        Assert.Equal(1024, body["max_completion_tokens"]!.GetValue<int>());
        Assert.Equal("""{"conversation":"c-1","run":"r-1","step":"r-1/0/1"}""", body["metadata"]!.ToJsonString());
        Assert.False(body.ContainsKey("temperature"));
    }

    [Fact]
    public async Task All_outputs_of_a_round_go_in_one_request_in_their_logged_words()
    {
        Thinks(Calls("", ("a", "get_order", "{}"), ("b", "get_order", "{}"), ("c", "nonsense", "not json")), Says("Done"));
        var asked = (await Assistant.TakeAsync(Request, Stop)).Asked;
        await Assistant.TakeAsync(Request.After(asked, """{"n": 1}""", "two", "no such tool"), Stop);
        Assert.Equal(
            """[{"tool_call_id":"a","output":"{\u0022n\u0022: 1}"},{"tool_call_id":"b","output":"two"},{"tool_call_id":"c","output":"no such tool"}]""",
            Body(AssistantsCall.Submit)["tool_outputs"]!.ToJsonString());
    }

    [Fact]
    public async Task A_second_turn_carries_only_what_the_thread_does_not_have()
    {
        Thinks(Says("Hello"), Says("Again"), Says("And again"));
        var first = (await Assistant.TakeAsync(Request, Stop)).Answered;
        var second = Request.Then(first, "Thanks");
        var third = second.Then((await Assistant.TakeAsync(second, Stop)).Answered, "Bye");
        await Assistant.TakeAsync(third, Stop);
        Assert.Equal(1, Server.Threads);
        Assert.Equal(
            [("user", "Where is CM-1?"), ("assistant", "Hello"), ("user", "Thanks"), ("assistant", "Again"), ("user", "Bye"), ("assistant", "And again")],
            Server.Messages);
        Assert.Equal(4, Server.Calls);
    }

    [Fact]
    public async Task Words_that_were_said_elsewhere_and_interrupted_ones_are_carried_as_the_assistants()
    {
        Thinks(Says("Hello"), Says("Yes"));
        var first = (await Assistant.TakeAsync(Request, Stop)).Answered;
        var next = Request.Then(first, "Cancel CM-1");
        next = next with
        {
            Thread = next.Thread.AddRange(new AssistantMessage(7, "I will", Interrupted: true), new CustomerMessage(8, "No, don't")),
        };
        await Assistant.TakeAsync(next, Stop);
        Assert.Equal(
            [("user", "Where is CM-1?"), ("assistant", "Hello"), ("user", "Cancel CM-1"), ("assistant", "I will\n\n[interrupted here]"),
             ("user", "No, don't"), ("assistant", "Yes")],
            Server.Messages);
    }

    [Fact]
    public async Task A_message_written_during_a_run_that_was_not_interrupted_is_heard_in_the_next()
    {
        // 1 asked, 3 written while the run went on, 4 the run's tools, 6 its answer: the run was given 1 and 4 only.
        Thinks(Calls("get_order", "{}"), Says("Shipped"), Says("Sure"));
        var asked = (await Assistant.TakeAsync(Request, Stop)).Asked;
        var answering = Request.After(asked, "shipped");
        var round = (ToolRound)answering.Thread[^1] with { Number = 4 };
        var answered = (await Assistant.TakeAsync(answering with { Thread = [Customer(1, "Where is CM-1?"), round] }, Stop)).Answered;
        await Assistant.TakeAsync(
            Request with
            {
                RunId = "r-2",
                ProviderState = answered.ProviderState,
                Thread = [Customer(1, "Where is CM-1?"), Customer(3, "Hurry"), round, new AssistantMessage(6, "Shipped")],
            },
            Stop);
        Assert.Equal(
            [("user", "Where is CM-1?"), ("assistant", "Shipped"), ("user", "Hurry"), ("assistant", "Sure")], Server.Messages);
    }

    [Fact]
    public async Task What_an_interrupted_try_had_already_carried_is_not_carried_twice()
    {
        Thinks(Says("Hello"), Stays("in_progress", "Let me"), Says("Both done"));
        var first = (await Assistant.TakeAsync(Request, Stop)).Answered;
        var second = Request.Then(first, "Cancel CM-1");
        using (var superseded = CancellationTokenSource.CreateLinkedTokenSource(Stop))
        {
            await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
            {
                await foreach (var update in Assistant.NextStepAsync(second, superseded.Token))
                {
                    await (update is TextPiece ? superseded.CancelAsync() : Task.CompletedTask);
                }
            });
        }

        var third = second with
        {
            RunId = "r-3",
            Thread = second.Thread.AddRange(new AssistantMessage(6, "Let me", Interrupted: true), new CustomerMessage(7, "And CM-2")),
        };
        Assert.Equal("Both done", (await Assistant.TakeAsync(third, Stop)).Answered.Text);
        Assert.Single(Server.Messages, ("user", "Cancel CM-1"));
        Assert.Single(Server.Messages, ("user", "And CM-2"));
        Assert.Equal(["completed", "cancelled", "completed"], Server.RunStatuses);
    }

    [Fact]
    public async Task A_long_thread_is_rebuilt_within_the_protocols_limit_and_nothing_is_lost()
    {
        Thinks(Says("Hello"));
        var thread = Enumerable.Range(1, 50).Select(n => (ThreadItem)(n % 2 == 1 ? Customer(n, $"Q{n}.") : new AssistantMessage(n, $"A{n}.")));
        await Assistant.TakeAsync(Steps.Request([.. thread, Customer(51, "Now?")]), Stop);
        var carried = Body(AssistantsCall.CreateRun)["additional_messages"]!.AsArray();
        Assert.Equal(32, carried.Count);
        var all = string.Concat(carried.Select(message => message!["content"]));
        Assert.All(Enumerable.Range(1, 50), n => Assert.Contains($"{(n % 2 == 1 ? 'Q' : 'A')}{n}.", all));
    }

    [Fact]
    public async Task The_check_calls_a_tool_and_leaves_no_run_behind()
    {
        Thinks(Calls("ping", "{}"), Says("Pong!"));
        Assert.Null(await Assistant.CheckAsync(Stop));
        Assert.Equal(["cancelled"], Server.RunStatuses);
        Assert.Contains("Assistant:Model", await Assistant.CheckAsync(Stop));
    }

    private JsonObject Body(AssistantsCall call) => Server.Bodies(call)[^1];
}
