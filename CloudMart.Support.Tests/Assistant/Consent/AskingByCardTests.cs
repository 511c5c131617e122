using CloudMart.Support.Core.Assistant;
using CloudMart.Support.Core.Assistant.Consent;
using CloudMart.Support.Core.Conversations;
using CloudMart.Support.Core.Orders;
using CloudMart.Support.Tests.Fakes;
using Microsoft.Extensions.DependencyInjection;

namespace CloudMart.Support.Tests.Assistant.Consent;

/// <summary>From the wish to the card, and from the card to what is done: nothing happens that the customer has not agreed to, and that once.</summary>
public sealed class AskingByCardTests : CardDesk
{
    [Fact]
    public async Task A_wish_becomes_a_card_that_says_exactly_what_would_be_done_and_nothing_is_changed()
    {
        var id = await AskAsync("Return the lamp", ("return_items", ReturnLamp));

        var proposed = Assert.Single(Desk.EventsOf(id).OfType<ActionProposed>());
        Assert.Equal(("return_items", ReturnLamp), (proposed.Act, proposed.Arguments));
        Assert.Equal(("Return 1 item of CM-1", "Return items", "Keep items"), (proposed.Card.Title, proposed.Card.Confirm, proposed.Card.Decline));
        Assert.Equal(Desk.Clock.GetUtcNow() + TimeSpan.FromMinutes(15), proposed.ExpiresAt);
        Assert.Equal(OrderStatus.Delivered, (await OrderAsync("CM-1")).Status);
        Assert.Contains("waiting_for_customer", LastOutput(), StringComparison.Ordinal);
        Assert.False(Desk.StateOf(id).OwesAnswer);
    }

    [Fact]
    public async Task The_button_carries_it_out_once_without_asking_the_assistant_again()
    {
        var id = await AskAsync("Return the lamp", ("return_items", ReturnLamp));

        Assert.Equal(ActionResult.Taken, await ConfirmAsync(id));
        Assert.Equal(ActionResult.NotOpen, await ConfirmAsync(id));
        await Desk.SettleAsync();

        var ended = Assert.Single(Desk.EventsOf(id).OfType<OperationEnded>());
        Assert.Equal((OperationEnding.Done, "CM-1: return of 1 item requested"), (ended.Ending, ended.Receipt!.Headline));
        var order = await OrderAsync("CM-1");
        Assert.Equal((OrderStatus.ReturnRequested, 2), (order.Status, order.Version));
        Assert.Equal($"{id}/{CardOf(id).RequestedAt}/{CardOf(id).Index}", Assert.Single(order.History).Operation);
        Assert.Equal(2, Desk.Assistant.Asked.Count);
        Assert.Equal(ActionResult.NotOpen, await ConfirmAsync(id));
        Assert.Empty(await Desk.Store.ListAsync(DateTimeOffset.MaxValue, 10, Stop));
    }

    [Fact]
    public async Task What_no_longer_holds_when_it_is_confirmed_is_void()
    {
        var id = await AskAsync("I want a red mug", ("change_items", ChangeMug));
        await CommitAsync("CM-2", order => order with { Items = order.Items.SetItem(0, order.Items[0] with { Price = 11.00m }) });

        await ConfirmAsync(id);
        await Desk.SettleAsync();

        var ended = Assert.Single(Desk.EventsOf(id).OfType<OperationEnded>());
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
        await Desk.SettleAsync();

        Assert.Equal("CM-2 was not changed: it is already being packed", Assert.Single(Desk.EventsOf(id).OfType<OperationEnded>()).Receipt!.Headline);
    }

    [Fact]
    public async Task The_same_wish_again_is_the_same_card_and_another_one_takes_its_place()
    {
        var id = await AskAsync("Return the lamp", ("return_items", ReturnLamp));
        await AgainAsync(id, "Well?", ("return_items", ReturnLamp));
        Assert.Single(Desk.EventsOf(id).OfType<ActionProposed>());

        await AgainAsync(id, "Rather a mug", ("return_items", ReturnMug));
        Assert.Equal(2, Desk.EventsOf(id).OfType<ActionProposed>().Count());
        Assert.Single(Desk.EventsOf(id).OfType<ActionWithdrawn>());
        Assert.Single(Desk.StateOf(id).Actions);
    }

    [Fact]
    public async Task A_model_that_keeps_asking_cannot_bury_the_customer_in_cards()
    {
        var orders = Enumerable.Range(10, 8).Select(n => ReturningShop.Order($"CM-{n}")).ToArray();
        await Desk.FurnishAsync([.. orders]);
        var id = await AskAsync("hello", [.. orders.Select(order => ("return_items", ReturnLamp.Replace("CM-1", order.OrderId, StringComparison.Ordinal)))]);

        Assert.Equal(ConsentGate.MaxOpenCards, Desk.StateOf(id).Actions.Length);
    }

    [Fact]
    public async Task Without_evidence_a_cancellation_is_a_card_too_and_with_it_none()
    {
        var id = await AskAsync("I don't need CM-2 any more", ("cancel_order", """{"orderId":"CM-2","reason":null}"""));
        Assert.Equal("Cancel CM-2", Assert.Single(Desk.EventsOf(id).OfType<ActionProposed>()).Card.Title);

        await AgainAsync(id, "Cancel order CM-2", ("cancel_order", """{"orderId":"CM-2","reason":null}"""));
        Assert.Equal(OrderStatus.Canceled, (await OrderAsync("CM-2")).Status);

        await ConfirmAsync(id);
        await Desk.SettleAsync();
        Assert.Equal("CM-2 was already canceled", Assert.Single(Desk.EventsOf(id).OfType<OperationEnded>()).Receipt!.Headline);
        Assert.Equal(2, (await OrderAsync("CM-2")).Version);
    }

    [Fact]
    public async Task Evidence_is_good_for_one_change()
    {
        await Desk.FurnishAsync(ReturningShop.Order("CM-3", OrderStatus.Pending));
        var id = await AskAsync("Cancel order CM-2", ("cancel_order", """{"orderId":"CM-2"}"""), ("cancel_order", """{"orderId":"CM-3"}"""));

        Assert.Equal(OrderStatus.Canceled, (await OrderAsync("CM-2")).Status);
        Assert.Equal(OrderStatus.Pending, (await OrderAsync("CM-3")).Status);
        Assert.Equal("CM-3", Assert.Single(Desk.StateOf(id).Actions).OrderId);
    }

    [Fact]
    public async Task With_AlwaysCard_even_the_plainest_order_to_cancel_is_asked()
    {
        await using var desk = Desk;
        Desk = new Desk(services => services.Configure<ConsentOptions>(options => options.Mode = ConsentMode.AlwaysCard));
        var id = await AskAsync("Cancel order CM-2", ("cancel_order", """{"orderId":"CM-2"}"""));

        Assert.Equal(OrderStatus.Pending, (await OrderAsync("CM-2")).Status);
        Assert.Single(Desk.StateOf(id).Actions);
    }

    [Fact]
    public async Task What_was_agreed_to_is_carried_out_by_whoever_starts_next()
    {
        var id = await AskAsync("Return the lamp", ("return_items", ReturnLamp));
        await ConfirmAsync(id); // and here the node dies

        await Desk.SweepAsync();

        Assert.Equal(OrderStatus.ReturnRequested, (await OrderAsync("CM-1")).Status);
        Assert.Empty(await Desk.Store.ListAsync(DateTimeOffset.MaxValue, 10, Stop));
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
        Assert.Contains(new CardLine("Reason", null, "ordered it by mistake"), Assert.Single(Desk.EventsOf(id).OfType<ActionProposed>()).Card.Lines);
    }

    [Fact]
    public async Task A_pressed_button_interrupts_the_thought_that_does_not_know_of_it()
    {
        var id = await AskAsync("Return the lamp", ("return_items", ReturnLamp));
        var thinking = new TaskCompletionSource();
        Desk.Assistant.Hangs("Let me ", thinking).Says("It is under way.");
        await Desk.SayAsync("Well?", id);
        var settling = Desk.SettleAsync();
        await thinking.Task;

        await ConfirmAsync(id);
        await settling;

        Assert.Equal(OrderStatus.ReturnRequested, (await OrderAsync("CM-1")).Status);
        Assert.Contains("\"done\"", Assert.IsType<DeskNote>(Desk.Assistant.Asked.Last().Thread[^1]).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_stranger_cannot_press_the_button()
    {
        var id = await AskAsync("Return the lamp", ("return_items", ReturnLamp));
        Assert.Equal(ActionResult.NoSuchAction, await Desk.Actions.ConfirmAsync(Desk.Ben, id, CardOf(id), Stop));
        Assert.Equal(ActionStage.Proposed, Assert.Single(Desk.StateOf(id).Actions).Stage);
    }
}
