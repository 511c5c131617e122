using CloudMart.Support.Core.Assistant;
using CloudMart.Support.Core.Conversations;
using CloudMart.Support.Core.Orders;
using CloudMart.Support.Tests.Fakes;

namespace CloudMart.Support.Tests.Assistant.Consent;

/// <summary>A typed yes or no to the card that is open, and to no other.</summary>
public sealed class TypedAnswerTests : CardDesk
{
    [Fact]
    public async Task A_typed_yes_counts_and_the_assistant_is_told_what_came_of_it()
    {
        var id = await AskAsync("Return the lamp", ("return_items", ReturnLamp));

        Desk.Assistant.Says("It is under way.");
        await Desk.SayAsync("yes", id);
        await Desk.SettleAsync();

        Assert.Equal(OrderStatus.ReturnRequested, (await OrderAsync("CM-1")).Status);
        Assert.Contains("\"outcome\":\"done\"", Assert.IsType<DeskNote>(Desk.Assistant.Asked.Last().Thread[^1]).Text, StringComparison.Ordinal);
        var confirmed = Assert.Single(Desk.EventsOf(id).OfType<ActionConfirmed>());
        Assert.Equal(Desk.StateOf(id).LastSaidAt, confirmed.SaidAt);
    }

    [Fact]
    public async Task A_typed_no_leaves_everything_as_it_is()
    {
        var id = await AskAsync("Return the lamp", ("return_items", ReturnLamp));

        Desk.Assistant.Says("All right.");
        await Desk.SayAsync("no", id);
        await Desk.SettleAsync();

        Assert.Single(Desk.EventsOf(id).OfType<ActionDeclined>());
        Assert.Contains("declined", Assert.IsType<DeskNote>(Desk.Assistant.Asked.Last().Thread[^1]).Text, StringComparison.Ordinal);
        Assert.Equal(1, (await OrderAsync("CM-1")).Version);
        Assert.Equal(ActionResult.NotOpen, await ConfirmAsync(id));
    }

    [Fact]
    public async Task With_two_cards_open_a_yes_is_asked_back_by_the_app_and_each_card_does_its_own_thing()
    {
        var id = await AskAsync("Send CM-2 to Salem and give me a red mug", ("change_shipping_address", ChangeAddress), ("change_items", ChangeMug));
        await Desk.SayAsync("yes", id);
        await Desk.SettleAsync();

        var asked = Desk.EventsOf(id).OfType<AssistantSaid>().Last().Text;
        Assert.Contains("Send CM-2 to another address", asked, StringComparison.Ordinal);
        Assert.Contains("Change 1 item of CM-2", asked, StringComparison.Ordinal);
        Assert.Equal(1, (await OrderAsync("CM-2")).Version);

        foreach (var card in Desk.EventsOf(id).OfType<ActionProposed>())
        {
            await Desk.Actions.ConfirmAsync(Desk.Ana, id, card.Action, Stop);
            await Desk.SettleAsync();
        }

        var order = await OrderAsync("CM-2");
        Assert.Equal((ReturningShop.Oak, "mug-red", 3), (order.ShipTo, order.Items[0].ItemId, order.Version));
    }

    [Fact]
    public async Task A_bare_cancel_is_asked_back()
    {
        var id = await AskAsync("Return the lamp", ("return_items", ReturnLamp));
        await Desk.SayAsync("cancel", id);
        await Desk.SettleAsync();

        Assert.Contains("Do you want to leave everything as it is?", Desk.EventsOf(id).OfType<AssistantSaid>().Last().Text, StringComparison.Ordinal);
        Assert.Equal(ActionStage.Proposed, Assert.Single(Desk.StateOf(id).Actions).Stage);
    }

    [Fact]
    public async Task A_card_expires_after_fifteen_minutes_for_button_and_words_alike()
    {
        var id = await AskAsync("Return the lamp", ("return_items", ReturnLamp));
        Desk.Clock.Advance(TimeSpan.FromMinutes(15));

        Assert.Equal(ActionResult.Expired, await ConfirmAsync(id));
        Desk.Assistant.Says("That took too long; shall I ask again?");
        await Desk.SayAsync("yes", id);
        await Desk.SettleAsync();

        Assert.Empty(Desk.EventsOf(id).OfType<ActionConfirmed>());
        Assert.Equal(1, (await OrderAsync("CM-1")).Version);
    }

    [Fact]
    public async Task A_yes_that_is_looked_at_too_late_does_nothing()
    {
        var id = await AskAsync("Return the lamp", ("return_items", ReturnLamp));
        await Desk.SayAsync("yes", id); // and here the server goes away
        Desk.Clock.Advance(TimeSpan.FromMinutes(16));

        Desk.Assistant.Says("That card has expired.");
        await Desk.SweepAsync();

        Assert.Empty(Desk.EventsOf(id).OfType<ActionConfirmed>());
        Assert.Equal(1, (await OrderAsync("CM-1")).Version);
    }

    [Theory]
    [InlineData("yes")]
    [InlineData("no thanks")]
    public async Task What_a_person_has_asked_meanwhile_is_what_it_answers_and_not_the_card(string answer)
    {
        var id = await AskAsync("Return the lamp", ("return_items", ReturnLamp));
        await Desk.Staff.ReplyAsync(StaffBrowser.Sam, id, "s-1", "Shall I ask the carrier first?", long.MaxValue, Stop);

        await Desk.SayAsync(answer, id);
        await Desk.SettleAsync();

        Assert.Single(Desk.StateOf(id).Actions);
        Assert.Equal(1, (await OrderAsync("CM-1")).Version);
    }

    [Fact]
    public async Task While_a_person_answers_a_typed_yes_still_counts_and_the_assistant_says_nothing()
    {
        var id = await AskAsync(
            "Return the lamp and get me a person", ("return_items", ReturnLamp), ("hand_off_to_staff", """{"reason":"Asked","summary":"Wants a person"}"""));

        await Desk.SayAsync("yes", id);
        await Desk.SettleAsync();

        Assert.Equal(OrderStatus.ReturnRequested, (await OrderAsync("CM-1")).Status);
        Assert.Equal(2, Desk.Assistant.Asked.Count);
        Assert.Empty(await Desk.Store.ListAsync(DateTimeOffset.MaxValue, 10, Stop));
    }
}
