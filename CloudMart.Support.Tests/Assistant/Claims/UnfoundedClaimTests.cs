using CloudMart.Support.Core.Assistant;
using CloudMart.Support.Core.Conversations;
using CloudMart.Support.Core.Orders;
using CloudMart.Support.Tests.Fakes;

namespace CloudMart.Support.Tests.Assistant.Claims;

public sealed class UnfoundedClaimTests : IAsyncDisposable
{
    private const string Claim = "I've canceled CM-7890.";

    private readonly Desk _desk = new();

    [Fact]
    public async Task A_claim_without_its_outcome_is_never_logged_as_said_and_the_assistant_is_asked_once_more_with_what_is_wrong()
    {
        _desk.Assistant.Says(Claim).Says("I can cancel CM-7890 if you like.");

        var id = await SettledAsync("Is CM-7890 still there?");

        Assert.Equal(["I can cancel CM-7890 if you like."], Said(id));
        Assert.Equal(Claim, Assert.Single(_desk.EventsOf(id).OfType<AnswerWithheld>()).Claim);
        var note = Assert.IsType<WithheldAnswer>(_desk.Assistant.Asked.Last().Thread[^1]);
        Assert.Contains(Claim, note.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(_desk.Assistant.Asked.Last().Thread, item => item is AssistantMessage);
        Assert.Equal(RunEndReason.Answered, _desk.EventsOf(id).OfType<RunEnded>().Single().Reason);
    }

    [Fact]
    public async Task Claimed_again_it_is_replaced_by_what_the_log_says()
    {
        _desk.Assistant.Says(Claim).Says("Really, CM-7890 has been canceled.");

        var id = await SettledAsync("Is CM-7890 still there?");

        Assert.Equal(["Nothing was changed just now. Tell me what you would like, or ask for a person."], Said(id));
        Assert.Equal(2, _desk.Assistant.Asked.Count);
        Assert.Equal(2, _desk.EventsOf(id).OfType<AnswerWithheld>().Count());
        Assert.Equal(RunStatus.Completed, _desk.EventsOf(id).OfType<RunEnded>().Single().Status);
        Assert.False(_desk.StateOf(id).OwesAnswer);
    }

    [Fact]
    public async Task What_was_done_in_the_run_and_what_waits_there_is_told_instead()
    {
        await HasAsync("CM-1", "CM-2");
        _desk.Assistant
            .Calls(("cancel_order", """{"orderId":"CM-1"}"""), ("cancel_order", """{"orderId":"CM-2"}"""))
            .Says("I've canceled CM-1 and CM-2.")
            .Says("Both orders, CM-1 and CM-2, have been canceled.");

        var id = await SettledAsync("Cancel order CM-1");

        var said = Assert.Single(Said(id));
        Assert.StartsWith("CM-1 canceled. Nothing else has been changed. This waits for your answer on its card: ", said, StringComparison.Ordinal);
        Assert.Contains("CM-2", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Asked_again_it_may_do_what_it_had_claimed()
    {
        await HasAsync("CM-7890");
        _desk.Assistant.Says(Claim).Calls(("cancel_order", """{"orderId":"CM-7890"}""")).Says(Claim);

        var id = await SettledAsync("Cancel order CM-7890");

        Assert.Equal([Claim], Said(id));
        Assert.Equal(OrderStatus.Canceled, (await _desk.Store.FindAsync("CM-7890", TestContext.Current.CancellationToken))!.Status);
    }

    [Fact]
    public async Task Words_that_pages_have_seen_are_withdrawn_from_them()
    {
        _desk.Assistant.Says(Claim).Says("It is still there.");
        var id = await _desk.SayAsync("Is CM-7890 still there?");
        await using var watching = await _desk.Feed.SubscribeAsync(FeedTopic.OfConversation(id), TestContext.Current.CancellationToken);

        await _desk.SettleAsync();

        var live = "";
        var seen = new List<string>();
        await foreach (var item in watching.ReadAllAsync(TestContext.Current.CancellationToken))
        {
            live = item switch
            {
                TextWritten piece => live[..piece.Offset] + piece.Text,
                TextWithdrawn => "",
                _ => live,
            };
            seen.Add(live);
            if (item is EntryAppended { Entry: var entry } && entry.Events.Any(e => e.Event is RunEnded))
            {
                break;
            }
        }

        Assert.Equal(["", Claim, "", "It is still there."], seen.Aggregate(new List<string>(), (all, now) => all is [.., var last] && last == now ? all : [.. all, now]));
    }

    [Theory]
    [InlineData("""{"orderId":"CM-7890"}""", "Cancel order CM-7890", "I've canceled CM-7890. Your refund is on its way.")]
    [InlineData("""{"orderId":"CM-7890"}""", "Cancel order CM-7890", "Your order has been canceled.")]
    public async Task A_claim_right_after_its_outcome_passes(string arguments, string asked, string said)
    {
        await HasAsync("CM-7890");
        _desk.Assistant.Calls(("cancel_order", arguments)).Says(said);

        var id = await SettledAsync(asked);

        Assert.Equal([said], Said(id));
    }

    [Theory]
    [InlineData("CM-7890 was canceled.")]
    [InlineData("Yes, I've canceled CM-7890.")]
    [InlineData("You canceled CM-7890 yesterday.")]
    public async Task What_an_earlier_run_did_may_be_told_later(string said)
    {
        await HasAsync("CM-7890");
        _desk.Assistant.Calls(("cancel_order", """{"orderId":"CM-7890"}""")).Says("Done.").Says(said);
        var id = await SettledAsync("Cancel order CM-7890");

        await SettledAsync("What became of it?", id);

        Assert.Equal(["Done.", said], Said(id));
    }

    [Fact]
    public async Task What_an_earlier_run_did_does_not_bear_out_a_claim_that_names_no_order()
    {
        await HasAsync("CM-7890", "CM-2");
        _desk.Assistant.Calls(("cancel_order", """{"orderId":"CM-7890"}""")).Says("Done.").Says("I've canceled your order.").Says("Shall I cancel CM-2?");
        var id = await SettledAsync("Cancel order CM-7890");

        await SettledAsync("CM-2 should go too", id);

        Assert.Equal(["Done.", "Shall I cancel CM-2?"], Said(id));
    }

    [Fact]
    public async Task What_can_be_done_again_has_to_be_done_again_for_what_is_asked_now()
    {
        await HasAsync("CM-7890");
        const string First = """{"orderId":"CM-7890","address":{"line1":"12 Oak Ave","line2":null,"city":"Portland","state":"OR","zip":"97201","country":"USA"}}""";
        _desk.Assistant.Calls(("change_shipping_address", First)).Says("Please confirm.");
        var id = await SettledAsync("Send CM-7890 to 12 Oak Ave, Portland, OR 97201");
        await _desk.Actions.ConfirmAsync(Desk.Ana, id, Assert.Single(_desk.StateOf(id).Actions).Action, TestContext.Current.CancellationToken);
        await _desk.SettleAsync();
        Assert.Equal(OperationEnding.Done, Assert.Single(_desk.EventsOf(id).OfType<OperationEnded>()).Ending);

        _desk.Assistant.Says("I've updated the shipping address of CM-7890 to 9 Elm St.").Says("Which zip code is that?");
        await SettledAsync("Actually send it to 9 Elm St", id);

        Assert.Equal(["Please confirm.", "Which zip code is that?"], Said(id));
    }

    [Fact]
    public async Task Already_canceled_is_an_outcome_as_well()
    {
        await HasAsync("CM-7890");
        _desk.Assistant.Calls(("cancel_order", """{"orderId":"CM-7890"}""")).Says("Done.");
        await SettledAsync("Cancel order CM-7890");
        _desk.Assistant.Calls(("cancel_order", """{"orderId":"CM-7890"}""")).Says("CM-7890 is already canceled.");

        var id = await SettledAsync("Cancel order CM-7890");

        Assert.Equal(["CM-7890 is already canceled."], Said(id));
    }

    [Fact]
    public async Task What_a_look_at_the_order_shows_may_be_told()
    {
        await _desk.Store.AddMissingAsync([CornerShop.Order("CM-7890", OrderStatus.Canceled)], TestContext.Current.CancellationToken);
        _desk.Assistant.Calls(("get_order", """{"orderId":"CM-7890"}""")).Says("CM-7890 is already canceled.");

        var id = await SettledAsync("Where is CM-7890?");

        Assert.Equal(["CM-7890 is already canceled."], Said(id));
    }

    [Fact]
    public async Task What_a_card_did_may_be_told()
    {
        await HasAsync("CM-7890");
        _desk.Assistant.Calls(("cancel_order", """{"orderId":"CM-7890"}""")).Says("Please answer the card.").Says("I've canceled CM-7890.");
        var id = await SettledAsync("I think CM-7890 should go");

        await SettledAsync("yes", id);

        Assert.Equal("I've canceled CM-7890.", Said(id).Last());
        Assert.Empty(_desk.EventsOf(id).OfType<AnswerWithheld>());
    }

    [Fact]
    public async Task A_card_that_waits_bears_nothing_out()
    {
        await HasAsync("CM-7890");
        _desk.Assistant.Calls(("cancel_order", """{"orderId":"CM-7890"}""")).Says(Claim).Says("Please answer the card.");

        var id = await SettledAsync("I think CM-7890 should go");

        Assert.Equal(["Please answer the card."], Said(id));
    }

    [Fact]
    public async Task Another_orders_outcome_bears_nothing_out()
    {
        await HasAsync("CM-1", "CM-7890");
        _desk.Assistant.Calls(("cancel_order", """{"orderId":"CM-1"}""")).Says(Claim).Says("CM-1 is canceled.");

        var id = await SettledAsync("Cancel order CM-1");

        Assert.Equal(["CM-1 is canceled."], Said(id));
    }

    [Fact]
    public async Task What_is_claimed_before_tools_are_asked_for_is_left_out_and_the_tools_work()
    {
        await HasAsync("CM-7890");
        _desk.Assistant.Then(
            new TextPiece(Claim), new ToolsRequired(Claim, [new("c", "get_order", """{"orderId":"CM-7890"}""")])).Says("It is pending.");

        var id = await SettledAsync("Where is CM-7890?");

        Assert.Equal("", _desk.EventsOf(id).OfType<ToolRequested>().Single().Text);
        Assert.Single(_desk.EventsOf(id).OfType<ToolAnswered>());
    }

    [Fact]
    public async Task A_claim_that_Stop_cut_off_does_not_stay()
    {
        var thinking = new TaskCompletionSource();
        _desk.Assistant.Hangs("I've canceled CM-78", thinking);
        var id = await _desk.SayAsync("Is CM-7890 still there?");
        var settling = _desk.SettleAsync();
        await thinking.Task;

        await _desk.Conversations.StopAsync(Desk.Ana, id, TestContext.Current.CancellationToken);
        await settling;

        Assert.Empty(Said(id));
        Assert.Equal(RunEndReason.StoppedByCustomer, _desk.EventsOf(id).OfType<RunEnded>().Single().Reason);
    }

    [Fact]
    public async Task On_the_last_step_nobody_is_asked_again()
    {
        await using var desk = new Desk(bounds: options => options.MaxSteps = 1);
        desk.Assistant.Says(Claim);

        var id = await desk.SayAsync("Is CM-7890 still there?");
        await desk.SettleAsync();

        Assert.StartsWith("Nothing was changed just now.", desk.EventsOf(id).OfType<AssistantSaid>().Single().Text, StringComparison.Ordinal);
        Assert.Single(desk.Assistant.Asked);
    }

    [Fact]
    public async Task The_tokens_of_a_withheld_answer_count()
    {
        _desk.Assistant
            .Then(new Answered(Claim, null, new TokenUsage(100, 10)))
            .Then(new Answered("It is still there.", null, new TokenUsage(120, 12)));

        var id = await SettledAsync("Is CM-7890 still there?");

        Assert.Equal(new TokenUsage(220, 22), _desk.StateOf(id).Usage);
    }

    public ValueTask DisposeAsync() => _desk.DisposeAsync();

    private Task HasAsync(params string[] orderIds) =>
        _desk.Store.AddMissingAsync([.. orderIds.Select(id => CornerShop.Order(id))], TestContext.Current.CancellationToken);

    private async Task<string> SettledAsync(string text, string? conversationId = null)
    {
        var id = await _desk.SayAsync(text, conversationId);
        await _desk.SettleAsync();
        return id;
    }

    private IEnumerable<string> Said(string id) => _desk.EventsOf(id).OfType<AssistantSaid>().Select(said => said.Text);
}
