using System.Collections.Immutable;
using CloudMart.Support.Core.Conversations;
using CloudMart.Support.Core.Insights;

namespace CloudMart.Support.Tests.Insights;

public sealed class CountingTests
{
    private static readonly Conversation Answered = Conversation.Empty("c-1") with
    {
        LastNumber = 3,
        LastSaidAt = 1,
        AnsweredThrough = 3,
        Tally = new() { FirstAnswerAfter = 1_000 },
    };

    [Fact]
    public void What_was_answered_and_needs_nobody_is_solved_by_the_assistant_alone()
    {
        var counts = Counting.Of(Answered);

        Assert.Equal((1, 1, 1), (counts[CountNames.Conversations], counts[CountNames.SolvedAlone], counts[$"f:{Durations.StepOf(1_000)}"]));
        Assert.Equal(3, counts.Count);
    }

    [Fact]
    public void What_waits_asked_twice_was_handed_over_or_had_a_person_is_not_solved_alone()
    {
        Conversation[] others =
        [
            Answered with { LastSaidAt = 4 },
            Answered with { AskedTwice = true },
            Answered with { RunFailed = true },
            Answered with { Owner = Owner.StaffQueue },
            Answered with { Tally = Answered.Tally! with { HandedOver = HandOverCause.GaveUp } },
            Answered with { Tally = Answered.Tally! with { HadPerson = true } },
            Answered with { Tally = null },
        ];

        Assert.All(others, state => Assert.DoesNotContain(CountNames.SolvedAlone, Counting.Of(state).Keys));
    }

    [Fact]
    public void A_hand_over_counts_by_its_cause_and_staff_who_came_by_themselves_as_stepping_in()
    {
        var asked = Counting.Of(Answered with { Tally = new() { HandedOver = HandOverCause.CustomerAsked, HadPerson = true } });
        var stepped = Counting.Of(Answered with { Tally = new() { HadPerson = true } });

        Assert.Equal(["h:CustomerAsked"], asked.Keys.Where(name => name.StartsWith("h:", StringComparison.Ordinal)));
        Assert.Equal(["h:SteppedIn"], stepped.Keys.Where(name => name.StartsWith("h:", StringComparison.Ordinal)));
    }

    [Fact]
    public void Ratings_times_tokens_their_cost_and_outcomes_count_as_they_are()
    {
        var counts = Counting.Of(Answered with
        {
            Usage = new(1_200, 80) { Cost = 0.0123m },
            Tally = new()
            {
                ResolvedAfter = 3_600_000,
                Rating = 4,
                Outcomes = ImmutableSortedDictionary<string, int>.Empty.Add("cancel_order canceled", 2),
            },
        });

        Assert.Equal((1_200, 80, 12_300), (counts[CountNames.TokensIn], counts[CountNames.TokensOut], counts[CountNames.Cost]));
        Assert.Equal((1, 2, 1), (counts[CountNames.Rating(4)], counts["t:cancel_order canceled"], counts[$"r:{Durations.StepOf(3_600_000)}"]));
    }

    [Fact]
    public void Where_nothing_was_ever_said_nothing_counts() => Assert.Empty(Counting.Of(Conversation.Empty("c-1")));

    [Fact]
    public void The_difference_makes_of_the_counters_that_were_those_that_are()
    {
        var (before, now) = (new Dictionary<string, long> { ["gone"] = 2, ["same"] = 1, ["more"] = 1 }, new Dictionary<string, long> { ["same"] = 1, ["more"] = 3, ["new"] = 1 });

        Assert.Equal([("gone", -2), ("more", 2), ("new", 1)], Counting.Difference(before, now).Order());
    }

    [Fact]
    public void The_day_is_that_of_UTC() =>
        Assert.Equal(new(2026, 11, 26), Counting.DayOf(new(2026, 11, 25, 20, 0, 0, TimeSpan.FromHours(-5))));
}
