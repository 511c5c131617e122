using System.Text;
using CloudMart.Support.Core.Assistant;
using CloudMart.Support.Core.Assistant.Consent;
using CloudMart.Support.Core.Conversations;

namespace CloudMart.Support.Tests.Assistant.Hostile;

/// <summary>What stays true whatever a model calls, however often.</summary>
[Trait("Needs", "Time")]
public sealed class HostileModelTests(Siege siege) : IClassFixture<Siege>
{
    /// <summary>DynamoDB takes items up to 400 KB, names and keys included.</summary>
    private const int MaxEntry = 390 * 1024;

    private const int MaxRunEvents = 400;
    private const int MaxRunBytes = 4 * 1024 * 1024;
    private const int MaxHead = 8 * 1024;

    private static readonly RunOptions Bounds = new();

    private IEnumerable<ConversationEvent> Events => siege.Conversations.SelectMany(events => events).Select(recorded => recorded.Event);

    [Fact]
    public void Ten_thousand_calls_were_made_and_some_things_were_agreed_to()
    {
        Assert.True(siege.Models.Sum(model => model.Calls) >= 10_000);
        Assert.InRange(siege.Done, 8, 200);
        Assert.NotEmpty(Events.OfType<ActionProposed>());
    }

    [Fact]
    public void Nothing_moves_without_the_customers_consent_to_exactly_that() => Assert.Empty(siege.WithoutConsent);

    [Fact]
    public void Nothing_of_another_customers_is_told_or_kept()
    {
        Assert.All(siege.Models, model => Assert.Empty(model.Learned));
        Assert.All(siege.Entries, entry =>
            Assert.DoesNotContain(SecretShop.Mark, ConversationEventJson.Write(entry), StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public void Every_call_gets_exactly_one_answer() => Assert.All(siege.Conversations, events => Assert.Equal(
        events.SelectMany(recorded => recorded.Event is ToolRequested asked
            ? asked.Calls.Select((_, index) => (recorded.Number, index))
            : []),
        events.Select(recorded => recorded.Event).OfType<ToolAnswered>().Select(answer => (answer.RequestedAt, answer.Index)).Order()));

    [Fact]
    public void Every_run_ends_within_its_bounds()
    {
        Assert.Equal(Events.OfType<RunStarted>().Select(run => run.RunId), Events.OfType<RunEnded>().Select(run => run.RunId));
        Assert.All(siege.Models.SelectMany(model => model.Steps.Values), steps => Assert.InRange(steps, 1, Bounds.MaxSteps));
        Assert.All(Events.OfType<ToolRequested>(), asked => Assert.InRange(asked.Calls.Length, 1, Bounds.MaxCallsPerStep));
        Assert.Contains(Events.OfType<RunEnded>(), run => run.Reason == RunEndReason.BoundReached);
    }

    [Fact]
    public void The_log_grows_by_no_more_than_a_run_may_write()
    {
        Assert.All(siege.Conversations.SelectMany(Runs), run =>
        {
            Assert.InRange(run.Count, 2, MaxRunEvents);
            Assert.InRange(run.Sum(recorded => Stored(new LogEntry("c", "w", [recorded]))), 1, MaxRunBytes);
        });
    }

    [Fact]
    public void Every_entry_fits_into_the_smallest_store_and_can_be_read_again() => Assert.All(siege.Entries, entry =>
    {
        var stored = ConversationEventJson.Write(entry);
        Assert.InRange(Encoding.UTF8.GetByteCount(stored), 1, MaxEntry);
        Assert.Equal(
            entry.Events.Select(recorded => (recorded.Number, recorded.Event.GetType())),
            ConversationEventJson.Read(entry.Number, stored).Select(recorded => (recorded.Number, recorded.Event.GetType())));
    });

    [Fact]
    public void The_head_stays_small() => Assert.All(siege.Heads, head =>
    {
        Assert.False(head.OwesAnswer);
        Assert.InRange(Encoding.UTF8.GetByteCount(ConversationStateJson.Write(head)), 1, MaxHead);
    });

    [Fact]
    public void No_customer_is_buried_in_cards() =>
        Assert.All(siege.Heads, head => Assert.InRange(head.Actions.Length, 0, ConsentGate.MaxOpenCards));

    [Fact]
    public void No_call_gets_as_far_as_a_fault_of_ours() => Assert.Empty(siege.LoggedErrors);

    private static IEnumerable<List<RecordedEvent>> Runs(IReadOnlyList<RecordedEvent> events)
    {
        var run = new List<RecordedEvent>();
        foreach (var recorded in events)
        {
            run = recorded.Event is RunStarted ? [] : run;
            run.Add(recorded);
            if (recorded.Event is RunEnded)
            {
                yield return run;
                run = [];
            }
        }
    }

    private static int Stored(LogEntry entry) => Encoding.UTF8.GetByteCount(ConversationEventJson.Write(entry));
}
