using System.Diagnostics;
using CloudMart.Support.Core.Conversations;
using CloudMart.Support.Core.Storage;
using CloudMart.Support.Core.Telemetry;
using CloudMart.Support.Tests.Fakes;

namespace CloudMart.Support.Tests.Telemetry;

[Collection(Listening.Name)]
public sealed class TurnTraceTests : IAsyncDisposable
{
    private readonly HeardSpans _spans = new();
    private readonly Desk _desk = new(services => services.AddStoreSpans());

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_turn_is_one_trace_from_what_was_said_to_the_commit_and_the_answer()
    {
        await _desk.Store.AddMissingAsync([CornerShop.Order()], Stop);
        _desk.Assistant.Calls(("cancel_order", """{"orderId":"CM-7890"}""")).Says("Done.");

        var id = await _desk.SayAsync("Cancel order CM-7890");
        await _desk.SettleAsync();

        var turn = Assert.Single(_spans.TurnsOf(id));
        var trace = _spans.TraceOf(turn);
        var run = Assert.Single(trace, span => span.OperationName == "run");
        Assert.Equal(turn.SpanId, run.ParentSpanId);
        Assert.Equal("answered", turn.GetTagItem(TelemetryNames.Outcome));
        Assert.Equal("answered", run.GetTagItem(TelemetryNames.RunEndReason));
        Assert.Equal(2, trace.Count(span => span.OperationName == "chat rules" && span.ParentSpanId == run.SpanId));
        var tool = Assert.Single(trace, span => span.OperationName == "execute_tool cancel_order");
        Assert.Equal((run.SpanId, "canceled"), (tool.ParentSpanId, tool.GetTagItem(TelemetryNames.Outcome)));
        Assert.Equal("call-0", tool.GetTagItem(TelemetryNames.ToolCallId));
        var commit = Assert.Single(trace, span => span.OperationName == "store commit");
        Assert.Equal((run.SpanId, "committed"), (commit.ParentSpanId, commit.GetTagItem(TelemetryNames.Outcome)));
        Assert.Contains(trace, span => span.OperationName == "store find" && span.ParentSpanId == tool.SpanId);
        Assert.Contains(trace, span => span.OperationName == "log append" && span.ParentSpanId == turn.SpanId);
        Assert.Contains(trace, span => span.OperationName == "log append" && span.ParentSpanId == run.SpanId);
        Assert.Contains(trace, span => span.OperationName == "owed clear" && span.ParentSpanId == turn.SpanId);
    }

    [Fact]
    public async Task A_step_is_told_by_the_conventions_for_generative_AI()
    {
        _desk.Assistant.TellsTales();

        var id = await _desk.SayAsync(TellTales.Said);
        await _desk.SettleAsync();

        var step = _spans.TraceOf(_spans.TurnsOf(id)[0]).First(span => span.OperationName == "chat rules");
        Assert.Equal(ActivityKind.Client, step.Kind);
        Assert.Equal("chat", step.GetTagItem("gen_ai.operation.name"));
        Assert.Equal("cloudmart.embedded", step.GetTagItem("gen_ai.provider.name"));
        Assert.Equal("rules", step.GetTagItem("gen_ai.request.model"));
        Assert.Equal(120L, step.GetTagItem("gen_ai.usage.input_tokens"));
        Assert.Equal(30L, step.GetTagItem("gen_ai.usage.output_tokens"));
        Assert.Equal(["tool_calls"], Assert.IsType<string[]>(step.GetTagItem("gen_ai.response.finish_reasons")));
    }

    [Fact]
    public async Task No_span_has_a_word_of_the_customer_of_the_model_or_of_a_card()
    {
        await _desk.Store.AddMissingAsync([CornerShop.Order()], Stop);
        _desk.Assistant.TellsTales();

        var id = await _desk.SayAsync(TellTales.Said);
        await _desk.SettleAsync();
        await _desk.SayAsync("Feed the vermilion otter", id);
        await _desk.SettleAsync();
        await _desk.Conversations.SayAsync(Desk.Ana, "zanzibar quince", null, TellTales.Said, Stop);

        Assert.Equal(2, _spans.TurnsOf(id).Count);
        Assert.Single(_desk.EventsOf(id).OfType<ActionProposed>());
        Assert.Contains(_spans.All, span => span.OperationName == "execute_tool unknown");
        Assert.All(_spans.All, span => Assert.False(TellTales.AreIn(HeardSpans.Told(span)), HeardSpans.Told(span)));
    }

    [Fact]
    public async Task A_run_that_a_newer_message_began_is_of_that_messages_trace()
    {
        var reached = new TaskCompletionSource();
        _desk.Assistant.Hangs("Let me", reached).Says("Both.");
        var id = await _desk.SayAsync("First", messageId: "m-1");
        var settling = _desk.SettleAsync();
        await reached.Task;

        await _desk.SayAsync("Second", id, "m-2");
        await settling;
        await _desk.SettleAsync();

        var runs = RunsOf(id, _spans);
        Assert.Equal(["superseded", "answered"], runs.Select(run => run.GetTagItem(TelemetryNames.RunEndReason)));
        var turns = _spans.TurnsOf(id).OrderBy(turn => turn.StartTimeUtc).ToList();
        Assert.Equal(turns.Select(turn => turn.SpanId), runs.Select(run => run.ParentSpanId));
        Assert.Equal(2, turns.Select(turn => turn.TraceId).Distinct().Count());
    }

    [Fact]
    public async Task What_a_sweep_resumes_and_nobody_here_has_heard_begins_a_trace_of_its_own()
    {
        _spans.Dispose();
        _desk.Assistant.Says("Here I am again.");
        var id = await _desk.SayAsync("Hi");

        using var later = new HeardSpans();
        await _desk.SweepAsync();

        var run = Assert.Single(RunsOf(id, later));
        Assert.Equal(default, run.ParentSpanId);
        Assert.Contains(later.TraceOf(run), span => span.OperationName == "log append");
    }

    [Fact]
    public async Task A_message_that_is_sent_again_is_no_turn_of_its_own()
    {
        _desk.Assistant.Says("Hello.");
        var id = await _desk.SayAsync("Hi", messageId: "m-1");
        await _desk.SayAsync("Hi", id, "m-1");
        await _desk.SettleAsync();

        Assert.Equal(["not_taken", "answered"], _spans.TurnsOf(id).Select(turn => turn.GetTagItem(TelemetryNames.Outcome)));
        Assert.Equal(_spans.TurnsOf(id)[1].SpanId, Assert.Single(_spans.All, span => span.OperationName == "run").ParentSpanId);
    }

    [Fact]
    public async Task A_turn_of_a_trace_that_is_not_sampled_leaves_no_part_of_itself_behind()
    {
        _spans.Dispose();
        using var sampled = new HeardSpans(heedsParents: true);
        _desk.Assistant.Says("Hello.");

        string id;
        using (new Activity("a request that is not sampled").Start())
        {
            id = await _desk.SayAsync("Hi");
        }

        await _desk.SettleAsync();

        Assert.False(_desk.StateOf(id).OwesAnswer);
        Assert.DoesNotContain(sampled.All, span => Equals(span.GetTagItem(TelemetryNames.ConversationId), id));
    }

    private static List<Activity> RunsOf(string id, HeardSpans spans) =>
        [.. spans.All.Where(span => span.OperationName == "run" && Equals(span.GetTagItem(TelemetryNames.ConversationId), id))];

    public async ValueTask DisposeAsync()
    {
        _spans.Dispose();
        await _desk.DisposeAsync();
    }
}
