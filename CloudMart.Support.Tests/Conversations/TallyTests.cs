using CloudMart.Support.Core.Conversations;
using CloudMart.Support.Tests.Fakes;

namespace CloudMart.Support.Tests.Conversations;

public sealed class TallyTests
{
    private static readonly DateTimeOffset Start = new(2026, 11, 26, 9, 0, 0, TimeSpan.Zero);

    [Fact]
    public void The_first_whole_answer_counts_whoever_gave_it_and_no_later_one()
    {
        Assert.Equal(2_000, Of(Said, new RunStarted("r", "c"), new AssistantSaid("r", "Hi"), new AssistantSaid("r", "More")).FirstAnswerAfter);
        Assert.Equal(1_000, Of(Said, new StaffSaid("staff-1", "Sam", "m-9", "Hello")).FirstAnswerAfter);
        Assert.Null(Of(Said, new RunStarted("r", "c"), new AssistantSaid("r", "Hi", Interrupted: true)).FirstAnswerAfter);
    }

    [Fact]
    public void It_is_resolved_until_the_customer_writes_again_or_staff_open_it()
    {
        Assert.Equal(1_000, Of(Said, new Resolved("staff-1")).ResolvedAfter);
        Assert.Null(Of(Said, new Resolved("staff-1"), Entries.Said("And another thing")).ResolvedAfter);
        Assert.Null(Of(Said, new Resolved("staff-1"), new Reopened("staff-1", "Sam")).ResolvedAfter);
        Assert.Equal(3_000, Of(Said, new Resolved("staff-1"), new Reopened("staff-1", "Sam"), new Resolved("staff-1")).ResolvedAfter);
    }

    [Fact]
    public void The_first_cause_of_being_handed_over_stays() =>
        Assert.Equal(
            HandOverCause.CustomerAsked,
            Of(Said, Handed(HandOverCause.CustomerAsked), new HandedBack("staff-1"), Handed(HandOverCause.GaveUp)).HandedOver);

    [Fact]
    public void A_person_was_there_who_replied_took_over_held_the_assistant_got_it_opened_it_again_acted_or_decided_but_not_who_noted_or_resolved()
    {
        ConversationEvent[] there =
        [
            new StaffSaid("staff-1", "Sam", "m", "Hi"), new StaffJoined("staff-1", "Sam"), new AssistantHeld("staff-1", "Sam"),
            new Assigned("staff-1", "Sam", "staff-2"), new Reopened("staff-1", "Sam"),
            new StaffActed("staff-1", "Sam", "cancel_order", "{}", SomeCards.Return, BySupervisor: false), SomeCards.Decided(true, ""),
        ];
        ConversationEvent[] aside = [new StaffNoted("staff-1", "Sam", "Hm"), new Resolved("staff-1"), new Continued("staff-1"), new HandedBack("staff-1")];

        Assert.All(there, fact => Assert.True(Of(Said, fact).HadPerson));
        Assert.All(aside, fact => Assert.False(Of(Said, fact).HadPerson));
    }

    [Fact]
    public void The_newest_rating_counts() => Assert.Equal(5, Of(Said, new Resolved("staff-1"), new Rated(2, ""), new Rated(5, "")).Rating);

    [Fact]
    public void A_tools_call_counts_by_its_outcome_and_so_does_what_became_of_a_card()
    {
        var outcomes = Of(
            Said,
            Answer("get_order", """{"outcome":"found","order":{}}"""),
            Answer("get_order", """{"outcome":"found","order":{}}"""),
            Answer("cancel_order", """{"outcome":"refused","message":"It is shipped."}""")).Outcomes!;

        Assert.Equal((2, 1), (outcomes["get_order found"], outcomes["cancel_order refused"]));
        Assert.Contains(
            "return_items done", Of([.. SomeCards.Asked(), SomeCards.Pressed, SomeCards.Done with { Output = """{"outcome":"done"}""" }]).Outcomes!.Keys);
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("{")]
    [InlineData("7")]
    [InlineData("""{"message":"no outcome first"}""")]
    [InlineData("""{"outcome":7}""")]
    [InlineData("""{"outcome":"a word that is far too long to be an outcome of ours"}""")]
    public void An_output_that_says_no_outcome_counts_as_unknown(string output) =>
        Assert.Equal(["get_order unknown"], Of(Said, Answer("get_order", output)).Outcomes!.Keys);

    [Fact]
    public void However_many_kinds_of_outcomes_there_are_the_state_stays_small()
    {
        var outcomes = Of([Said, .. Enumerable.Range(0, 60).Select(n => Answer($"tool_{n:00}", """{"outcome":"found"}"""))]).Outcomes!;

        Assert.Equal(25, outcomes.Count);
        Assert.Equal(60, outcomes.Values.Sum());
    }

    private static CustomerSaid Said => Entries.Said("Where is my order?");

    private static HandedToStaff Handed(HandOverCause cause) => new("", "", cause);

    private static ToolAnswered Answer(string tool, string output) => new("r", 2, 0, output, Tool: tool);

    /// <summary>Of these facts, a second apart.</summary>
    private static Tally Of(params ConversationEvent[] facts) => Conversation.Empty("c-1")
        .Apply(facts.Select((fact, index) => new RecordedEvent(index + 1, Start.AddSeconds(index), fact))).Tally ?? new();
}
