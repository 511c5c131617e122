using AngleSharp.Dom;
using Bunit;
using CloudMart.Support.Core.Conversations;
using CloudMart.Support.Tests.Fakes;
using CloudMart.Support.Web.CustomerSupport;

namespace CloudMart.Support.Tests.CustomerSupport;

public sealed class ActionCardViewTests : BunitContext
{
    private readonly List<CardAnswer> _answers = [];

    [Fact]
    public void An_open_card_is_a_group_named_by_its_title_and_its_buttons_name_the_act()
    {
        var card = Shown();

        var group = card.Find("[role=group]");
        Assert.Equal("Return 1 item of CM-7820", card.Find($"#{group.GetAttribute("aria-labelledby")}").TextContent);
        Assert.Equal(["Return item", "Keep item"], card.FindAll("button").Select(Words));
        Assert.All(card.FindAll("button"), button => Assert.Equal("button", button.GetAttribute("type")));
    }

    [Fact]
    public void The_money_stands_last()
    {
        var card = Shown();

        Assert.Equal(["Cast-iron skillet", "Refund"], card.FindAll("dt").Select(Words));
        Assert.Equal(["12 inch, $44.95", "$44.95 to Visa ending in 4242, in 5 to 7 business days"], card.FindAll("dd").Select(Words));
        Assert.Contains("total", card.FindAll("dl > div")[^1].ClassList);
    }

    [Fact]
    public void A_change_says_what_is_now_and_what_would_be_also_to_a_screen_reader()
    {
        var change = Shown(SomeCards.Address).Find("dd");

        Assert.Equal("from 12 Elm Street, Portland, OR 97205, USA → to 400 SW Harbor Way, Portland, OR 97201, USA", Words(change));
        Assert.Equal("→", change.QuerySelector("[aria-hidden=true]")!.TextContent);
    }

    [Fact]
    public void Only_what_cant_be_undone_is_red()
    {
        Assert.Contains("final", Shown().Find("button").ClassList);
        Assert.DoesNotContain("final", Shown(SomeCards.Address).Find("button").ClassList);
        Assert.DoesNotContain("final", Shown().FindAll("button")[1].ClassList);
    }

    [Fact]
    public void The_time_left_is_counted_down_by_the_browser_and_not_announced()
    {
        var left = Shown().Find("time");

        Assert.Equal(("left", "off"), (left.GetAttribute("data-show"), left.GetAttribute("aria-live")));
        Assert.Equal(SomeCards.Expiry, DateTimeOffset.Parse(left.GetAttribute("datetime")!, System.Globalization.CultureInfo.InvariantCulture));
    }

    [Theory]
    [InlineData("Return item", true)]
    [InlineData("Keep item", false)]
    public async Task A_double_click_is_one_answer(string button, bool agrees)
    {
        var card = Shown();

        await Button(card, button).ClickAsync(new());
        Assert.All(card.FindAll("button"), each => Assert.Equal("true", each.GetAttribute("aria-disabled")));
        await Button(card, button).ClickAsync(new());
        await card.FindAll("button")[0].ClickAsync(new());

        Assert.Equal([new CardAnswer(SomeCards.Action, agrees)], _answers);
    }

    [Theory]
    [InlineData(CardStage.BeingDone, "Doing it…")]
    [InlineData(CardStage.AwaitingApproval, "Waiting for approval by our team You can leave this page: what they decide will be here.")]
    public void A_card_that_was_agreed_to_stays_and_says_what_it_waits_for(CardStage stage, string words)
    {
        var card = Shown(stage: stage);

        Assert.Equal(words, Words(card.Find(".status")));
        Assert.Contains("$44.95 to Visa ending in 4242", card.Find("[role=group]").TextContent, StringComparison.Ordinal);
        Assert.Empty(card.FindAll("button, time"));
    }

    [Theory]
    [InlineData(CardStage.Done, "Done")]
    [InlineData(CardStage.Declined, "Declined")]
    [InlineData(CardStage.Expired, "Expired")]
    [InlineData(CardStage.Withdrawn, "Withdrawn by our team")]
    [InlineData(CardStage.Replaced, "Replaced by a newer card")]
    [InlineData(CardStage.Void, "Not done")]
    [InlineData(CardStage.Rejected, "Not approved")]
    [InlineData(CardStage.Failed, "Failed")]
    public void A_card_that_has_ended_folds_to_one_line_that_says_how_and_opens_to_the_whole(CardStage stage, string words)
    {
        var card = Shown(stage: stage);

        Assert.Equal($"Return 1 item of CM-7820 {words}", Words(card.Find("details:not([open]) > summary")));
        Assert.Contains("$44.95 to Visa ending in 4242", card.Find("details dl").TextContent, StringComparison.Ordinal);
        Assert.Equal(stage != CardStage.Done, card.Find("details").TextContent.Contains("Nothing was changed.", StringComparison.Ordinal));
        Assert.Empty(card.FindAll("button, time"));
    }

    private static string Words(IElement element) =>
        string.Join(' ', element.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static IElement Button(IRenderedComponent<ActionCardView> card, string name) =>
        card.FindAll("button").Single(button => Words(button) == name);

    private IRenderedComponent<ActionCardView> Shown(ActionCard? card = null, CardStage stage = CardStage.Open) =>
        Render<ActionCardView>(parameters => parameters
            .Add(view => view.Shown, new CardShown("call-3-0", CornerShop.Noon, SomeCards.Action, card ?? SomeCards.Return, SomeCards.Expiry, stage))
            .Add(view => view.OnAnswer, _answers.Add));
}
