using CloudMart.Support.Core.Assistant;
using CloudMart.Support.Core.Conversations;

namespace CloudMart.Support.Tests.Assistant;

public sealed class CustomersPauseTests
{
    private static readonly DateTimeOffset Begun = new(2026, 11, 24, 9, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void A_run_that_may_still_be_superseded_begins_at_once(int superseded) =>
        Assert.Equal(TimeSpan.Zero, CustomersPause.Left(After(superseded, lastSaid: 0.6, gaveWay: 0.6), At(0.6)));

    [Theory]
    [InlineData(0.6, 1.0)]
    [InlineData(1.2, 0.4)]
    [InlineData(1.6, 0)]
    [InlineData(9.0, 0)]
    public void The_run_that_will_finish_waits_until_nothing_was_said_for_a_second(double now, double left) =>
        Assert.Equal(TimeSpan.FromSeconds(left), CustomersPause.Left(After(3, lastSaid: 0.6, gaveWay: 0.6), At(now)));

    [Theory]
    [InlineData(5.4, 0.2)]
    [InlineData(5.6, 0)]
    public void A_customer_who_never_pauses_is_answered_all_the_same(double now, double left) =>
        Assert.Equal(TimeSpan.FromSeconds(left), CustomersPause.Left(After(3, lastSaid: 5.3, gaveWay: 0.6), At(now)));

    private static ConversationSnapshot After(int superseded, double lastSaid, double gaveWay)
    {
        List<(double At, ConversationEvent Event)> facts = [];
        for (var run = 1; run <= superseded; run++)
        {
            facts.Add((0, new CustomerSaid("customer-1", $"m-{run}", "Hi")));
            facts.Add((0, new RunStarted($"r-{run}", "k")));
            facts.Add((gaveWay, new RunEnded($"r-{run}", RunStatus.Cancelled, RunEndReason.Superseded)));
        }

        facts.Add((lastSaid, new CustomerSaid("customer-1", "m-last", "Hello?")));
        return ConversationSnapshot.Empty("c-1").Append(facts.Select((fact, index) => new RecordedEvent(index + 1, At(fact.At), fact.Event)));
    }

    private static DateTimeOffset At(double seconds) => Begun + TimeSpan.FromSeconds(seconds);
}
