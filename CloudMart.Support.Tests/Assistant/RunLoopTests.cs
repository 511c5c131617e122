using System.Text.Json;
using CloudMart.Support.Core;
using CloudMart.Support.Core.Assistant;
using CloudMart.Support.Core.Conversations;
using CloudMart.Support.Core.Orders;
using CloudMart.Support.Tests.Fakes;

namespace CloudMart.Support.Tests.Assistant;

public sealed class RunLoopTests : IAsyncDisposable
{
    private readonly Desk _desk = new();

    [Fact]
    public async Task An_answer_is_logged_and_nothing_is_owed_any_more()
    {
        _desk.Assistant.Says("Hello Ana.");

        var id = await _desk.SayAsync("Hi");
        await _desk.SettleAsync();

        Assert.Equal(
            [typeof(CustomerSaid), typeof(RunStarted), typeof(AssistantSaid), typeof(RunEnded)], _desk.EventsOf(id).Select(e => e.GetType()));
        Assert.False(_desk.StateOf(id).OwesAnswer);
        Assert.Empty(await _desk.Store.ListAsync(DateTimeOffset.MaxValue, 10, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Cancel_order_changes_the_order_once_and_the_outcome_goes_back_to_the_assistant()
    {
        await _desk.Store.AddMissingAsync([CornerShop.Order("CM-7890")], TestContext.Current.CancellationToken);
        _desk.Assistant.Calls(("cancel_order", """{"orderId":"CM-7890"}""")).Says("Done.");

        var id = await _desk.SayAsync("Cancel order CM-7890");
        await _desk.SettleAsync();

        var order = await _desk.Store.FindAsync("CM-7890", TestContext.Current.CancellationToken);
        Assert.Equal(OrderStatus.Canceled, order!.Status);
        var answered = Assert.Single(_desk.EventsOf(id).OfType<ToolAnswered>());
        Assert.True(answered.Changed);
        Assert.Equal(ReceiptKind.Done, answered.Receipt!.Kind);
        var round = Assert.Single(_desk.Assistant.Asked.Last().Thread.OfType<ToolRound>());
        Assert.Equal(answered.Output, round.Calls[0].Output);
        Assert.Equal("state", _desk.Assistant.Asked.Last().ProviderState);
    }

    [Theory]
    [InlineData(StepFailure.Declined, "CM-7890 canceled. I'm not able to say more to that.")]
    [InlineData(StepFailure.CutOff, "CM-7890 canceled. That answer got too long, so it ends here. Ask me for the part you need.")]
    public async Task Where_the_assistant_has_no_words_for_what_was_done_the_app_says_it(StepFailure failure, string said)
    {
        await _desk.Store.AddMissingAsync([CornerShop.Order("CM-7890")], TestContext.Current.CancellationToken);
        _desk.Assistant.Calls(("cancel_order", """{"orderId":"CM-7890"}""")).Then(new StepFailed(failure, "a filter"));

        var id = await _desk.SayAsync("Cancel order CM-7890");
        await _desk.SettleAsync();

        Assert.Equal(said, Assert.Single(_desk.EventsOf(id).OfType<AssistantSaid>()).Text);
    }

    [Fact]
    public async Task A_run_that_was_interrupted_too_often_is_left_off_and_nothing_of_what_it_asked_for_is_tried_again()
    {
        await _desk.Store.AddMissingAsync([CornerShop.Order("CM-7890")], TestContext.Current.CancellationToken);
        ConversationEvent[] resumed = [.. Enumerable.Range(0, NextMove.MaxResumes).Select(time => new RunResumed("r-1", $"claim-{time}"))];
        await _desk.Store.MarkAsync("c-1", "customer-1", "a node that died", TestContext.Current.CancellationToken);
        await _desk.Store.AppendAsync(
            Entries.Entry(
                "c-1", 1,
                [
                    new CustomerSaid("customer-1", "m-1", "Cancel order CM-7890"), new RunStarted("r-1", "claim"),
                    new ToolRequested("r-1", "", [new ToolCall("call-1", "cancel_order", """{"orderId":"CM-7890"}""")]), .. resumed,
                ]),
            TestContext.Current.CancellationToken);

        await _desk.SweepAsync();

        Assert.False(Assert.Single(_desk.EventsOf("c-1").OfType<ToolAnswered>()).Changed);
        Assert.Equal(RunEndReason.BoundReached, Assert.Single(_desk.EventsOf("c-1").OfType<RunEnded>()).Reason);
        Assert.Equal(Owner.StaffQueue, _desk.StateOf("c-1").Owner);
        Assert.Equal(OrderStatus.Pending, (await _desk.Store.FindAsync("CM-7890", TestContext.Current.CancellationToken))!.Status);
    }

    [Fact]
    public async Task A_run_that_had_to_wait_for_a_worker_is_stopped_before_it_thinks_where_it_was_stopped_meanwhile()
    {
        var stop = TestContext.Current.CancellationToken;
        var mark = await _desk.Store.MarkAsync("c-1", "customer-1", _desk.Get<NodeName>().Value, stop);
        await _desk.Store.AppendAsync(Entries.Entry("c-1", 1, new CustomerSaid("customer-1", "m-1", "Hi"), new RunStarted("r-1", "claim")), stop);
        var known = await _desk.Store.ReadAsync("c-1", 10, stop);
        await _desk.Conversations.StopAsync(Desk.Ana, "c-1", stop);

        await _desk.Get<ConversationWork>().SettleAsync(new RunTicket(known!, mark, AppendedSince: true, Desk.Ana, "claim"), "claim", stop);

        Assert.Empty(_desk.Assistant.Asked);
        Assert.Equal(RunEndReason.StoppedByCustomer, Assert.Single(_desk.EventsOf("c-1").OfType<RunEnded>()).Reason);
    }

    [Fact]
    public async Task Every_call_of_a_step_gets_an_output_also_unknown_tools_and_bad_JSON()
    {
        await _desk.Store.AddMissingAsync([CornerShop.Order("CM-1"), CornerShop.Order("CM-2")], TestContext.Current.CancellationToken);
        _desk.Assistant
            .Calls(
                ("get_order", """{"orderId":"CM-1"}"""),
                ("multi_tool_use.parallel", "{}"),
                ("get_order", "{\"orderId\":"),
                ("cancel_order", """{"orderId":"CM-2"}"""),
                ("get_order", """{"orderId":"CM-2"}"""))
            .Says("Done.");

        await _desk.SayAsync("Cancel order CM-2");
        await _desk.SettleAsync();

        var outcomes = _desk.Assistant.Asked.Last().Thread.OfType<ToolRound>().Single().Calls
            .Select(call => JsonDocument.Parse(call.Output).RootElement.GetProperty("outcome").GetString());
        Assert.Equal(["found", "error", "error", "canceled", "found"], outcomes);
    }

    [Fact]
    public async Task A_read_after_a_change_in_the_same_step_sees_the_change()
    {
        await _desk.Store.AddMissingAsync([CornerShop.Order("CM-2")], TestContext.Current.CancellationToken);
        _desk.Assistant
            .Calls(("cancel_order", """{"orderId":"CM-2"}"""), ("get_order", """{"orderId":"CM-2"}"""))
            .Says("Done.");

        await _desk.SayAsync("Cancel order CM-2");
        await _desk.SettleAsync();

        Assert.Contains("canceled", _desk.Assistant.Asked.Last().Thread.OfType<ToolRound>().Single().Calls[1].Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Several_rounds_in_one_run_come_back_in_order()
    {
        _desk.Assistant.Calls(("list_orders", "{}")).Calls(("get_order", """{"orderId":"CM-9"}""")).Says("That is all.");

        var id = await _desk.SayAsync("What did I order?");
        await _desk.SettleAsync();

        Assert.Equal([0, 1, 2], _desk.Assistant.Asked.Select(request => request.Step));
        Assert.Equal(RunStatus.Completed, _desk.EventsOf(id).OfType<RunEnded>().Single().Status);
    }

    [Fact]
    public async Task The_last_step_has_no_tools_and_asking_for_one_all_the_same_ends_in_words_and_a_hand_over()
    {
        await using var desk = new Desk(bounds: options => options.MaxSteps = 2);
        desk.Assistant.Calls(("list_orders", "{}")).Calls(("list_orders", "{}"));

        var id = await desk.SayAsync("Loop, please");
        await desk.SettleAsync();

        Assert.NotEmpty(desk.Assistant.Asked.First().Tools);
        Assert.Empty(desk.Assistant.Asked.Last().Tools);
        AssertGaveUp(desk, id);
    }

    [Fact]
    public async Task A_step_that_asks_for_too_many_tools_ends_in_words_and_a_hand_over()
    {
        await using var desk = new Desk(bounds: options => options.MaxCallsPerStep = 2);
        desk.Assistant.Calls(("list_orders", "{}"), ("list_orders", "{}"), ("list_orders", "{}"));

        var id = await desk.SayAsync("Everything");
        await desk.SettleAsync();

        AssertGaveUp(desk, id);
    }

    [Fact]
    public async Task A_provider_that_never_answers_is_given_up_after_the_run_time_and_what_was_shown_stays()
    {
        var hanging = new TaskCompletionSource();
        _desk.Assistant.Hangs("Let me see", hanging);

        var id = await _desk.SayAsync("Hello?");
        var settling = _desk.SettleAsync();
        await hanging.Task;
        _desk.Clock.Advance(TimeSpan.FromMinutes(2));
        await settling;

        AssertGaveUp(_desk, id);
        Assert.Contains(_desk.EventsOf(id), e => e is AssistantSaid { Interrupted: true, Text: "Let me see" });
    }

    [Fact]
    public async Task A_provider_that_never_answers_anybody_is_not_healthy()
    {
        for (var runs = 1; runs <= 3; runs++)
        {
            var hanging = new TaskCompletionSource();
            _desk.Assistant.Hangs("", hanging);
            await _desk.SayAsync("Hello?");
            var settling = _desk.SettleAsync();
            await hanging.Task;
            _desk.Clock.Advance(TimeSpan.FromMinutes(2));
            await settling;
        }

        Assert.True(_desk.Get<RecentSteps>().AreFailing);
        Assert.Contains(_desk.Log.Lines, line => line.Message.Contains("Expired", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_conversation_that_has_used_up_its_tokens_is_handed_over()
    {
        _desk.Assistant.Then(new ToolsRequired("", [new("c", "list_orders", "{}")], null, new TokenUsage(250_000, 10)));

        var id = await _desk.SayAsync("Hi");
        await _desk.SettleAsync();

        AssertGaveUp(_desk, id);
    }

    [Theory]
    [InlineData(StepFailure.Unavailable)]
    [InlineData(StepFailure.Misconfigured)]
    public async Task When_the_provider_can_not_be_used_the_customer_is_told_and_staff_are_asked(StepFailure failure)
    {
        _desk.Assistant.Then(new StepFailed(failure, "Assistant:ApiKey is wrong: 401"));

        var id = await _desk.SayAsync("Hi");
        await _desk.SettleAsync();

        Assert.Contains("can't answer right now", _desk.EventsOf(id).OfType<AssistantSaid>().Single().Text, StringComparison.Ordinal);
        Assert.Equal(Owner.StaffQueue, _desk.StateOf(id).Owner);
        Assert.DoesNotContain("ApiKey", JsonSerializer.Serialize(_desk.EventsOf(id).Cast<object>()), StringComparison.Ordinal);
        Assert.Contains(_desk.Log.Lines, line => line.Message.Contains("Assistant:ApiKey", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_answer_that_the_provider_cut_off_is_kept_and_marked_also_when_it_was_not_streamed()
    {
        _desk.Assistant.Then(new StepFailed(StepFailure.CutOff, "length", "Once upon a time"));

        var id = await _desk.SayAsync("Tell me everything");
        await _desk.SettleAsync();

        Assert.Contains(_desk.EventsOf(id), e => e is AssistantSaid { Interrupted: true, Text: "Once upon a time" });
        Assert.Equal(RunStatus.Incomplete, _desk.EventsOf(id).OfType<RunEnded>().Single().Status);
        Assert.Equal(Owner.Assistant, _desk.StateOf(id).Owner);
    }

    [Fact]
    public async Task A_customer_who_returns_to_the_assistant_gets_the_answer_that_had_failed()
    {
        _desk.Assistant.Then(new StepFailed(StepFailure.Unavailable, "503")).Says("Here I am.");
        var id = await _desk.SayAsync("Hi");
        await _desk.SettleAsync();

        await _desk.Conversations.ReturnToAssistantAsync(Desk.Ana, id, TestContext.Current.CancellationToken);
        await _desk.SettleAsync();

        Assert.Equal("Here I am.", _desk.EventsOf(id).OfType<AssistantSaid>().Last().Text);
        Assert.False(_desk.StateOf(id).OwesAnswer);
    }

    [Fact]
    public async Task While_a_conversation_waits_for_staff_the_assistant_says_nothing()
    {
        _desk.Assistant.Then(new StepFailed(StepFailure.Unavailable, "503"));
        var id = await _desk.SayAsync("Hi");
        await _desk.SettleAsync();

        await _desk.SayAsync("Anybody there?", id);
        await _desk.SettleAsync();

        Assert.Single(_desk.Assistant.Asked);
        Assert.Empty(await _desk.Store.ListAsync(DateTimeOffset.MaxValue, 10, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_tool_that_takes_too_long_is_answered_with_an_error_and_the_run_goes_on()
    {
        var slow = new SlowTool();
        await using var desk = new Desk(services => slow.AddTo(services));
        desk.Assistant.Calls(("slow", "{}")).Says("That took too long.");

        await desk.SayAsync("Hi");
        var settling = desk.SettleAsync();
        await slow.Entered.Task;
        desk.Clock.Advance(TimeSpan.FromSeconds(10));
        await settling;

        Assert.Contains("too long", desk.Assistant.Asked.Last().Thread.OfType<ToolRound>().Single().Calls[0].Output, StringComparison.Ordinal);
    }

    public ValueTask DisposeAsync() => _desk.DisposeAsync();

    private static void AssertGaveUp(Desk desk, string id)
    {
        Assert.Equal(RunEndReason.BoundReached, desk.EventsOf(id).OfType<RunEnded>().Single().Reason);
        Assert.Contains("our team", desk.EventsOf(id).OfType<AssistantSaid>().Last().Text, StringComparison.Ordinal);
        Assert.Equal(Owner.StaffQueue, desk.StateOf(id).Owner);
        Assert.False(desk.StateOf(id).OwesAnswer);
    }
}
