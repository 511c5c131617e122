using System.Text.Json;
using CloudMart.Support.Core.Conversations;
using CloudMart.Support.Tests.Fakes;
using CsCheck;

namespace CloudMart.Support.Tests.Conversations;

public sealed class FoldTests
{
    private static readonly DateTimeOffset Start = new(2026, 11, 24, 9, 0, 0, TimeSpan.Zero);

    private static readonly Gen<string> RunIds = Gen.OneOf("run-1", "run-2");

    /// <summary>Any facts in any order: a fold never gets to choose what other releases and other nodes have written.</summary>
    private static readonly Gen<ConversationEvent> Facts = Gen.OneOf<ConversationEvent>(
        Gen.Int[0, 20].Select(number => (ConversationEvent)new CustomerSaid("customer-1", $"m{number}", $"Message {number}")),
        Gen.Select(RunIds, Gen.OneOf("a", "b"), (run, claim) => (ConversationEvent)new RunStarted(run, claim)),
        Gen.Select(RunIds, Gen.OneOf("a", "b"), (run, claim) => (ConversationEvent)new RunResumed(run, claim)),
        RunIds.Select(run => (ConversationEvent)new RunStopRequested(run)),
        Gen.Select(RunIds, Gen.Int[1, 3], (run, calls) => (ConversationEvent)new ToolRequested(
            run, "", [.. Enumerable.Range(0, calls).Select(_ => new ToolCall("c", "get_order", "{}"))], "state", new TokenUsage(10, 1))),
        Gen.Select(RunIds, Gen.Long[1, 40], Gen.Int[0, 2], Gen.Bool, (run, number, index, changed) =>
            (ConversationEvent)new ToolAnswered(run, number, index, "{}", changed)),
        RunIds.Select(run => (ConversationEvent)new AssistantSaid(run, "Words", Usage: new TokenUsage(5, 5))),
        RunIds.Select(run => (ConversationEvent)new RunLetGo(run, "less", new TokenUsage(3, 2))),
        Gen.Select(RunIds, Gen.Enum<RunEndReason>(), (run, reason) => (ConversationEvent)new RunEnded(run, RunStatus.Completed, reason)),
        Gen.Const((ConversationEvent)new HandedToStaff("because", "summary")),
        Gen.Const((ConversationEvent)new HandedBack()),
        Gen.OneOf<ConversationEvent>(
            new StaffJoined("staff-1", "Sam"),
            new AssistantHeld("staff-1", "Sam"),
            new StaffSaid("supervisor-1", "Priya", "s-1", "Hello"),
            new StaffNoted("staff-1", "Sam", "A regular"),
            new Assigned("staff-1", "Sam", "supervisor-1"),
            new HandedBack("staff-1"),
            new StaffActed("staff-1", "Sam", "return_items", "{}", SomeCards.Return, BySupervisor: false),
            new Continued("staff-1"),
            new Resolved("staff-1"),
            new Reopened("staff-1", "Sam"),
            new Rated(5, "")),
        Gen.Const((ConversationEvent)new NothingWasOwed()),
        Gen.Const((ConversationEvent)new UnknownEvent("FromTheFuture", 7, JsonDocument.Parse("{}").RootElement)));

    private static readonly Gen<RecordedEvent[]> Logs = Facts.Array[0, 60].Select(facts =>
        facts.Select((fact, index) => new RecordedEvent(index + 1, Start.AddSeconds(index), fact)).ToArray());

    [Fact]
    public void Any_prefix_folded_first_and_the_rest_later_gives_one_state() =>
        Gen.Select(Logs, Gen.Int[0, 60]).Sample((log, cut) =>
        {
            var head = Fold(log.Take(cut));
            Assert.Equal(Json(Fold(log)), Json(head.Apply(log.Skip(cut))));
        });

    [Fact]
    public void Any_events_delivered_again_change_nothing() =>
        Gen.Select(Logs, Gen.Int[0, 60].Array[0, 10]).Sample((log, again) =>
        {
            var state = Fold(log);
            var repeated = again.Where(index => index < log.Length).Select(index => log[index]);
            Assert.Same(state, state.Apply(repeated));
        });

    [Fact]
    public void A_state_stored_as_the_head_and_read_again_folds_on_to_the_same_state() =>
        Gen.Select(Logs, Gen.Int[0, 60]).Sample((log, cut) =>
        {
            var stored = JsonSerializer.Deserialize<Conversation>(Json(Fold(log.Take(cut))))!;
            Assert.Equal(Json(Fold(log)), Json(stored.Apply(log.Skip(cut))));
        });

    [Fact]
    public void An_event_that_does_not_follow_is_refused_instead_of_folded() =>
        Assert.Throws<InvalidOperationException>(() =>
            Conversation.Empty("c").Apply(new RecordedEvent(2, Start, new CustomerSaid("customer-1", "m", "Hi"))));

    [Fact]
    public void The_head_stays_small_however_long_the_conversation_gets() =>
        Logs.Sample(log => Assert.True(Fold(log).RecentMessages.Length <= Conversation.RememberedMessageIds));

    [Fact]
    public void A_title_is_the_first_message_on_one_line_and_never_half_a_character()
    {
        var text = $"  Hello\n{new string('x', 52)}😀😀 and more";

        var state = Fold([new RecordedEvent(1, Start, new CustomerSaid("customer-1", "m", text))]);

        Assert.Equal($"Hello {new string('x', 52)}…", state.Title);
    }

    private static Conversation Fold(IEnumerable<RecordedEvent> log) => Conversation.Empty("c").Apply(log);

    private static string Json(Conversation state) => JsonSerializer.Serialize(state);
}
