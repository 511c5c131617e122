using CloudMart.Support.Core.Conversations;
using CloudMart.Support.Tests.Fakes;

namespace CloudMart.Support.Tests.Conversations;

public sealed class AttentionTests
{
    private static readonly RunStarted Start = new("run-1", "claim");
    private static readonly RunEnded End = new("run-1", RunStatus.Completed);
    private static readonly Receipt Refused = new(ReceiptKind.Refused, "CM-1", "CM-1 can't be canceled", []);

    [Fact]
    public void An_ordinary_conversation_is_with_the_assistant()
    {
        var state = After(Said("Where is it?"), Start, new AssistantSaid("run-1", "On its way."), End);

        Assert.Equal((InboxSection.Assistant, AttentionReasons.None), (state.Place!.Section, state.Attention));
        Assert.Equal((Conversation.Assistant, "On its way.", null), (state.LastLineBy, state.LastLine, state.WaitingSince));
    }

    [Fact]
    public void Asking_the_same_again_draws_attention_however_it_is_typed() =>
        Assert.Equal(AttentionReasons.AskedTwice, After(Said("Where is my order?"), Start, End, Said("WHERE is my order")).Attention);

    [Fact]
    public void A_change_that_waits_for_approval_opens_what_was_resolved()
    {
        var state = After([.. SomeCards.Asked(), new Resolved("staff-1"), SomeCards.Pressed, SomeCards.ToStaff]);

        Assert.Equal((InboxSection.Attention, AttentionReasons.ApprovalWaiting, false), (state.Place!.Section, state.Attention, state.IsResolved));
    }

    [Theory]
    [InlineData("yes")]
    [InlineData("Thanks!")]
    [InlineData("?")]
    public void What_only_answers_or_thanks_may_be_written_twice(string text) =>
        Assert.Equal(AttentionReasons.None, After(Said(text), Start, End, Said(text)).Attention);

    [Fact]
    public void Two_refusals_in_a_row_draw_attention_and_something_done_in_between_does_not()
    {
        var refused = new ToolAnswered("run-1", 3, 0, "{}", false, Refused);
        var done = new ToolAnswered("run-1", 3, 0, "{}", true, Refused with { Kind = ReceiptKind.Done });

        Assert.Equal(AttentionReasons.RefusedTwice, After(Said("a"), Start, refused, refused).Attention);
        Assert.Equal(AttentionReasons.None, After(Said("a"), Start, refused, done, refused).Attention);
    }

    [Fact]
    public void A_failed_run_and_a_wait_for_a_person_draw_attention() => Assert.Equal(
        AttentionReasons.RunFailed | AttentionReasons.WaitingForPerson,
        After(Said("a"), Start, new HandedToStaff("It failed.", ""), new RunEnded("run-1", RunStatus.Failed)).Attention);

    [Fact]
    public void An_approval_draws_attention_even_while_a_person_answers()
    {
        var state = After([.. SomeCards.Asked(), SomeCards.Pressed, SomeCards.ToStaff, new StaffJoined("staff-1", "Sam")]);

        Assert.Equal((InboxSection.Attention, AttentionReasons.ApprovalWaiting), (state.Place!.Section, state.Attention));
    }

    [Fact]
    public void Whoever_takes_it_has_seen_what_was_amiss()
    {
        var state = After(Said("a"), Start, End, Said("a"), new StaffJoined("staff-1", "Sam"));

        Assert.Equal((InboxSection.Staff, "staff-1", AttentionReasons.None), (state.Place!.Section, state.Place.StaffId, state.Attention));
    }

    [Fact]
    public void The_wait_counts_from_the_oldest_message_that_nobody_has_answered()
    {
        var state = After(Said("a"), Said("b"));

        Assert.Equal(Conversation.Empty("c").Apply(Log(Said("a"))).LastAt, state.WaitingSince);
    }

    private static CustomerSaid Said(string text) => new("customer-1", $"m-{Guid.NewGuid():N}", text);

    private static Conversation After(params ConversationEvent[] facts) => Conversation.Empty("c").Apply(Log(facts));

    private static IEnumerable<RecordedEvent> Log(params ConversationEvent[] facts) =>
        facts.Select((fact, index) => new RecordedEvent(index + 1, CornerShop.Noon.AddMinutes(index), fact));
}
