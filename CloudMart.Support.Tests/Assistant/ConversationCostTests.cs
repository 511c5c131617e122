using CloudMart.Support.Core.Assistant;
using CloudMart.Support.Core.Conversations;
using CloudMart.Support.Tests.Fakes;
using Microsoft.Extensions.DependencyInjection;

namespace CloudMart.Support.Tests.Assistant;

public sealed class ConversationCostTests : IAsyncDisposable
{
    private readonly Desk _desk = new(services => services.Configure<AssistantOptions>(options =>
        (options.InputPricePerMillion, options.OutputPricePerMillion) = (2.50m, 10m)));

    [Fact]
    public async Task Every_step_of_every_run_counts_its_tokens_and_its_cost()
    {
        _desk.Assistant
            .Then(new ToolsRequired("", [new("c", "list_orders", "{}")], null, new TokenUsage(1_000, 20)))
            .Then(new Answered("You have none.", null, new TokenUsage(1_200, 30)))
            .Then(new Answered("Bye.", null, new TokenUsage(1_300, 10)));
        var id = await SettledAsync("What did I order?");

        await SettledAsync("Thanks", id);

        Assert.Equal(new TokenUsage(3_500, 60) { Cost = 0.00935m }, _desk.StateOf(id).Usage);
    }

    [Theory]
    [InlineData(StepFailure.Unavailable)]
    [InlineData(StepFailure.Expired)]
    [InlineData(StepFailure.Declined)]
    [InlineData(StepFailure.CutOff)]
    public async Task A_step_that_failed_has_cost_as_well(StepFailure failure)
    {
        _desk.Assistant.Then(new StepFailed(failure, "why", "Some words", Usage: new TokenUsage(1_000, 20)));

        var id = await SettledAsync("Hi");

        Assert.Equal(new TokenUsage(1_000, 20) { Cost = 0.0027m }, _desk.StateOf(id).Usage);
    }

    [Fact]
    public async Task So_has_one_that_asked_for_too_much()
    {
        await using var desk = new Desk(bounds: options => options.MaxSteps = 1);
        desk.Assistant.Then(new ToolsRequired("", [new("c", "list_orders", "{}")], null, new TokenUsage(1_000, 20)));

        var id = await desk.SayAsync("Hi");
        await desk.SettleAsync();

        Assert.Equal(new TokenUsage(1_000, 20), desk.StateOf(id).Usage);
    }

    [Fact]
    public async Task And_one_whose_answer_came_too_late()
    {
        _desk.Assistant.Then(new Answered("Stale.", null, new TokenUsage(1_000, 20))).Then(new Answered("Fresh.", null, new TokenUsage(1_100, 20)));
        var id = await _desk.SayAsync("First");
        _desk.Store.BeforeAppend = async entry =>
        {
            if (entry.Events.Any(e => e.Event is AssistantSaid))
            {
                _desk.Store.BeforeAppend = _ => Task.CompletedTask;
                await _desk.SayAsync("Second", id);
            }
        };

        await _desk.SettleAsync();

        Assert.Equal(2_140, _desk.StateOf(id).Usage.Total);
    }

    [Fact]
    public async Task And_what_was_let_go_of_although_somebody_wrote_before_that_could_be_logged()
    {
        _desk.Assistant.Then(new Holds("state"), new ToolsRequired("", [.. Enumerable.Repeat(new ToolCall("c", "list_orders", "{}"), 99)]))
            .UsedByAbandoned = new(1_000, 20);
        var id = await _desk.SayAsync("Everything");
        _desk.Store.BeforeAppend = async entry =>
        {
            if (entry.Events.Any(e => e.Event is RunLetGo))
            {
                _desk.Store.BeforeAppend = _ => Task.CompletedTask;
                await _desk.SayAsync("Hello?", id);
            }
        };

        await _desk.SettleAsync();

        Assert.Equal(new TokenUsage(1_000, 20) { Cost = 0.0027m }, _desk.StateOf(id).Usage);
        Assert.Equal("Hello?", _desk.EventsOf(id).OfType<CustomerSaid>().Last().Text);
    }

    [Fact]
    public async Task Without_prices_tokens_are_counted_and_costs_are_not()
    {
        await using var desk = new Desk();
        desk.Assistant.Then(new Answered("Hello.", null, new TokenUsage(1_000, 20)));

        var id = await desk.SayAsync("Hi");
        await desk.SettleAsync();

        Assert.Equal(new TokenUsage(1_000, 20), desk.StateOf(id).Usage);
    }

    [Fact]
    public async Task A_server_that_counts_wrong_gives_no_tokens_back_and_overflows_nothing()
    {
        _desk.Assistant
            .Then(new ToolsRequired("", [new("c", "list_orders", "{}")], null, new TokenUsage(-1_000_000, -5)))
            .Then(new Answered("Hello.", null, new TokenUsage(long.MaxValue, long.MaxValue)));

        var id = await SettledAsync("Hi");

        Assert.Equal((100_000_000, 100_000_000), (_desk.StateOf(id).Usage.Input, _desk.StateOf(id).Usage.Output));
    }

    [Fact]
    public async Task A_conversation_at_its_cap_is_handed_over_with_words_and_the_model_is_not_asked_again_not_even_after_a_return_to_it()
    {
        await using var desk = new Desk(bounds: options => options.MaxTokensPerConversation = 1_000);
        desk.Assistant.Then(new Answered("The last words.", null, new TokenUsage(990, 10)));
        var id = await desk.SayAsync("Hi");
        await desk.SettleAsync();

        await desk.SayAsync("And now?", id);
        await desk.SettleAsync();
        AssertHandedOver(desk, id, times: 1);

        await desk.Conversations.ReturnToAssistantAsync(Desk.Ana, id, TestContext.Current.CancellationToken);
        await desk.SayAsync("And now?", id);
        await desk.SettleAsync();

        AssertHandedOver(desk, id, times: 2);
        Assert.Single(desk.Assistant.Asked);
    }

    public ValueTask DisposeAsync() => _desk.DisposeAsync();

    private static void AssertHandedOver(Desk desk, string id, int times)
    {
        Assert.Contains("I've passed this conversation to our team", desk.EventsOf(id).OfType<AssistantSaid>().Last().Text, StringComparison.Ordinal);
        Assert.Equal(times, desk.EventsOf(id).OfType<HandedToStaff>().Count());
        Assert.Contains("used up its tokens", desk.EventsOf(id).OfType<HandedToStaff>().Last().Reason, StringComparison.Ordinal);
        Assert.Equal(Owner.StaffQueue, desk.StateOf(id).Owner);
    }

    private async Task<string> SettledAsync(string text, string? conversationId = null)
    {
        var id = await _desk.SayAsync(text, conversationId);
        await _desk.SettleAsync();
        return id;
    }
}
