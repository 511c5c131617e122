using System.Collections.Immutable;
using CloudMart.Support.Core.Conversations;
using CloudMart.Support.Tests.Fakes;
using CloudMart.Support.Web.CustomerSupport;

namespace CloudMart.Support.Tests.CustomerSupport;

public sealed class TranscriptTests
{
    private static readonly RunStarted Start = new("run-1", "claim");
    private static readonly RunEnded Superseded = new("run-1", RunStatus.Cancelled, RunEndReason.Superseded);
    private static readonly Receipt Canceled = new(ReceiptKind.Done, "CM-1", "CM-1 canceled", ["Lamp"]);

    [Fact]
    public void A_receipt_takes_the_place_of_the_work_it_ends()
    {
        ConversationEvent[] asked = [Said("Cancel CM-1"), Start, new ToolRequested("run-1", "", [new ToolCall("", "cancel_order", "{}")])];

        var before = Assert.IsType<WorkInProgress>(Shown(asked)[^1]);
        var after = Assert.IsType<ReceiptShown>(Shown([.. asked, new ToolAnswered("run-1", 3, 0, "{}", true, Canceled)])[1]);

        Assert.Equal("doing cancel_order", before.Doing);
        Assert.Equal(before.Key, after.Key);
    }

    [Fact]
    public void What_a_run_says_stands_before_messages_it_did_not_know()
    {
        var items = Shown(Said("one"), Start, Said("two"), new AssistantSaid("run-1", "about one", Interrupted: true), Superseded);

        Assert.Equal(["one", "about one", "two"], items.Select(WordsOf));
    }

    [Fact]
    public void A_person_joins_by_first_name_and_their_notes_and_holds_show_nothing()
    {
        var items = Shown(
            Said("one"),
            new AssistantHeld("staff-1", "Sam"),
            new StaffNoted("staff-1", "Sam", "A regular."),
            new StaffJoined("staff-1", "Sam"),
            new StaffSaid("staff-1", "Sam", "s-1", "Hello, Ana."));

        Assert.Equal("Sam from CloudMart joined.", Assert.IsType<Notice>(items[1]).Text);
        Assert.Equal(("Sam", "Hello, Ana."), items[2] is StaffWords words ? (words.Name, words.Text) : default);
        Assert.Equal(3, items.Length);
    }

    [Fact]
    public void Of_a_person_who_may_have_joined_before_what_is_loaded_it_is_not_said_that_they_join()
    {
        var known = ConversationSnapshot.Empty("c-1") with { Events = [new(60, CornerShop.Noon, new StaffSaid("staff-1", "Sam", "s-1", "Hello again."))] };

        Assert.IsType<StaffWords>(Assert.Single(Transcript.Of(known, null, _ => "", CornerShop.Noon)));
    }

    [Fact]
    public void Who_comes_and_goes_is_said_by_first_name()
    {
        var items = Shown(
            Said("one"),
            new HandedToStaff("Asked for a person.", ""),
            new StaffJoined("staff-1", "Sam"),
            new Assigned("supervisor-1", "Priya", "staff-1"),
            new HandedBack("supervisor-1"),
            new StaffJoined("staff-1", "Sam"),
            new Resolved("staff-1"),
            new Reopened("staff-1", "Sam"),
            new Continued("staff-1"));

        Assert.Equal(
            [
                "This conversation was passed on to our team.",
                "Sam from CloudMart joined.",
                "Sam from CloudMart left. Priya from CloudMart will go on from here.",
                "Priya from CloudMart left. The assistant answers again.",
                "Sam from CloudMart joined.",
                "Sam from CloudMart closed this conversation. Write any time to open it again.",
                "Sam from CloudMart opened this conversation again.",
                "Sam from CloudMart left. The assistant answers again.",
            ],
            items.OfType<Notice>().Select(notice => notice.Text));
    }

    [Fact]
    public void What_staff_did_in_the_customers_place_is_not_said_to_be_the_assistants()
    {
        var items = Shown(
            Said("one"),
            new StaffActed("staff-1", "Sam", "return_items", "{}", SomeCards.Return, BySupervisor: false),
            new OperationEnded(new(2, 0), OperationEnding.Done, "{}", Canceled));

        Assert.Equal("Sam from CloudMart asked for this: Return 1 item of CM-7820", Assert.IsType<Notice>(items[1]).Text);
        Assert.Equal(Speaker.Desk, Assert.IsType<ReceiptShown>(items[2]).Speaker);
    }

    [Fact]
    public void Who_answers_without_having_come_has_joined_and_whoever_answered_before_has_left()
    {
        var items = Shown(
            Said("one"), new StaffSaid("staff-1", "Sam", "m-1", "Hello"), new StaffSaid("staff-1", "Sam", "m-2", "Again"),
            new StaffSaid("supervisor-1", "Priya", "m-3", "Hello"), new StaffJoined("staff-1", "Sam"));

        Assert.Equal(
            ["Sam from CloudMart joined.", "Sam from CloudMart left. Priya from CloudMart joined.", "Priya from CloudMart left. Sam from CloudMart joined."],
            items.OfType<Notice>().Select(notice => notice.Text));
        Assert.IsType<Notice>(items[1]);
        Assert.Equal("Hello", Assert.IsType<StaffWords>(items[2]).Text);
    }

    [Fact]
    public void Who_only_held_the_assistant_neither_came_nor_left()
    {
        var items = Shown(Said("one"), new AssistantHeld("staff-1", "Sam"), new HandedBack("staff-1"));

        Assert.Empty(items.OfType<Notice>());
    }

    [Fact]
    public void Who_was_told_that_a_person_comes_is_told_that_none_does_any_more()
    {
        var items = Shown(
            Said("one"), new HandedToStaff("because", "summary"), new AssistantHeld("staff-1", "Sam"), new HandedBack("staff-1"));

        Assert.Equal(
            ["This conversation was passed on to our team.", "The assistant answers again."], items.OfType<Notice>().Select(notice => notice.Text));
    }

    [Fact]
    public void The_live_answer_stands_where_the_final_one_will()
    {
        var live = new LiveAnswer(new TextWritten("c", "run-1", 0, 0, "about"), CornerShop.Noon);
        var known = CornerShop.Conversation(Said("one"), Start, Said("two"));

        var items = Transcript.Of(known, live, call => call.Name, CornerShop.Noon);

        Assert.IsType<WordsInTheMaking>(items[1]);
        Assert.Equal("two", WordsOf(items[2]));
    }

    [Fact]
    public void A_run_that_began_before_the_loaded_events_still_stands_before_newer_messages()
    {
        var known = CornerShop.Conversation(Said("one"), Start, Said("two"), new AssistantSaid("run-1", "about one"), Superseded);

        var items = Transcript.Of(known with { Events = known.Events.RemoveRange(0, 2) }, null, call => call.Name, CornerShop.Noon);

        Assert.Equal(["about one", "two"], items.Select(WordsOf));
    }

    [Fact]
    public void Reads_leave_no_trace_and_unknown_facts_are_skipped()
    {
        var items = Shown(
            Said("Where is CM-1?"), Start, new ToolRequested("run-1", "", [new ToolCall("", "get_order", "{}")]),
            new ToolAnswered("run-1", 3, 0, "{}"), new UnknownEvent("Danced", 1, default), new NothingWasOwed(),
            new AssistantSaid("run-1", "It has shipped."), new RunEnded("run-1", RunStatus.Completed));

        Assert.Equal(["Where is CM-1?", "It has shipped."], items.Select(WordsOf));
    }

    [Fact]
    public void Words_that_were_stopped_bear_the_mark_and_a_run_stopped_before_any_gets_a_line()
    {
        var stopped = new RunEnded("run-1", RunStatus.Cancelled, RunEndReason.StoppedByCustomer);

        var words = Assert.IsType<AssistantWords>(Shown(Said("one"), Start, new AssistantSaid("run-1", "abo", Interrupted: true), stopped)[^1]);
        var line = Assert.IsType<Notice>(Shown(Said("one"), Start, stopped)[^1]);

        Assert.Equal("You stopped the answer here.", words.Interruption);
        Assert.Equal(words.Interruption, line.Text);
    }

    [Fact]
    public void A_run_without_words_yet_is_thinking_stopping_or_late()
    {
        Assert.Equal("Thinking…", WordsOf(Shown(Said("one"), Start)[^1]));
        Assert.Equal("Stopping…", WordsOf(Shown(Said("one"), Start, new RunStopRequested("run-1"))[^1]));
        var late = Transcript.Of(CornerShop.Conversation(Said("one"), Start), null, call => call.Name, CornerShop.Noon, isDelayed: true);
        Assert.Contains("Still trying", WordsOf(late[^1]), StringComparison.Ordinal);
    }

    private static CustomerSaid Said(string text) => new("customer-1", $"m-{text}", text);

    private static ImmutableArray<TranscriptItem> Shown(params ConversationEvent[] events) =>
        Transcript.Of(CornerShop.Conversation([.. events]), null, call => $"doing {call.Name}", CornerShop.Noon);

    private static string WordsOf(TranscriptItem item) => item switch
    {
        CustomerWords words => words.Text,
        AssistantWords words => words.Text,
        WorkInProgress work => work.Doing,
        Notice notice => notice.Text,
        _ => item.ToString(),
    };
}
