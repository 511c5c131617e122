using CloudMart.Support.Core.Assistant;
using CloudMart.Support.Core.Conversations;
using CloudMart.Support.Core.Orders;
using CloudMart.Support.Tests.Fakes;

namespace CloudMart.Support.Tests.Assistant;

public sealed class RecoveryTests : IAsyncDisposable
{
    private static readonly Type[] OneCancelTurn =
    [
        typeof(CustomerSaid), typeof(RunStarted), typeof(ToolRequested), typeof(ToolAnswered), typeof(AssistantSaid), typeof(RunEnded),
    ];

    private readonly Desk _desk = new();

    public static TheoryData<string> Facts =>
        [nameof(CustomerSaid), nameof(RunStarted), nameof(ToolRequested), nameof(ToolAnswered), nameof(AssistantSaid)];

    [Theory]
    [MemberData(nameof(Facts))]
    public async Task A_crash_after_any_append_is_settled_by_the_next_sweep_with_one_change_and_one_answer(string lastBeforeCrash)
    {
        await _desk.Store.AddMissingAsync([CornerShop.Order("CM-7890")], TestContext.Current.CancellationToken);
        _desk.Assistant.Then(Thinks).Then(Thinks).Then(Thinks);
        _desk.Store.AfterAppend = entry => CrashIf(entry.Events.Any(e => e.Event.GetType().Name == lastBeforeCrash));
        var id = ConversationService.FirstIdFor(Desk.Ana, "m1");

        await SayAndCrashAsync("Cancel order CM-7890");
        _desk.Store.AfterAppend = _ => { };
        _desk.Clock.Advance(IOwedAnswers.LeaseTime);
        await _desk.SweepAsync();

        Assert.Equal(
            OneCancelTurn, _desk.EventsOf(id).Select(e => e.GetType()).Where(type => type != typeof(RunResumed) && type != typeof(NothingWasOwed)));
        Assert.Equal(2, (await _desk.Store.FindAsync("CM-7890", TestContext.Current.CancellationToken))!.Version);
        Assert.False(_desk.StateOf(id).OwesAnswer);
        Assert.Empty(await _desk.Store.ListAsync(DateTimeOffset.MaxValue, 10, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task After_a_crash_the_model_is_not_asked_again_about_logged_calls()
    {
        await _desk.Store.AddMissingAsync([CornerShop.Order("CM-7890")], TestContext.Current.CancellationToken);
        _desk.Assistant.Calls(("cancel_order", """{"orderId":"CM-7890"}""")).Says("Done.");
        _desk.Store.AfterAppend = entry => CrashIf(entry.Events.Any(e => e.Event is ToolRequested));

        await SayAndCrashAsync("Cancel order CM-7890");
        _desk.Store.AfterAppend = _ => { };
        _desk.Clock.Advance(IOwedAnswers.LeaseTime);
        await _desk.SweepAsync();

        Assert.Equal(2, _desk.Assistant.Asked.Count);
    }

    [Fact]
    public async Task A_worker_that_was_overtaken_while_it_thought_changes_nothing_when_it_wakes()
    {
        await _desk.Store.AddMissingAsync([CornerShop.Order("CM-7890")], TestContext.Current.CancellationToken);
        var paused = new TaskCompletionSource();
        var wake = new TaskCompletionSource();
        _desk.Assistant
            .Then((_, _) => WakesLate(paused, wake))
            .Says("Answered by the second worker.");
        var id = await _desk.SayAsync("Cancel order CM-7890");
        var first = _desk.SettleAsync();
        await paused.Task;

        _desk.Clock.Advance(IOwedAnswers.LeaseTime);
        await _desk.SweepAsync();
        var settled = _desk.EventsOf(id);
        wake.SetResult();
        await first;

        Assert.Equal(settled, _desk.EventsOf(id));
        var order = await _desk.Store.FindAsync("CM-7890", TestContext.Current.CancellationToken);
        Assert.Equal(OrderStatus.Pending, order!.Status);
    }

    [Fact]
    public async Task A_worker_that_was_overtaken_appends_nothing_while_the_other_is_still_at_work()
    {
        var (paused, wake) = (new TaskCompletionSource(), new TaskCompletionSource());
        var (pausedToo, wakeToo) = (new TaskCompletionSource(), new TaskCompletionSource());
        _desk.Assistant.Then((_, _) => WakesLate(paused, wake)).Then((_, _) => WakesLate(pausedToo, wakeToo)).Says("Done.");
        var id = await _desk.SayAsync("Cancel order CM-7890");
        var first = _desk.SettleAsync();
        await paused.Task;
        _desk.Clock.Advance(IOwedAnswers.LeaseTime);
        var second = _desk.SweepAsync();
        await pausedToo.Task;
        var before = _desk.EventsOf(id);

        wake.SetResult();
        await first;

        Assert.Equal(before, _desk.EventsOf(id));
        wakeToo.SetResult();
        await second;
        Assert.Single(_desk.EventsOf(id).OfType<ToolAnswered>());
    }

    [Fact]
    public async Task A_commit_whose_reply_was_lost_is_settled_and_not_repeated()
    {
        await _desk.Store.AddMissingAsync([CornerShop.Order("CM-7890")], TestContext.Current.CancellationToken);
        _desk.Assistant.Calls(("cancel_order", """{"orderId":"CM-7890"}""")).Says("Done.");
        _desk.Store.AfterAppend = entry =>
        {
            if (entry.Events.Any(e => e.Event is ToolAnswered))
            {
                _desk.Store.AfterAppend = _ => { };
                throw new TimeoutException("The reply was lost.");
            }
        };

        var id = await _desk.SayAsync("Cancel order CM-7890");
        await AdvancingAsync(_desk.SettleAsync());

        Assert.Equal(2, (await _desk.Store.FindAsync("CM-7890", TestContext.Current.CancellationToken))!.Version);
        Assert.Single(_desk.EventsOf(id).OfType<ToolAnswered>());
    }

    [Fact]
    public async Task While_the_store_is_away_watchers_are_told_and_the_run_goes_on_when_it_is_back()
    {
        _desk.Assistant.Says("Hello.");
        var id = await _desk.SayAsync("Hi");
        await using var watching = await _desk.Feed.SubscribeAsync(FeedTopic.OfConversation(id), TestContext.Current.CancellationToken);
        var failures = 3;
        _desk.Store.BeforeAppend = _ => failures-- > 0 ? throw new TimeoutException("Throttled.") : Task.CompletedTask;

        await AdvancingAsync(_desk.SettleAsync());

        Assert.Equal("Hello.", _desk.EventsOf(id).OfType<AssistantSaid>().Single().Text);
        await foreach (var item in watching.ReadAllAsync(TestContext.Current.CancellationToken))
        {
            if (item is RunDelayed)
            {
                break;
            }
        }
    }

    [Fact]
    public async Task A_mark_without_a_message_is_cleared_by_taking_the_number_so_that_a_late_writer_marks_again()
    {
        await _desk.Store.MarkAsync("c-1", "customer-1", "a node that died", TestContext.Current.CancellationToken);
        _desk.Clock.Advance(IOwedAnswers.LeaseTime);

        await _desk.SweepAsync();

        Assert.Equal([typeof(NothingWasOwed)], _desk.EventsOf("c-1").Select(e => e.GetType()));
        Assert.Empty(await _desk.Store.ListAsync(DateTimeOffset.MaxValue, 10, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task What_was_agreed_to_and_kills_every_worker_is_given_up_and_staff_are_asked()
    {
        var stop = TestContext.Current.CancellationToken;
        await _desk.Store.MarkAsync("c-1", "customer-1", "a node that died", stop);
        await _desk.Store.AppendAsync(Entries.Entry("c-1", 1, [.. SomeCards.Asked(expiry: Entries.At.AddMinutes(15)), SomeCards.Pressed]), stop);
        _desk.Store.BeforeAppend = entry => entry.Events is [{ Event: OperationEnded }]
            ? throw new InvalidOperationException("The node is gone.")
            : Task.CompletedTask;
        for (var taken = 0; taken < NextMove.MaxResumes; taken++)
        {
            _desk.Clock.Advance(IOwedAnswers.LeaseTime);
            await Assert.ThrowsAsync<InvalidOperationException>(_desk.SweepAsync);
        }

        _desk.Clock.Advance(IOwedAnswers.LeaseTime);
        await _desk.SweepAsync();

        Assert.Equal(OperationEnding.Failed, Assert.Single(_desk.EventsOf("c-1").OfType<OperationEnded>()).Ending);
        Assert.Equal((Owner.StaffQueue, true), (_desk.StateOf("c-1").Owner, _desk.StateOf("c-1").Actions.IsEmpty));
    }

    [Fact]
    public async Task A_message_marked_by_another_node_while_the_run_ended_is_not_forgotten()
    {
        _desk.Assistant.Says("One.").Says("Two.");
        var id = await _desk.SayAsync("First");
        _desk.Store.AfterAppend = entry =>
        {
            if (entry.Events.Any(e => e.Event is RunEnded))
            {
                _desk.Store.AfterAppend = _ => { };
                _desk.Store.MarkAsync(id, "customer-1", "another node", CancellationToken.None).GetAwaiter().GetResult();
            }
        };

        await _desk.SettleAsync();

        Assert.Equal([id], await _desk.Store.ListAsync(DateTimeOffset.MaxValue, 10, TestContext.Current.CancellationToken));
    }

    public ValueTask DisposeAsync() => _desk.DisposeAsync();

    /// <summary>A model: it asks for the cancellation until it sees an outcome.</summary>
    private static IAsyncEnumerable<AssistantUpdate> Thinks(AssistantRequest request, CancellationToken cancellationToken) =>
        new AssistantUpdate[]
        {
            request.Thread.OfType<ToolRound>().Any()
                ? new Answered("Done.")
                : new ToolsRequired("", [new ToolCall("c", "cancel_order", """{"orderId":"CM-7890"}""")]),
        }.ToAsyncEnumerable();

    private static async IAsyncEnumerable<AssistantUpdate> WakesLate(TaskCompletionSource paused, TaskCompletionSource wake)
    {
        paused.SetResult();
        await wake.Task;
        yield return new ToolsRequired("", [new ToolCall("c", "cancel_order", """{"orderId":"CM-7890"}""")]);
    }

    private static void CrashIf(bool now)
    {
        if (now)
        {
            throw new CrashException();
        }
    }

    private async Task SayAndCrashAsync(string text)
    {
        try
        {
            await _desk.SayAsync(text, messageId: "m1");
            await _desk.SettleAsync();
        }
        catch (CrashException)
        {
            return;
        }

        Assert.Fail("The crash did not happen.");
    }

    /// <summary>Moves the clock on while <paramref name="work"/> waits on it.</summary>
    private async Task AdvancingAsync(Task work)
    {
        while (!work.IsCompleted)
        {
            _desk.Clock.Advance(TimeSpan.FromMilliseconds(100));
            await Task.WhenAny(work, Task.Delay(1, TestContext.Current.CancellationToken)); // or the clock outruns a busy machine
        }

        await work;
    }

    private sealed class CrashException : Exception;
}
