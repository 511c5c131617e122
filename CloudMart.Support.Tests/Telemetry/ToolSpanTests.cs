using System.Diagnostics;
using CloudMart.Support.Core.Orders;
using CloudMart.Support.Tests.Fakes;

namespace CloudMart.Support.Tests.Telemetry;

[Collection(Listening.Name)]
public sealed class ToolSpanTests : IAsyncDisposable
{
    private readonly HeardSpans _spans = new();
    private readonly SlowTool _slow = new();
    private readonly Desk _desk;

    public ToolSpanTests() => _desk = new Desk(services =>
    {
        new BrokenTool().AddTo(services);
        _slow.AddTo(services);
    });

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_call_is_told_by_the_conventions_for_tools()
    {
        await _desk.Store.AddMissingAsync([CornerShop.Order()], Stop);

        var (id, call) = await CallAsync("get_order", """{"orderId":"CM-7890"}""");

        AssertCalled("get_order", id, call);
        AssertNoError(call);
    }

    [Fact]
    public async Task What_the_rules_refuse_is_no_error()
    {
        await _desk.Store.AddMissingAsync([CornerShop.Order(status: OrderStatus.Delivered)], Stop);

        var (id, call) = await CallAsync("cancel_order", """{"orderId":"CM-7890"}""");

        AssertCalled("cancel_order", id, call);
        AssertNoError(call);
    }

    [Fact]
    public async Task A_tool_that_is_broken_is_an_error()
    {
        var (id, call) = await CallAsync("broken", "{}");

        AssertCalled("broken", id, call);
        AssertError(call);
    }

    [Fact]
    public async Task So_is_one_that_takes_too_long()
    {
        _desk.Assistant.Calls(("slow", "{}")).Says("Sorry.");
        var id = await _desk.SayAsync("Hi");
        var settling = _desk.SettleAsync();
        await _slow.Entered.Task.WaitAsync(TimeSpan.FromSeconds(30), Stop);

        _desk.Clock.Advance(TimeSpan.FromSeconds(10));
        await settling.WaitAsync(TimeSpan.FromSeconds(30), Stop);

        var call = CallOf(id);
        AssertCalled("slow", id, call);
        AssertError(call);
    }

    [Fact]
    public async Task A_tool_that_only_the_model_has_heard_of_has_no_name()
    {
        var (id, call) = await CallAsync("tell_the_vermilion_otter", "{}");

        AssertCalled("unknown", id, call);
        AssertNoError(call);
    }

    public async ValueTask DisposeAsync()
    {
        _spans.Dispose();
        await _desk.DisposeAsync();
    }

    private async Task<(string Id, Activity Call)> CallAsync(string tool, string arguments)
    {
        _desk.Assistant.Calls((tool, arguments)).Says("Well.");
        var id = await _desk.SayAsync("Hi");
        await _desk.SettleAsync();
        return (id, CallOf(id));
    }

    private Activity CallOf(string id) =>
        Assert.Single(_spans.TraceOf(Assert.Single(_spans.TurnsOf(id))), span => span.OperationName.StartsWith("execute_tool", StringComparison.Ordinal));

    private static void AssertCalled(string tool, string id, Activity call)
    {
        Assert.Equal($"execute_tool {tool}", call.OperationName);
        Assert.Equal("execute_tool", call.GetTagItem("gen_ai.operation.name"));
        Assert.Equal(tool, call.GetTagItem("gen_ai.tool.name"));
        Assert.Equal("function", call.GetTagItem("gen_ai.tool.type"));
        Assert.Equal(id, call.GetTagItem("gen_ai.conversation.id"));
    }

    private static void AssertError(Activity call) =>
        Assert.Equal(("tool_fault", ActivityStatusCode.Error), (call.GetTagItem("error.type"), call.Status));

    private static void AssertNoError(Activity call) =>
        Assert.Equal((null, ActivityStatusCode.Unset), (call.GetTagItem("error.type"), call.Status));
}
