using System.Diagnostics;
using CloudMart.Support.Core.Assistant;
using CloudMart.Support.Tests.Fakes;
using Microsoft.Extensions.DependencyInjection;

namespace CloudMart.Support.Tests.Telemetry;

[Collection(Listening.Name)]
public sealed class ModelSpanTests : IAsyncDisposable
{
    private readonly HeardSpans _spans = new();
    private readonly Desk _desk = new(services => services.Configure<AssistantOptions>(options =>
        (options.Provider, options.Model) = (AssistantProvider.AzureOpenAI, "gpt-test")));

    public static TheoryData<StepFailure, string, string?> Failures => new()
    {
        { StepFailure.Unavailable, "unavailable", null },
        { StepFailure.Misconfigured, "misconfigured", null },
        { StepFailure.Declined, "declined", "content_filter" },
        { StepFailure.CutOff, "cut_off", "length" },
        { StepFailure.Expired, "expired", null },
    };

    [Fact]
    public async Task A_step_says_whose_it_is_and_who_thinks_and_that_it_has_answered()
    {
        _desk.Assistant.Says("Hello.");

        var (id, step) = await ThinkAsync();

        AssertAsked(id, step);
        Assert.Equal(["stop"], Assert.IsType<string[]>(step.GetTagItem("gen_ai.response.finish_reasons")));
        Assert.Equal((null, ActivityStatusCode.Unset), (step.GetTagItem("error.type"), step.Status));
    }

    [Theory]
    [MemberData(nameof(Failures))]
    public async Task A_step_that_fails_says_how_and_why_it_finished_where_the_model_did(StepFailure failure, string error, string? finish)
    {
        _desk.Assistant.Then(new StepFailed(failure, "detail"));

        var (id, step) = await ThinkAsync();

        AssertAsked(id, step);
        Assert.Equal((error, ActivityStatusCode.Error), (step.GetTagItem("error.type"), step.Status));
        Assert.Equal(finish is null ? null : [finish], step.GetTagItem("gen_ai.response.finish_reasons") as string[]);
    }

    [Fact]
    public async Task A_step_that_broke_on_a_bug_is_an_error_of_its_kind()
    {
        _desk.Assistant.Then((_, _) => throw new InvalidOperationException("A bug."));
        var id = await _desk.SayAsync("Hi");

        await Assert.ThrowsAsync<InvalidOperationException>(() => _desk.SettleAsync());

        var step = StepOf(id);
        Assert.Equal(("System.InvalidOperationException", ActivityStatusCode.Error), (step.GetTagItem("error.type"), step.Status));
    }

    [Fact]
    public async Task A_step_that_was_stopped_is_unfinished_and_no_error()
    {
        var reached = new TaskCompletionSource();
        _desk.Assistant.Hangs("Let me", reached);
        var id = await _desk.SayAsync("Hi");
        var settling = _desk.SettleAsync();
        await reached.Task;

        await _desk.Conversations.StopAsync(Desk.Ana, id, TestContext.Current.CancellationToken);
        await settling;

        var step = StepOf(id);
        AssertAsked(id, step);
        Assert.Equal("unfinished", step.GetTagItem("cloudmart.outcome"));
        Assert.Equal((null, ActivityStatusCode.Unset), (step.GetTagItem("error.type"), step.Status));
    }

    public async ValueTask DisposeAsync()
    {
        _spans.Dispose();
        await _desk.DisposeAsync();
    }

    private async Task<(string Id, Activity Step)> ThinkAsync()
    {
        var id = await _desk.SayAsync("Hi");
        await _desk.SettleAsync();
        return (id, StepOf(id));
    }

    private Activity StepOf(string id) =>
        Assert.Single(_spans.TraceOf(Assert.Single(_spans.TurnsOf(id))), span => span.Kind == ActivityKind.Client);

    private static void AssertAsked(string id, Activity step)
    {
        Assert.Equal("chat gpt-test", step.OperationName);
        Assert.Equal("chat", step.GetTagItem("gen_ai.operation.name"));
        Assert.Equal("azure.ai.openai", step.GetTagItem("gen_ai.provider.name"));
        Assert.Equal("gpt-test", step.GetTagItem("gen_ai.request.model"));
        Assert.Equal(id, step.GetTagItem("gen_ai.conversation.id"));
    }
}
