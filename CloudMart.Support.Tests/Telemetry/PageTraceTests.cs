using System.Diagnostics;
using Bunit;
using CloudMart.Support.Tests.Fakes;

namespace CloudMart.Support.Tests.Telemetry;

[Collection(Listening.Name)]
public sealed class PageTraceTests : IDisposable
{
    private readonly HeardSpans _spans = new();

    [Fact]
    public async Task What_is_sent_on_the_page_is_one_trace_from_there_to_the_answer()
    {
        await using var browser = new CustomersBrowser(opens: "");
        browser.Desk.Assistant.Says("Hello.");
        var room = await browser.OpenRoomAsync();
        using var circuit = new Activity("circuit").SetIdFormat(ActivityIdFormat.W3C);
        circuit.ActivityTraceFlags = ActivityTraceFlags.Recorded;
        circuit.Start();
        await room.InvokeAsync(() => room.Instance.SayAsync(null, "m-1", "Hi"));
        circuit.Stop();
        await browser.Desk.SettleAsync();

        var turn = Assert.Single(_spans.TurnsOf((await browser.Desk.Conversations.ListAsync(Desk.Ana, 1, null, Xunit.TestContext.Current.CancellationToken)).Conversations.Single().ConversationId));
        Assert.Equal((circuit.TraceId, circuit.SpanId), (turn.TraceId, turn.ParentSpanId));
        var trace = _spans.TraceOf(turn);
        var run = Assert.Single(trace, span => span.OperationName == "run");
        Assert.Equal(turn.SpanId, run.ParentSpanId);
        Assert.Contains(trace, span => span.OperationName == "chat rules" && span.ParentSpanId == run.SpanId);
    }

    public void Dispose() => _spans.Dispose();
}
