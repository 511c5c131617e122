using CloudMart.Support.Core.Assistant;
using CloudMart.Support.Core.Conversations;
using CloudMart.Support.Core.Orders;
using CloudMart.Support.Tests.Fakes;

namespace CloudMart.Support.Tests.Assistant;

public sealed class SupersedeTests : IAsyncDisposable
{
    private readonly Desk _desk = new();

    [Fact]
    public async Task A_newer_message_stops_a_thinking_run_and_one_new_run_covers_both()
    {
        var thinking = new TaskCompletionSource();
        _desk.Assistant.Hangs("You asked", thinking).Says("Both answered.");
        var id = await _desk.SayAsync("First");
        var settling = _desk.SettleAsync();
        await thinking.Task;

        await _desk.SayAsync("Second", id);
        await settling;
        await _desk.SettleAsync();

        Assert.Contains(_desk.EventsOf(id), e => e is AssistantSaid { Interrupted: true, Text: "You asked" });
        Assert.Equal(
            [RunEndReason.Superseded, RunEndReason.Answered], _desk.EventsOf(id).OfType<RunEnded>().Select(ended => ended.Reason));
        Assert.Equal(["First", "Second"], _desk.Assistant.Asked.Last().Thread.OfType<CustomerMessage>().Select(message => message.Text));
        Assert.Empty(await _desk.Store.ListAsync(DateTimeOffset.MaxValue, 10, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_message_that_only_the_lost_number_tells_of_stops_the_run_before_its_words_are_logged_as_an_answer()
    {
        var id = await _desk.SayAsync("First");
        _desk.Assistant.Says("Stale answer.").Says("Fresh answer.");
        _desk.Store.BeforeAppend = async entry =>
        {
            if (entry.Events.Any(e => e.Event is AssistantSaid))
            {
                _desk.Store.BeforeAppend = _ => Task.CompletedTask;
                await _desk.SayAsync("Second", id);
            }
        };

        await _desk.SettleAsync();

        Assert.Contains(_desk.EventsOf(id), e => e is AssistantSaid { Interrupted: true, Text: "Stale answer." });
        Assert.Single(_desk.EventsOf(id).OfType<AssistantSaid>(), said => !said.Interrupted);
    }

    [Fact]
    public async Task Never_between_a_logged_call_and_its_outcome()
    {
        await _desk.Store.AddMissingAsync([CornerShop.Order("CM-1")], TestContext.Current.CancellationToken);
        _desk.Assistant.Calls(("get_order", """{"orderId":"CM-1"}""")).Says("Answer to both.");
        var id = await _desk.SayAsync("Where is CM-1?");
        _desk.Store.BeforeAppend = async entry =>
        {
            if (entry.Events.Any(e => e.Event is ToolAnswered))
            {
                _desk.Store.BeforeAppend = _ => Task.CompletedTask;
                await _desk.SayAsync("And hurry", id);
            }
        };

        await _desk.SettleAsync();

        var kinds = _desk.EventsOf(id).Select(e => e.GetType().Name).ToList();
        Assert.True(kinds.IndexOf(nameof(ToolAnswered)) < kinds.IndexOf(nameof(RunEnded)));
        Assert.Equal(["state"], _desk.Assistant.Abandoned);
        Assert.Single(_desk.EventsOf(id).OfType<ToolAnswered>());
    }

    [Fact]
    public async Task A_message_that_takes_consent_back_before_the_commit_keeps_the_order()
    {
        await _desk.Store.AddMissingAsync([CornerShop.Order("CM-1")], TestContext.Current.CancellationToken);
        _desk.Assistant.Calls(("cancel_order", """{"orderId":"CM-1"}""")).Says("It is still there.");
        var id = await _desk.SayAsync("Cancel order CM-1");
        _desk.Store.BeforeAppend = async entry =>
        {
            if (entry.Events.Any(e => e.Event is ToolAnswered))
            {
                _desk.Store.BeforeAppend = _ => Task.CompletedTask;
                await _desk.SayAsync("Wait, no!", id);
            }
        };

        await _desk.SettleAsync();

        var order = await _desk.Store.FindAsync("CM-1", TestContext.Current.CancellationToken);
        Assert.Equal(OrderStatus.Pending, order!.Status);
        Assert.False(_desk.EventsOf(id).OfType<ToolAnswered>().Single().Changed);
    }

    [Fact]
    public async Task After_three_supersedes_in_a_row_the_run_finishes_and_the_newest_message_gets_its_own_answer()
    {
        var hangs = Enumerable.Range(0, 3).Select(_ => new TaskCompletionSource()).ToList();
        hangs.ForEach(hang => _desk.Assistant.Hangs("", hang));
        string id = await _desk.SayAsync("Message 0");
        _desk.Assistant
            .Then((_, _) => SaysAfter(() => _desk.SayAsync("Message 4", id)))
            .Says("Last answer.");
        var settling = _desk.SettleAsync();
        for (var number = 1; number <= 3; number++)
        {
            await hangs[number - 1].Task;
            await _desk.SayAsync($"Message {number}", id);
        }

        await _desk.AnsweredAsync(id, advancing: true);
        await settling;
        await _desk.SettleAsync();

        Assert.Equal(
            [RunEndReason.Superseded, RunEndReason.Superseded, RunEndReason.Superseded, RunEndReason.Answered, RunEndReason.Answered],
            _desk.EventsOf(id).OfType<RunEnded>().Select(ended => ended.Reason));
        Assert.False(_desk.StateOf(id).OwesAnswer);
    }

    [Fact]
    public async Task Ten_messages_in_two_seconds_end_in_one_answer_that_covers_them()
    {
        var hangs = Enumerable.Range(0, 3).Select(_ => new TaskCompletionSource()).ToList();
        hangs.ForEach(hang => _desk.Assistant.Hangs("Well", hang));
        _desk.Assistant.Says("All ten answered.");
        var id = await _desk.SayAsync("Message 1");
        var settling = _desk.SettleAsync();
        for (var number = 2; number <= 10; number++)
        {
            await (number <= 4 ? hangs[number - 2].Task : Task.CompletedTask);
            _desk.Clock.Advance(TimeSpan.FromMilliseconds(200));
            await _desk.SayAsync($"Message {number}", id);
        }

        await _desk.AnsweredAsync(id, advancing: true);
        await settling;

        Assert.Equal("All ten answered.", Assert.Single(_desk.EventsOf(id).OfType<AssistantSaid>(), said => !said.Interrupted).Text);
        Assert.Equal(4, _desk.EventsOf(id).OfType<RunEnded>().Count());
        Assert.Equal(
            Enumerable.Range(1, 10).Select(number => $"Message {number}"),
            _desk.Assistant.Asked.Last().Thread.OfType<CustomerMessage>().Select(message => message.Text));
        Assert.False(_desk.StateOf(id).OwesAnswer);
    }

    [Fact]
    public async Task A_stale_run_is_stopped_and_not_advised()
    {
        var thinking = new TaskCompletionSource();
        await _desk.Store.AddMissingAsync([CornerShop.Order("CM-1")], TestContext.Current.CancellationToken);
        _desk.Assistant.Calls(("get_order", """{"orderId":"CM-1"}""")).Hangs("It", thinking).Says("Never mind, then.");
        var id = await _desk.SayAsync("Where is CM-1?");
        var settling = _desk.SettleAsync();
        await thinking.Task;

        await _desk.SayAsync("Never mind", id);
        await settling;
        await _desk.SettleAsync();

        var byRun = _desk.Assistant.Asked.GroupBy(request => request.RunId).ToList();
        Assert.Equal(2, byRun.Count);
        Assert.All(byRun[0], request => Assert.Equal(["Where is CM-1?"], request.Thread.OfType<CustomerMessage>().Select(message => message.Text)));
        Assert.Equal(["Where is CM-1?", "Never mind"], Assert.Single(byRun[1]).Thread.OfType<CustomerMessage>().Select(message => message.Text));
    }

    [Fact]
    public async Task Stop_ends_the_run_at_once_and_keeps_what_was_shown()
    {
        var thinking = new TaskCompletionSource();
        _desk.Assistant.Hangs("Well, let me", thinking);
        var id = await _desk.SayAsync("Tell me a long story");
        var settling = _desk.SettleAsync();
        await thinking.Task;

        await _desk.Conversations.StopAsync(Desk.Ana, id, TestContext.Current.CancellationToken);
        await settling;

        Assert.Equal(RunEndReason.StoppedByCustomer, _desk.EventsOf(id).OfType<RunEnded>().Single().Reason);
        Assert.Contains(_desk.EventsOf(id), e => e is AssistantSaid { Interrupted: true, Text: "Well, let me" });
        Assert.False(_desk.StateOf(id).OwesAnswer);
    }

    [Fact]
    public async Task A_stranger_can_not_stop_a_run()
    {
        var thinking = new TaskCompletionSource();
        _desk.Assistant.Hangs("", thinking);
        var id = await _desk.SayAsync("Hi");
        using var enough = new CancellationTokenSource();
        var settling = _desk.SettleAsync(enough.Token);
        await thinking.Task;

        await _desk.Conversations.StopAsync(Desk.Ben, id, TestContext.Current.CancellationToken);

        Assert.DoesNotContain(_desk.EventsOf(id), e => e is RunStopRequested);
        await enough.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => settling);
    }

    public ValueTask DisposeAsync() => _desk.DisposeAsync();

    private static async IAsyncEnumerable<AssistantUpdate> SaysAfter(Func<Task> first)
    {
        await first();
        yield return new Answered("An answer.");
    }
}
