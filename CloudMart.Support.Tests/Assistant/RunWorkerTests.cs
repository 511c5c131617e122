using System.Runtime.CompilerServices;
using CloudMart.Support.Core.Assistant;
using CloudMart.Support.Core.Conversations;
using CloudMart.Support.Core.Orders;
using CloudMart.Support.Tests.Fakes;

namespace CloudMart.Support.Tests.Assistant;

public sealed class RunWorkerTests : IAsyncDisposable
{
    private readonly Desk _desk = new(works: true);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_message_is_answered_without_anybody_waiting_for_it()
    {
        _desk.Assistant.Says("Hello.");

        var id = await _desk.SayAsync("Hi");

        await _desk.AnsweredAsync(id);
        Assert.Equal("Hello.", _desk.EventsOf(id).OfType<AssistantSaid>().Single().Text);
    }

    [Fact]
    public async Task Where_a_worker_is_free_the_run_begins_in_one_write_with_the_message()
    {
        var entries = new List<LogEntry>();
        _desk.Store.AfterAppend = entries.Add;
        _desk.Assistant.Says("Hello.");

        var id = await _desk.SayAsync("Hi");
        await _desk.AnsweredAsync(id);

        Assert.Equal(
            ["CustomerSaid RunStarted", "AssistantSaid RunEnded"],
            entries.Select(entry => string.Join(' ', entry.Events.Select(recorded => recorded.Event.GetType().Name))));
    }

    [Fact]
    public async Task A_message_that_waits_for_a_worker_does_not_use_up_its_runs_time()
    {
        await using var desk = new Desk(bounds: options => options.MaxConcurrentRuns = 1, works: true);
        var thinking = new TaskCompletionSource();
        desk.Assistant.Hangs("", thinking).Says("Both.").Says("Hello.");
        await desk.SayAsync("First");
        await thinking.Task;

        var waiting = await desk.SayAsync("Waits", customer: Desk.Ben);

        Assert.Null(desk.StateOf(waiting).Run);
        Assert.True(desk.StateOf(waiting).OwesAnswer);
    }

    [Fact]
    public async Task A_message_that_comes_in_while_its_conversation_is_worked_on_is_answered_too()
    {
        var thinking = new TaskCompletionSource();
        _desk.Assistant.Hangs("", thinking).Says("Both.");
        var id = await _desk.SayAsync("First");
        await thinking.Task;

        await _desk.SayAsync("Second", id);

        await _desk.AnsweredAsync(id);
        Assert.Equal("Both.", _desk.EventsOf(id).OfType<AssistantSaid>().Single().Text);
    }

    [Fact]
    public async Task A_bug_in_committing_a_call_ends_in_words_and_not_in_a_loop()
    {
        await _desk.Store.AddMissingAsync([CornerShop.Order()], Token);
        _desk.Assistant.Calls(("cancel_order", """{"orderId":"CM-7890"}"""));
        _desk.Store.BeforeAppend = entry => entry.Events.Any(e => e.Event is ToolAnswered { Changed: true })
            ? throw new InvalidOperationException("A bug.")
            : Task.CompletedTask;

        var id = await _desk.SayAsync("Cancel order CM-7890");
        await _desk.AnsweredAsync(id);

        Assert.False(_desk.EventsOf(id).OfType<ToolAnswered>().Single().Changed);
        Assert.Equal(RunStatus.Failed, _desk.EventsOf(id).OfType<RunEnded>().Single().Status);
        Assert.Equal(Owner.StaffQueue, _desk.StateOf(id).Owner);
        Assert.Equal(OrderStatus.Pending, _desk.Store["CM-7890"].Status);
        Assert.Equal("state", await _desk.Assistant.LetGo.Task.WaitAsync(TimeSpan.FromSeconds(30), Token)); // nothing is left at the provider
    }

    [Fact]
    public async Task What_waits_for_a_worker_is_not_queued_again_by_every_sweep()
    {
        await using var desk = new Desk(bounds: options => options.MaxConcurrentRuns = 1, works: true);
        var thinking = new TaskCompletionSource();
        desk.Assistant.Hangs("", thinking).Says("Both.").Says("Hello.");
        var first = await desk.SayAsync("First");
        await thinking.Task;
        var waiting = await desk.SayAsync("Waits", customer: Desk.Ben);

        for (var sweep = 0; sweep < 5; sweep++)
        {
            desk.Clock.Advance(TimeSpan.FromSeconds(2));
        }

        await desk.SayAsync("Second", first);
        await desk.AnsweredAsync(first);
        await desk.AnsweredAsync(waiting);
        Assert.Empty(desk.EventsOf(waiting).OfType<NothingWasOwed>());
    }

    [Fact]
    public async Task A_bug_in_carrying_out_what_was_agreed_to_ends_in_words_and_not_in_a_loop()
    {
        await _desk.FurnishAsync(ReturningShop.Order());
        _desk.Assistant.Calls(("return_items", """{"orderId":"CM-1","itemIds":["lamp"],"refundTo":"credit_card_4242"}""")).Says("Please look at the card.");
        var id = await _desk.SayAsync("Return the lamp");
        await _desk.AnsweredAsync(id);
        _desk.Store.BeforeAppend = entry => entry.Events.Any(e => e.Event is OperationEnded { Ending: OperationEnding.Done })
            ? throw new InvalidOperationException("A bug.")
            : Task.CompletedTask;

        await _desk.Actions.ConfirmAsync(Desk.Ana, id, _desk.EventsOf(id).OfType<ActionProposed>().Single().Action, Token);
        await _desk.AnsweredAsync(id);

        Assert.Equal(OperationEnding.Failed, _desk.EventsOf(id).OfType<OperationEnded>().Single().Ending);
        Assert.Single(_desk.EventsOf(id).OfType<HandedToStaff>());
        Assert.Equal(1, _desk.Store["CM-1"].Version);
    }

    [Fact]
    public async Task A_bug_ends_in_words_and_a_hand_over_and_the_worker_goes_on_with_the_others()
    {
        _desk.Assistant.Then((_, _) => throw new InvalidOperationException("A bug."));
        var broken = await _desk.SayAsync("Hi");
        await _desk.AnsweredAsync(broken);
        _desk.Assistant.Says("Hello.");

        var fine = await _desk.SayAsync("Hi again");

        await _desk.AnsweredAsync(fine);
        Assert.Equal(Owner.StaffQueue, _desk.StateOf(broken).Owner);
        Assert.DoesNotContain("A bug", _desk.EventsOf(broken).OfType<AssistantSaid>().Single().Text, StringComparison.Ordinal);
        Assert.Contains(_desk.Log.Lines, line => line.Exception?.Message == "A bug.");
    }

    [Fact]
    public async Task A_conversation_that_a_dead_node_left_owed_is_found_when_its_lease_is_over()
    {
        _desk.Assistant.Says("Here I am.");
        var id = ConversationService.FirstIdFor(Desk.Ana, "m1");
        await _desk.Store.MarkAsync(id, "customer-1", "a node that died", Token);
        await _desk.Store.AppendAsync(
            new LogEntry(id, "w", [new RecordedEvent(1, _desk.Clock.GetUtcNow(), new CustomerSaid("customer-1", "m1", "Hi"))]), Token);

        await _desk.AnsweredAsync(id, advancing: true);

        Assert.Equal("Here I am.", _desk.EventsOf(id).OfType<AssistantSaid>().Single().Text);
    }

    [Fact]
    public async Task When_the_host_stops_a_run_stays_live_and_owed_for_whoever_starts_next()
    {
        var thinking = new TaskCompletionSource();
        _desk.Assistant.Hangs("So", thinking);
        var id = await _desk.SayAsync("Hi");
        await thinking.Task;

        await _desk.StopAsync();

        Assert.NotNull(_desk.StateOf(id).Run);
        Assert.Equal([id], await _desk.Store.ListAsync(DateTimeOffset.MaxValue, 10, Token));
    }

    public ValueTask DisposeAsync() => _desk.DisposeAsync();
}
