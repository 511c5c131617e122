using CloudMart.Support.Core.Assistant;
using CloudMart.Support.Core.Conversations;
using CloudMart.Support.Tests.Fakes;
using Microsoft.Extensions.DependencyInjection;

namespace CloudMart.Support.Tests.Telemetry;

/// <summary>What dashboards for generative AI read, by the tags that they group by.</summary>
[Collection(Listening.Name)]
public sealed class ModelMetricsTests : IAsyncDisposable
{
    private const string Of = "gen_ai.operation.name=chat gen_ai.provider.name=azure.ai.openai gen_ai.request.model=gpt-test";
    private const string Tokens = "gen_ai.client.token.usage", Duration = "gen_ai.client.operation.duration";

    private readonly Desk _desk = new(services => services.Configure<AssistantOptions>(options =>
        (options.Provider, options.Model) = (AssistantProvider.AzureOpenAI, "gpt-test")));
    private readonly HeardMeasurements _heard;

    public ModelMetricsTests() => _heard = new HeardMeasurements(_desk.Meters);

    [Fact]
    public async Task A_step_tells_its_tokens_by_type_and_its_duration_without_an_error()
    {
        await ThinkAsync(new Answered("Hello.", Usage: new TokenUsage(40, 5)));

        Assert.Equal([(40, $"{Of} gen_ai.token.type=input"), (5, $"{Of} gen_ai.token.type=output")], _heard.Of(Tokens));
        Assert.Equal(Of, Assert.Single(_heard.Of(Duration)).Tags);
    }

    [Theory]
    [InlineData(StepFailure.Unavailable, "unavailable")]
    [InlineData(StepFailure.Misconfigured, "misconfigured")]
    [InlineData(StepFailure.Declined, "declined")]
    [InlineData(StepFailure.CutOff, "cut_off")]
    [InlineData(StepFailure.Expired, "expired")]
    public async Task A_step_that_fails_tells_how_with_its_duration_and_what_it_has_used_all_the_same(StepFailure failure, string error)
    {
        await ThinkAsync(new StepFailed(failure, "detail", Usage: new TokenUsage(40, 5)));

        Assert.Equal([(40, $"{Of} gen_ai.token.type=input"), (5, $"{Of} gen_ai.token.type=output")], _heard.Of(Tokens));
        Assert.Equal($"{Of} error.type={error}", Assert.Single(_heard.Of(Duration)).Tags);
    }

    [Fact]
    public async Task Where_nobody_told_what_was_used_none_is_counted()
    {
        await ThinkAsync(new Answered("Hello."));

        Assert.Empty(_heard.Of(Tokens));
        Assert.Single(_heard.Of(Duration));
    }

    [Fact]
    public async Task What_a_run_that_was_let_go_of_has_used_is_told_alike()
    {
        _desk.Assistant.UsedByAbandoned = new TokenUsage(1_000, 20);

        await ThinkAsync(new Holds("state"), new ToolsRequired("", [.. Enumerable.Repeat(new ToolCall("c", "list_orders", "{}"), 99)]));

        Assert.Equal([(1_000, $"{Of} gen_ai.token.type=input"), (20, $"{Of} gen_ai.token.type=output")], _heard.Of(Tokens));
    }

    public async ValueTask DisposeAsync()
    {
        _heard.Dispose();
        await _desk.DisposeAsync();
    }

    private async Task ThinkAsync(params AssistantUpdate[] updates)
    {
        _desk.Assistant.Then(updates);
        await _desk.SayAsync("Hi");
        await _desk.SettleAsync();
    }
}
