using System.Collections.Immutable;
using CloudMart.Support.Core.Conversations;
using CloudMart.Support.Tests.Fakes;
using CloudMart.Support.Web.CustomerSupport;
using CloudMart.Support.Web.StaffConsole.Watching;

namespace CloudMart.Support.Tests.StaffConsole;

public sealed class StaffTranscriptTests
{
    private static readonly CustomerSaid Said = new("customer-1", "m-1", "Cancel CM-1");
    private static readonly RunStarted Started = new("run-1", "claim-1");
    private static readonly ToolRequested Asked = new("run-1", "", [new ToolCall("", "cancel_order", """{"orderId":"CM-1"}""")]);

    [Fact]
    public void A_tool_call_is_one_line_with_its_arguments_outcome_and_time()
    {
        var known = ConversationSnapshot.Empty("c-1").Append(
        [
            new(1, CornerShop.Noon, Said), new(2, CornerShop.Noon, Started), new(3, CornerShop.Noon, Asked),
            new(4, CornerShop.Noon.AddMilliseconds(250), new ToolAnswered("run-1", 3, 0, "{}", Changed: true)),
        ]);

        var call = Assert.Single(StaffTranscript.Of(known, null, CornerShop.Noon).OfType<ToolCallShown>());

        Assert.Equal(("cancel_order", "{}", true), (call.Call.Name, call.Output, call.Changed));
        Assert.Equal(TimeSpan.FromMilliseconds(250), call.Took);
    }

    [Fact]
    public void Of_several_calls_each_keeps_its_outcome_below_the_consent_of_the_first()
    {
        var both = new ToolRequested("run-1", "", [new ToolCall("", "cancel_order", "{}"), new ToolCall("", "get_order", "{}")]);

        var items = Shown(Said, Started, both, new ToolAnswered("run-1", 3, 0, "first", Changed: true), new ToolAnswered("run-1", 3, 1, "second", Changed: false));

        Assert.StartsWith("Consent", Fact(items[1]), StringComparison.Ordinal);
        Assert.Equal(["first", "second"], items.OfType<ToolCallShown>().Select(call => call.Output));
    }

    [Fact]
    public void What_was_done_at_once_is_told_with_the_customers_words_that_allowed_it()
    {
        Assert.Contains("Consent: the customer wrote “Cancel CM-1”", Facts(changed: true));
        Assert.DoesNotContain(Facts(changed: false), fact => fact.StartsWith("Consent", StringComparison.Ordinal));

        static IEnumerable<string> Facts(bool changed) =>
            Shown(Said, Started, Asked, new ToolAnswered("run-1", 3, 0, "{}", changed)).OfType<FactShown>().Select(fact => fact.Text);
    }

    [Fact]
    public void A_run_is_told_in_the_protocols_words()
    {
        Assert.Equal("Run in_progress: thinking", Assert.IsType<WorkInProgress>(Shown(Said, Started)[^1]).Doing);
        Assert.Equal("Run requires_action: cancel_order", Assert.IsType<WorkInProgress>(Shown(Said, Started, Asked)[^1]).Doing);
        Assert.Equal(
            "Run cancelled: a person took over",
            Fact(Shown(Said, Started, new RunEnded("run-1", RunStatus.Cancelled, RunEndReason.TakenOver))[^1]));
    }

    [Fact]
    public void Words_that_are_being_written_stand_last()
    {
        var answer = new LiveAnswer(new TextWritten("conversation-1", "run-1", 0, 0, "Let me"), CornerShop.Noon);

        var items = StaffTranscript.Of(CornerShop.Conversation(Said, Started), answer, CornerShop.Noon);

        Assert.IsType<WordsInTheMaking>(items[^1]);
    }

    [Fact]
    public void Consent_and_approval_are_told_fact_by_fact_and_the_card_says_why_it_waits()
    {
        var items = Shown([.. SomeCards.Asked(), SomeCards.Pressed, SomeCards.ToStaff]);

        Assert.Equal(
            ["customer-1 agreed by the card’s button", $"Approval requested. {SomeCards.ToStaff.Why}"],
            items.OfType<FactShown>().Skip(1).Select(fact => fact.Text));
        var card = Assert.Single(items.OfType<StaffCardShown>());
        Assert.Equal((CardStage.AwaitingApproval, SomeCards.ToStaff.Why), (card.Stage, card.WhyApproval));
    }

    [Fact]
    public void What_staff_asked_for_in_the_customers_place_is_a_card_that_can_wait_for_approval_like_any()
    {
        ActionId asked = new(2, 0);
        var acted = new StaffActed("staff-1", "Sam", "return_items", "{}", SomeCards.Return, BySupervisor: false);
        Assert.Equal((CardStage.BeingDone, "Sam"), Assert.Single(Shown(Said, acted).OfType<StaffCardShown>()) is var card ? (card.Stage, card.AskedBy) : default);

        var waiting = Assert.Single(Shown(Said, acted, new ApprovalRequested(asked, "It gives back $44.95.")).OfType<StaffCardShown>());
        Assert.Equal((CardStage.AwaitingApproval, asked, "It gives back $44.95."), (waiting.Stage, waiting.Proposed.Action, waiting.WhyApproval));

        var rejected = Shown(Said, acted, new ApprovalRequested(asked, "Much."), new ApprovalDecided(asked, false, "supervisor-1", "No."));
        Assert.Equal(CardStage.Rejected, Assert.Single(rejected.OfType<StaffCardShown>()).Stage);
    }

    [Fact]
    public void Notes_holds_and_hand_overs_are_there_that_customers_do_not_see()
    {
        var items = Shown(
            Said, new AssistantHeld("staff-1", "Sam"), new StaffNoted("staff-1", "Sam", "A regular."), new HandedBack("staff-1"),
            new HandedToStaff("asked for a person", ""));

        Assert.Equal("Sam held the assistant", Fact(items[1]));
        Assert.Equal("A regular.", Assert.IsType<NoteShown>(items[2]).Text);
        Assert.Equal("Sam handed it back to the assistant", Fact(items[3]));
        Assert.Equal("Handed to staff: asked for a person", Fact(items[4]));
    }

    [Fact]
    public void Who_did_something_is_named_by_the_log_then_by_the_shop_and_by_their_id_only_where_nobody_knows_them()
    {
        var known = CornerShop.Conversation(
            Said, new HandedBack("staff-1"), new StaffJoined("staff-1", "Sam"), new Continued("staff-2"), new Resolved("staff-9"));

        var facts = StaffTranscript.Of(known, null, CornerShop.Noon, nameOf: id => id == "staff-2" ? "Lee" : null).OfType<FactShown>();

        Assert.Equal(
            ["Sam handed it back to the assistant", "Sam took over", "Lee had the assistant continue", "staff-9 resolved it"],
            facts.Select(fact => fact.Text));
    }

    [Fact]
    public void An_answer_that_was_withheld_is_shown_with_what_it_claimed()
    {
        var items = Shown(Said, Started, new AnswerWithheld("run-1", "I canceled it."));

        Assert.Contains("“I canceled it.”", Fact(items[1]), StringComparison.Ordinal);
    }

    private static ImmutableArray<TranscriptItem> Shown(params ImmutableArray<ConversationEvent> events) =>
        StaffTranscript.Of(CornerShop.Conversation(events), null, CornerShop.Noon);

    private static string Fact(TranscriptItem item) => Assert.IsType<FactShown>(item).Text;
}
