using CloudMart.Support.Core.Assistant;
using CloudMart.Support.Core.Assistant.Consent;
using CloudMart.Support.Core.Conversations;
using CloudMart.Support.Core.Orders;
using CloudMart.Support.Core.Staff;
using CloudMart.Support.Tests.Fakes;
using Microsoft.Extensions.DependencyInjection;

namespace CloudMart.Support.Tests.Assistant.Consent;

/// <summary>From the wish to the card, and from the card to what is done: nothing happens that the customer has not agreed to, and that once.</summary>
public sealed class AskingByCardTests : IAsyncDisposable
{
    private const string ReturnLamp = """{"orderId":"CM-1","itemIds":["lamp"],"refundTo":"credit_card_4242"}""";
    private const string ReturnMug = """{"orderId":"CM-1","itemIds":["mug-black"],"refundTo":"credit_card_4242"}""";
    private const string ChangeAddress =
        """{"orderId":"CM-2","address":{"line1":"5 Oak Road","line2":null,"city":"Salem","state":"OR","zip":"97301","country":"USA"}}""";

    private const string ChangeMug = """{"orderId":"CM-2","changes":[{"itemId":"mug-black","newItemId":"mug-red"}],"paymentMethodId":"credit_card_4242"}""";

    private static readonly SignedInStaff Sam = new("staff-1", "Sam");

    private Desk _desk = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_wish_becomes_a_card_that_says_exactly_what_would_be_done_and_nothing_is_changed()
    {
        var id = await AskAsync("Return the lamp", ("return_items", ReturnLamp));

        var proposed = Assert.Single(_desk.EventsOf(id).OfType<ActionProposed>());
        Assert.Equal(("return_items", ReturnLamp), (proposed.Act, proposed.Arguments));
        Assert.Equal(("Return 1 item of CM-1", "Return items", "Keep items"), (proposed.Card.Title, proposed.Card.Confirm, proposed.Card.Decline));
        Assert.Equal(_desk.Clock.GetUtcNow() + TimeSpan.FromMinutes(15), proposed.ExpiresAt);
        Assert.Equal(OrderStatus.Delivered, (await OrderAsync("CM-1")).Status);
        Assert.Contains("waiting_for_customer", LastOutput(), StringComparison.Ordinal);
        Assert.False(_desk.StateOf(id).OwesAnswer);
    }

    [Fact]
    public async Task The_button_carries_it_out_once_without_asking_the_assistant_again()
    {
        var id = await AskAsync("Return the lamp", ("return_items", ReturnLamp));

        Assert.Equal(ActionResult.Taken, await ConfirmAsync(id));
        Assert.Equal(ActionResult.NotOpen, await ConfirmAsync(id));
        await _desk.SettleAsync();

        var ended = Assert.Single(_desk.EventsOf(id).OfType<OperationEnded>());
        Assert.Equal((OperationEnding.Done, "CM-1: return of 1 item requested"), (ended.Ending, ended.Receipt!.Headline));
        var order = await OrderAsync("CM-1");
        Assert.Equal((OrderStatus.ReturnRequested, 2), (order.Status, order.Version));
        Assert.Equal($"{id}/{CardOf(id).RequestedAt}/{CardOf(id).Index}", Assert.Single(order.History).Operation);
        Assert.Equal(2, _desk.Assistant.Asked.Count);
        Assert.Equal(ActionResult.NotOpen, await ConfirmAsync(id));
        Assert.Empty(await _desk.Store.ListAsync(10, Stop));
    }

    [Fact]
    public async Task A_typed_yes_counts_and_the_assistant_is_told_what_came_of_it()
    {
        var id = await AskAsync("Return the lamp", ("return_items", ReturnLamp));

        _desk.Assistant.Says("It is under way.");
        await _desk.SayAsync("yes", id);
        await _desk.SettleAsync();

        Assert.Equal(OrderStatus.ReturnRequested, (await OrderAsync("CM-1")).Status);
        Assert.Contains("\"outcome\":\"done\"", Assert.IsType<DeskNote>(_desk.Assistant.Asked.Last().Thread[^1]).Text, StringComparison.Ordinal);
        var confirmed = Assert.Single(_desk.EventsOf(id).OfType<ActionConfirmed>());
        Assert.Equal(_desk.StateOf(id).LastSaidAt, confirmed.SaidAt);
    }

    [Fact]
    public async Task A_typed_no_leaves_everything_as_it_is()
    {
        var id = await AskAsync("Return the lamp", ("return_items", ReturnLamp));

        _desk.Assistant.Says("All right.");
        await _desk.SayAsync("no", id);
        await _desk.SettleAsync();

        Assert.Single(_desk.EventsOf(id).OfType<ActionDeclined>());
        Assert.Contains("declined", Assert.IsType<DeskNote>(_desk.Assistant.Asked.Last().Thread[^1]).Text, StringComparison.Ordinal);
        Assert.Equal(1, (await OrderAsync("CM-1")).Version);
        Assert.Equal(ActionResult.NotOpen, await ConfirmAsync(id));
    }

    [Fact]
    public async Task With_two_cards_open_a_yes_is_asked_back_by_the_app_and_each_card_does_its_own_thing()
    {
        var id = await AskAsync("Send CM-2 to Salem and give me a red mug", ("change_shipping_address", ChangeAddress), ("change_items", ChangeMug));
        await _desk.SayAsync("yes", id);
        await _desk.SettleAsync();

        var asked = _desk.EventsOf(id).OfType<AssistantSaid>().Last().Text;
        Assert.Contains("Send CM-2 to another address", asked, StringComparison.Ordinal);
        Assert.Contains("Change 1 item of CM-2", asked, StringComparison.Ordinal);
        Assert.Equal(1, (await OrderAsync("CM-2")).Version);

        foreach (var card in _desk.EventsOf(id).OfType<ActionProposed>())
        {
            await _desk.Actions.ConfirmAsync(Desk.Ana, id, card.Action, Stop);
            await _desk.SettleAsync();
        }

        var order = await OrderAsync("CM-2");
        Assert.Equal((ReturningShop.Oak, "mug-red", 3), (order.ShipTo, order.Items[0].ItemId, order.Version));
    }

    [Fact]
    public async Task A_bare_cancel_is_asked_back()
    {
        var id = await AskAsync("Return the lamp", ("return_items", ReturnLamp));
        await _desk.SayAsync("cancel", id);
        await _desk.SettleAsync();

        Assert.Contains("Do you want to leave everything as it is?", _desk.EventsOf(id).OfType<AssistantSaid>().Last().Text, StringComparison.Ordinal);
        Assert.Equal(ActionStage.Proposed, Assert.Single(_desk.StateOf(id).Actions).Stage);
    }

    [Fact]
    public async Task A_card_expires_after_fifteen_minutes_for_button_and_words_alike()
    {
        var id = await AskAsync("Return the lamp", ("return_items", ReturnLamp));
        _desk.Clock.Advance(TimeSpan.FromMinutes(15));

        Assert.Equal(ActionResult.Expired, await ConfirmAsync(id));
        _desk.Assistant.Says("That took too long; shall I ask again?");
        await _desk.SayAsync("yes", id);
        await _desk.SettleAsync();

        Assert.Empty(_desk.EventsOf(id).OfType<ActionConfirmed>());
        Assert.Equal(1, (await OrderAsync("CM-1")).Version);
    }

    [Fact]
    public async Task What_no_longer_holds_when_it_is_confirmed_is_void()
    {
        var id = await AskAsync("I want a red mug", ("change_items", ChangeMug));
        await CommitAsync("CM-2", order => order with { Items = order.Items.SetItem(0, order.Items[0] with { Price = 11.00m }) });

        await ConfirmAsync(id);
        await _desk.SettleAsync();

        var ended = Assert.Single(_desk.EventsOf(id).OfType<OperationEnded>());
        Assert.Equal(OperationEnding.Void, ended.Ending);
        Assert.Contains("things have changed", ended.Receipt!.Headline, StringComparison.Ordinal);
        Assert.False((await OrderAsync("CM-2")).ItemsChanged);
    }

    [Fact]
    public async Task What_the_rules_refuse_meanwhile_says_why()
    {
        var id = await AskAsync("I want a red mug", ("change_items", ChangeMug));
        await CommitAsync("CM-2", order => order with { Status = OrderStatus.Processed });

        await ConfirmAsync(id);
        await _desk.SettleAsync();

        Assert.Equal("CM-2 was not changed: it is already being packed", Assert.Single(_desk.EventsOf(id).OfType<OperationEnded>()).Receipt!.Headline);
    }

    [Fact]
    public async Task The_same_wish_again_is_the_same_card_and_another_one_takes_its_place()
    {
        var id = await AskAsync("Return the lamp", ("return_items", ReturnLamp));
        await AgainAsync(id, "Well?", ("return_items", ReturnLamp));
        Assert.Single(_desk.EventsOf(id).OfType<ActionProposed>());

        await AgainAsync(id, "Rather a mug", ("return_items", ReturnMug));
        Assert.Equal(2, _desk.EventsOf(id).OfType<ActionProposed>().Count());
        Assert.Single(_desk.EventsOf(id).OfType<ActionWithdrawn>());
        Assert.Single(_desk.StateOf(id).Actions);
    }

    [Fact]
    public async Task A_model_that_keeps_asking_cannot_bury_the_customer_in_cards()
    {
        var orders = Enumerable.Range(10, 8).Select(n => ReturningShop.Order($"CM-{n}")).ToArray();
        await _desk.FurnishAsync([.. orders]);
        var id = await AskAsync("hello", [.. orders.Select(order => ("return_items", ReturnLamp.Replace("CM-1", order.OrderId, StringComparison.Ordinal)))]);

        Assert.Equal(ConsentGate.MaxOpenCards, _desk.StateOf(id).Actions.Length);
    }

    [Fact]
    public async Task Without_evidence_a_cancellation_is_a_card_too_and_with_it_none()
    {
        var id = await AskAsync("I don't need CM-2 any more", ("cancel_order", """{"orderId":"CM-2","reason":null}"""));
        Assert.Equal("Cancel CM-2", Assert.Single(_desk.EventsOf(id).OfType<ActionProposed>()).Card.Title);

        await AgainAsync(id, "Cancel order CM-2", ("cancel_order", """{"orderId":"CM-2","reason":null}"""));
        Assert.Equal(OrderStatus.Canceled, (await OrderAsync("CM-2")).Status);

        await ConfirmAsync(id);
        await _desk.SettleAsync();
        Assert.Equal("CM-2 was already canceled", Assert.Single(_desk.EventsOf(id).OfType<OperationEnded>()).Receipt!.Headline);
        Assert.Equal(2, (await OrderAsync("CM-2")).Version);
    }

    [Fact]
    public async Task Evidence_is_good_for_one_change()
    {
        await _desk.FurnishAsync(ReturningShop.Order("CM-3", OrderStatus.Pending));
        var id = await AskAsync("Cancel order CM-2", ("cancel_order", """{"orderId":"CM-2"}"""), ("cancel_order", """{"orderId":"CM-3"}"""));

        Assert.Equal(OrderStatus.Canceled, (await OrderAsync("CM-2")).Status);
        Assert.Equal(OrderStatus.Pending, (await OrderAsync("CM-3")).Status);
        Assert.Equal("CM-3", Assert.Single(_desk.StateOf(id).Actions).OrderId);
    }

    [Fact]
    public async Task With_AlwaysCard_even_the_plainest_order_to_cancel_is_asked()
    {
        await using var desk = _desk;
        _desk = new Desk(services => services.Configure<ConsentOptions>(options => options.Mode = ConsentMode.AlwaysCard));
        var id = await AskAsync("Cancel order CM-2", ("cancel_order", """{"orderId":"CM-2"}"""));

        Assert.Equal(OrderStatus.Pending, (await OrderAsync("CM-2")).Status);
        Assert.Single(_desk.StateOf(id).Actions);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_large_refund_waits_for_staff_after_the_customers_yes(bool approved)
    {
        await using var desk = _desk;
        _desk = new Desk(services => services.Configure<ApprovalOptions>(options => options.RefundAbove = 30m));
        var id = await AskAsync("Return the lamp", ("return_items", ReturnLamp));
        await ConfirmAsync(id);
        await _desk.SettleAsync();

        Assert.Equal("It gives back $40.00, which is more than $30.00.", Assert.Single(_desk.EventsOf(id).OfType<ApprovalRequested>()).Why);
        Assert.Equal(1, (await OrderAsync("CM-1")).Version);
        Assert.False(_desk.StateOf(id).OwesAnswer);

        Assert.True(await _desk.Approvals.DecideAsync(Sam, id, CardOf(id), approved, "Outside our terms", Stop));
        Assert.False(await _desk.Approvals.DecideAsync(Sam, id, CardOf(id), !approved, "", Stop));
        await _desk.SettleAsync();

        var ended = Assert.Single(_desk.EventsOf(id).OfType<OperationEnded>());
        Assert.Equal(approved ? OperationEnding.Done : OperationEnding.Rejected, ended.Ending);
        Assert.Equal(approved ? OrderStatus.ReturnRequested : OrderStatus.Delivered, (await OrderAsync("CM-1")).Status);
        Assert.Equal(approved ? null : "Outside our terms", approved ? null : ended.Receipt!.NextStep);
    }

    [Fact]
    public async Task A_plain_order_to_cancel_with_a_large_refund_waits_for_staff_too()
    {
        await using var desk = _desk;
        _desk = new Desk(services => services.Configure<ApprovalOptions>(options => options.RefundAbove = 30m));
        var id = await AskAsync("Cancel order CM-2", ("cancel_order", """{"orderId":"CM-2"}"""));

        Assert.Equal(ActionStage.AwaitingApproval, Assert.Single(_desk.StateOf(id).Actions).Stage);
        Assert.Equal(OrderStatus.Pending, (await OrderAsync("CM-2")).Status);
        await _desk.Approvals.DecideAsync(Sam, id, CardOf(id), true, "", Stop);
        await _desk.SettleAsync();
        Assert.Equal(OrderStatus.Canceled, (await OrderAsync("CM-2")).Status);
    }

    [Fact]
    public async Task What_was_agreed_to_is_carried_out_by_whoever_starts_next()
    {
        var id = await AskAsync("Return the lamp", ("return_items", ReturnLamp));
        await ConfirmAsync(id); // and here the node dies

        await _desk.SweepAsync();

        Assert.Equal(OrderStatus.ReturnRequested, (await OrderAsync("CM-1")).Status);
        Assert.Empty(await _desk.Store.ListAsync(10, Stop));
    }

    [Fact]
    public async Task Cards_survive_a_hand_over_and_still_do_their_thing()
    {
        var id = await AskAsync("Return the lamp and get me a person", ("return_items", ReturnLamp), ("hand_off_to_staff", """{"reason":"Asked","summary":"Wants a person"}"""));
        Assert.Contains("Waiting for the customer: Return 1 item of CM-1", Assert.Single(_desk.EventsOf(id).OfType<HandedToStaff>()).Summary, StringComparison.Ordinal);

        await ConfirmAsync(id);
        await _desk.SettleAsync();

        Assert.Equal(OrderStatus.ReturnRequested, (await OrderAsync("CM-1")).Status);
        Assert.Equal(Owner.StaffQueue, _desk.StateOf(id).Owner);
    }

    [Fact]
    public async Task A_yes_that_is_looked_at_too_late_does_nothing()
    {
        var id = await AskAsync("Return the lamp", ("return_items", ReturnLamp));
        await _desk.SayAsync("yes", id); // and here the server goes away
        _desk.Clock.Advance(TimeSpan.FromMinutes(16));

        _desk.Assistant.Says("That card has expired.");
        await _desk.SweepAsync();

        Assert.Empty(_desk.EventsOf(id).OfType<ActionConfirmed>());
        Assert.Equal(1, (await OrderAsync("CM-1")).Version);
    }

    [Fact]
    public async Task While_a_person_answers_a_typed_yes_still_counts_and_the_assistant_says_nothing()
    {
        var id = await AskAsync(
            "Return the lamp and get me a person", ("return_items", ReturnLamp), ("hand_off_to_staff", """{"reason":"Asked","summary":"Wants a person"}"""));

        await _desk.SayAsync("yes", id);
        await _desk.SettleAsync();

        Assert.Equal(OrderStatus.ReturnRequested, (await OrderAsync("CM-1")).Status);
        Assert.Equal(2, _desk.Assistant.Asked.Count);
        Assert.Empty(await _desk.Store.ListAsync(10, Stop));
    }

    [Fact]
    public async Task Several_hand_overs_in_one_step_are_one()
    {
        var handOff = ("hand_off_to_staff", """{"reason":"Asked","summary":"Wants a person"}""");
        var id = await AskAsync("A person!", handOff, handOff, handOff);
        Assert.Single(_desk.EventsOf(id).OfType<HandedToStaff>());
    }

    [Fact]
    public async Task A_reason_that_the_customer_did_not_give_is_not_kept_as_theirs()
    {
        await AskAsync("Cancel order CM-2", ("cancel_order", """{"orderId":"CM-2","reason":"The shop is bad"}"""));
        Assert.Null((await OrderAsync("CM-2")).CancelReason);
        Assert.DoesNotContain("bad", (await OrderAsync("CM-2")).History[0].Outcome, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_reason_in_the_customers_words_stands_on_the_card()
    {
        var id = await AskAsync("I don't want CM-2, I ordered it by mistake", ("cancel_order", """{"orderId":"CM-2","reason":"ordered it by mistake"}"""));
        Assert.Contains(new CardLine("Reason", null, "ordered it by mistake"), Assert.Single(_desk.EventsOf(id).OfType<ActionProposed>()).Card.Lines);
    }

    [Fact]
    public async Task An_order_to_cancel_that_staff_rejected_is_used_up()
    {
        await using var desk = _desk;
        _desk = new Desk(services => services.Configure<ApprovalOptions>(options => options.RefundAbove = 30m));
        var id = await AskAsync("Cancel order CM-2", ("cancel_order", """{"orderId":"CM-2"}"""));
        await _desk.Approvals.DecideAsync(Sam, id, CardOf(id), false, "No", Stop);
        await _desk.SettleAsync();

        await AgainAsync(id, "Why?", ("cancel_order", """{"orderId":"CM-2"}"""));

        Assert.Equal(ActionStage.Proposed, Assert.Single(_desk.StateOf(id).Actions).Stage);
    }

    [Fact]
    public async Task A_pressed_button_interrupts_the_thought_that_does_not_know_of_it()
    {
        var id = await AskAsync("Return the lamp", ("return_items", ReturnLamp));
        var thinking = new TaskCompletionSource();
        _desk.Assistant.Hangs("Let me ", thinking).Says("It is under way.");
        await _desk.SayAsync("Well?", id);
        var settling = _desk.SettleAsync();
        await thinking.Task;

        await ConfirmAsync(id);
        await settling;

        Assert.Equal(OrderStatus.ReturnRequested, (await OrderAsync("CM-1")).Status);
        Assert.Contains("\"done\"", Assert.IsType<DeskNote>(_desk.Assistant.Asked.Last().Thread[^1]).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_stranger_cannot_press_the_button()
    {
        var id = await AskAsync("Return the lamp", ("return_items", ReturnLamp));
        Assert.Equal(ActionResult.NoSuchAction, await _desk.Actions.ConfirmAsync(Desk.Ben, id, CardOf(id), Stop));
        Assert.Equal(ActionStage.Proposed, Assert.Single(_desk.StateOf(id).Actions).Stage);
    }

    public ValueTask DisposeAsync() => _desk.DisposeAsync();

    private async Task<string> AskAsync(string text, params (string, string)[] calls)
    {
        await _desk.FurnishAsync(ReturningShop.Order("CM-1"), ReturningShop.Order("CM-2", OrderStatus.Pending));
        _desk.Assistant.Calls(calls).Says("Please look at the card.");
        var id = await _desk.SayAsync(text);
        await _desk.SettleAsync();
        return id;
    }

    private async Task AgainAsync(string id, string text, params (string, string)[] calls)
    {
        _desk.Assistant.Calls(calls).Says("Please look at the card.");
        await _desk.SayAsync(text, id);
        await _desk.SettleAsync();
    }

    private ActionId CardOf(string id) => _desk.EventsOf(id).OfType<ActionProposed>().Last().Action;

    private Task<ActionResult> ConfirmAsync(string id) =>
        _desk.Actions.ConfirmAsync(Desk.Ana, id, _desk.EventsOf(id).OfType<ActionProposed>().First().Action, Stop);

    private async Task<Order> OrderAsync(string orderId) => (await _desk.Store.FindAsync(orderId, Stop))!;

    private string LastOutput() => _desk.Assistant.Asked.Last().Thread.OfType<ToolRound>().Last().Calls[^1].Output;

    private async Task CommitAsync(string orderId, Func<Order, Order> change)
    {
        var order = await OrderAsync(orderId);
        var shop = new ShopChange(new OrderChange(order, change(order) with { Version = order.Version + 1 }), null);
        await _desk.Store.CommitAsync(shop, Entries.Entry(Entries.NewConversation(), 1, new CustomerSaid("x", "m", "y")), Stop);
    }
}
