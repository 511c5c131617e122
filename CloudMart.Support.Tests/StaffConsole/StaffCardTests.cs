using Bunit;
using CloudMart.Support.Core.Conversations;
using CloudMart.Support.Tests.Fakes;
using CloudMart.Support.Web.CustomerSupport;
using CloudMart.Support.Web.StaffConsole.Watching;
using Microsoft.AspNetCore.Components.Web;

namespace CloudMart.Support.Tests.StaffConsole;

public sealed class StaffCardTests : BunitContext
{
    private const string Arguments = """{"orderId":"CM-7820","itemIds":["6230-1"]}""";

    private readonly List<CardDecision> _decided = [];

    [Fact]
    public async Task What_waits_for_approval_shows_its_exact_arguments_and_why_and_is_approved_or_rejected_with_a_reason()
    {
        var card = Show(CardStage.AwaitingApproval, "It gives back $44.95.");
        Assert.NotNull(card.Find("details[open]"));
        Assert.Contains(Arguments, card.Find("pre").TextContent, StringComparison.Ordinal);
        Assert.Contains("It gives back $44.95.", card.Find("article").TextContent, StringComparison.Ordinal);

        await card.Find("input").ChangeAsync(new() { Value = "Worn." });
        await PressAsync(card, "Reject");
        await PressAsync(card, "Approve");

        Assert.Equal([new(SomeCards.Action, false, "Worn."), new(SomeCards.Action, true, "Worn.")], _decided);
    }

    [Fact]
    public async Task Who_has_asked_for_it_can_take_it_back_and_not_approve_it()
    {
        var card = Show(CardStage.AwaitingApproval, "It gives back $44.95.", isMine: true);
        Assert.Contains("A colleague has to approve it.", card.Markup, StringComparison.Ordinal);

        await PressAsync(card, "Take back");

        Assert.Equal([new(SomeCards.Action, false, "")], _decided);
        Assert.DoesNotContain(card.FindAll("button"), button => button.TextContent.Trim() == "Approve");
    }

    [Fact]
    public async Task A_card_that_the_customer_has_not_answered_can_be_withdrawn()
    {
        var card = Show(CardStage.Open);

        await PressAsync(card, "Withdraw card");

        Assert.Equal([new(SomeCards.Action, null)], _decided);
    }

    [Theory]
    [InlineData(CardStage.Done)]
    [InlineData(CardStage.Declined)]
    [InlineData(CardStage.BeingDone)]
    public void Of_any_other_card_nothing_can_be_decided(CardStage stage) => Assert.Empty(Show(stage).FindAll("button"));

    private IRenderedComponent<StaffCard> Show(CardStage stage, string? why = null, bool isMine = false) => Render<StaffCard>(parameters => parameters
        .Add(card => card.Shown, new("card-3-0", CornerShop.Noon, new(SomeCards.Action, "return_items", Arguments, SomeCards.Return, SomeCards.Expiry), stage, why))
        .Add(card => card.IsMine, isMine)
        .Add(card => card.OnDecide, _decided.Add));

    private static Task PressAsync(IRenderedComponent<StaffCard> card, string name) =>
        card.InvokeAsync(() => card.FindAll("button").Single(button => button.TextContent.Trim() == name).ClickAsync(new MouseEventArgs()));
}
