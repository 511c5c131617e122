using System.Collections.Immutable;
using CloudMart.Support.Core.Insights;

namespace CloudMart.Support.Tests.Insights;

public sealed class PeriodFiguresTests
{
    private static readonly DateOnly Monday = new(2026, 11, 23);

    private static readonly PeriodFigures Figures = new(Period.Between(Monday, Monday.AddDays(2))!,
    [
        Day(0, ("n", 10), ("alone", 6), ("h:CustomerAsked", 2), ("s:5", 1), ("t:get_order found", 4), ("t:cancel_order refused", 1), ("in", 900), ("out", 90), ("cost", 2_500_000)),
        Day(1),
        Day(2, ("n", 5), ("alone", 1), ("h:CustomerAsked", 1), ("h:SteppedIn", 2), ("s:2", 1), ("s:5", 1), ("t:cancel_order canceled", 2), ("f:11", 5), ("in", 100)),
    ]);

    [Fact]
    public void The_figures_of_a_period_are_the_sums_of_its_days()
    {
        Assert.Equal((15, 7, 5, 7), (Figures.Conversations, Figures[Figure.SolvedAlone], Figures[Figure.HandedOver], Figures[Figure.Tools]));
        Assert.Equal((1_000, 90, 2.5m), (Figures.TokensIn, Figures.TokensOut, Figures.Cost));
        Assert.Equal((4.0, 2, 1, 0), (Figures.MeanRating, Figures.Rated(5), Figures.Rated(2), Figures.Rated(1)));
    }

    [Fact]
    public void Causes_and_tools_come_the_most_frequent_first()
    {
        Assert.Equal([new("CustomerAsked", 3), new("SteppedIn", 2)], Figures.Causes);
        Assert.Equal(["get_order", "cancel_order"], Figures.Tools.Select(tool => tool.Tool));
        Assert.Equal([new("canceled", 2), new("refused", 1)], Figures.Tools[1].Outcomes);
    }

    [Fact]
    public void Times_are_those_of_who_was_answered_and_there_are_none_where_nothing_was_resolved()
    {
        Assert.Equal(5, Figures.FirstAnswer!.Times);
        Assert.InRange(Figures.FirstAnswer.Median.TotalMilliseconds, 900, 1_300);
        Assert.Null(Figures.Resolution);
    }

    [Fact]
    public void Each_day_has_its_own_and_one_without_conversations_nothing()
    {
        var parts = Figures.Parts();

        Assert.Equal([10, 0, 5], parts.Select(part => part.Conversations));
        Assert.Null(parts[1].MeanRating);
        Assert.Empty(parts[1].Tools);
    }

    private static PeriodCounts Day(int after, params (string Name, long Count)[] counts) =>
        new(Period.Between(Monday.AddDays(after), Monday.AddDays(after))!, counts.ToImmutableDictionary(count => count.Name, count => count.Count));
}
