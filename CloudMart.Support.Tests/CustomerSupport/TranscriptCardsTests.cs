using System.Collections.Immutable;
using CloudMart.Support.Core.Conversations;
using CloudMart.Support.Tests.Fakes;
using CloudMart.Support.Web.CustomerSupport;

namespace CloudMart.Support.Tests.CustomerSupport;

public sealed class TranscriptCardsTests
{
    private static readonly CustomerSaid Yes = new(CornerShop.Ana.CustomerId, "m-2", "yes");
    private static readonly RunStarted SecondRun = new("run-2", "claim-2");
    private static readonly AssistantSaid Thanks = new("run-2", "Your return is requested.");
    private static readonly RunEnded SecondEnd = new("run-2", RunStatus.Completed);

    [Fact]
    public void A_card_takes_the_place_of_the_work_that_asked_for_it()
    {
        var before = Assert.IsType<WorkInProgress>(Shown(SomeCards.Asked()[..3])[^1]);
        var card = Assert.IsType<CardShown>(Shown(SomeCards.Asked())[1]);

        Assert.Equal(before.Key, card.Key);
        Assert.Equal((SomeCards.Return, SomeCards.Expiry, CardStage.Open), (card.Card, card.ExpiresAt, card.Stage));
    }

    [Fact]
    public void A_card_stands_before_messages_that_its_run_did_not_know()
    {
        var asked = SomeCards.Asked();

        var items = Shown([asked[0], asked[1], asked[2], Yes with { Text = "And hurry" }, .. asked[3..]]);

        Assert.Equal(["CustomerWords", "CardShown", "AssistantWords", "CustomerWords"], items.Select(item => item.GetType().Name));
    }

    public static TheoryData<ConversationEvent[], CardStage> Lives => new()
    {
        { [], CardStage.Open },
        { [SomeCards.Pressed], CardStage.BeingDone },
        { [SomeCards.Declined], CardStage.Declined },
        { [new ActionWithdrawn(SomeCards.Action, "staff-1")], CardStage.Withdrawn },
        { [new ActionWithdrawn(SomeCards.Action)], CardStage.Replaced },
        { [SomeCards.Pressed, SomeCards.ToStaff], CardStage.AwaitingApproval },
        { [SomeCards.Pressed, SomeCards.ToStaff, SomeCards.Decided(true)], CardStage.BeingDone },
        { [SomeCards.Pressed, SomeCards.ToStaff, SomeCards.Decided(false)], CardStage.Rejected },
        { [SomeCards.Pressed, SomeCards.Done], CardStage.Done },
        { [SomeCards.Pressed, SomeCards.Ended(OperationEnding.Void)], CardStage.Void },
        { [SomeCards.Pressed, SomeCards.Ended(OperationEnding.Failed)], CardStage.Failed },
        { [SomeCards.Pressed, SomeCards.ToStaff, SomeCards.Decided(false), SomeCards.Ended(OperationEnding.Rejected)], CardStage.Rejected },
    };

    [Theory]
    [MemberData(nameof(Lives))]
    public void A_card_follows_its_events_through_its_life(ConversationEvent[] events, CardStage stage) =>
        Assert.Equal(stage, CardOf(Shown([.. SomeCards.Asked(), .. events])).Stage);

    [Fact]
    public void What_comes_too_late_for_a_card_changes_nothing()
    {
        Assert.Equal(CardStage.Declined, CardOf(Shown([.. SomeCards.Asked(), SomeCards.Declined, SomeCards.Pressed])).Stage);
        Assert.Equal(CardStage.BeingDone, CardOf(Shown([.. SomeCards.Asked(), SomeCards.Pressed, SomeCards.Declined])).Stage);
        Assert.Equal(CardStage.Open, CardOf(Shown([.. SomeCards.Asked(), SomeCards.Pressed with { Action = new(3, 1) }])).Stage);
    }

    [Fact]
    public void A_card_that_nobody_answered_has_expired_when_its_time_is_up_and_an_answered_one_has_not()
    {
        var late = SomeCards.Expiry;

        Assert.Equal(CardStage.Open, CardOf(Shown(late.AddTicks(-1), SomeCards.Asked())).Stage);
        Assert.Equal(CardStage.Expired, CardOf(Shown(late, SomeCards.Asked())).Stage);
        Assert.Equal(CardStage.AwaitingApproval, CardOf(Shown(late, [.. SomeCards.Asked(), SomeCards.Pressed, SomeCards.ToStaff])).Stage);
    }

    [Fact]
    public void After_a_press_the_receipt_stands_directly_below_the_card()
    {
        var items = Shown([.. SomeCards.Asked(), Yes with { Text = "Also: where is CM-7864?" }, SomeCards.Pressed, SomeCards.Done]);

        Assert.Equal(
            ["CustomerWords", "CardShown", "ReceiptShown", "AssistantWords", "CustomerWords"], items.Select(item => item.GetType().Name));
    }

    [Fact]
    public void After_a_typed_yes_the_receipt_stands_below_it_and_before_the_answer()
    {
        var items = Shown(
            [.. SomeCards.Asked(), Yes, SecondRun, SomeCards.Pressed with { SaidAt = 8 }, SomeCards.Done, Thanks, SecondEnd]);

        Assert.Equal(["CustomerWords", "ReceiptShown", "AssistantWords"], items[3..].Select(item => item.GetType().Name));
        Assert.Equal(CardStage.Done, CardOf(items).Stage);
    }

    [Fact]
    public void The_receipt_of_a_typed_yes_stands_before_messages_that_came_meanwhile()
    {
        var items = Shown(
        [
            .. SomeCards.Asked(), Yes, SecondRun, SomeCards.Pressed with { SaidAt = 8 }, Yes with { MessageId = "m-3", Text = "Hello?" },
            SomeCards.Done, Thanks, SecondEnd,
        ]);

        Assert.Equal(
            ["CustomerWords", "ReceiptShown", "AssistantWords", "CustomerWords"], items[3..].Select(item => item.GetType().Name));
    }

    [Fact]
    public void What_staff_approved_later_stands_where_it_happened()
    {
        var items = Shown(
        [
            .. SomeCards.Asked(), SomeCards.Pressed, SomeCards.ToStaff, Yes with { Text = "And?" }, SecondRun, Thanks,
            SecondEnd, SomeCards.Decided(true), SomeCards.Done,
        ]);

        Assert.IsType<ReceiptShown>(items[^1]);
        Assert.Equal(CardStage.Done, CardOf(items).Stage);
    }

    [Fact]
    public void A_receipt_whose_card_is_not_loaded_stands_where_it_happened()
    {
        var known = CornerShop.Conversation([.. SomeCards.Asked(), SomeCards.Pressed, SomeCards.Done]);

        var items = Transcript.Of(known with { Events = known.Events.RemoveRange(0, 5) }, null, call => call.Name, CornerShop.Noon);

        Assert.Equal(["AssistantWords", "ReceiptShown"], items.Select(item => item.GetType().Name));
    }

    private static ImmutableArray<TranscriptItem> Shown(params ConversationEvent[] events) => Shown(CornerShop.Noon, events);

    private static ImmutableArray<TranscriptItem> Shown(DateTimeOffset now, ConversationEvent[] events) =>
        Transcript.Of(CornerShop.Conversation([.. events]), null, call => $"doing {call.Name}", now);

    private static CardShown CardOf(IEnumerable<TranscriptItem> items) => Assert.Single(items.OfType<CardShown>());
}
