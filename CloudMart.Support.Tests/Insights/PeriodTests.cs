using CloudMart.Support.Core.Insights;
using CsCheck;

namespace CloudMart.Support.Tests.Insights;

public sealed class PeriodTests
{
    private static readonly DateOnly Day = new(2026, 11, 26);

    [Fact]
    public void A_period_ends_no_earlier_than_it_begins_and_has_no_more_than_three_years()
    {
        Assert.Equal(1, Period.Between(Day, Day)!.Days);
        Assert.Null(Period.Between(Day, Day.AddDays(-1)));
        Assert.NotNull(Period.Between(Day.AddDays(1 - Period.MostDays), Day));
        Assert.Null(Period.Between(Day.AddDays(-Period.MostDays), Day));
    }

    [Theory]
    [InlineData(7, 7, 1)]
    [InlineData(31, 31, 1)]
    [InlineData(32, 5, 7)]
    [InlineData(180, 26, 7)]
    public void Of_a_month_a_chart_shows_days_and_of_some_months_weeks(int days, int parts, int length)
    {
        var shown = Period.Ending(Day, days).Parts().ToList();

        Assert.Equal((parts, length), (shown.Count, shown[0].Days));
    }

    [Fact]
    public void Of_a_year_a_chart_shows_the_months_of_the_calendar() =>
        Assert.Equal(
            [(11, 30, 30), (12, 1, 31), (1, 1, 31), (2, 1, 28)],
            Period.Between(new(2025, 11, 30), Day)!.Parts().Take(4).Select(part => (part.First.Month, part.First.Day, part.Last.Day)));

    [Fact]
    public void The_parts_are_the_whole_without_a_gap_or_an_overlap_at_the_ends_of_the_calendar_too() =>
        Gen.Select(Gen.Int[0, DateOnly.MaxValue.DayNumber], Gen.OneOf(Gen.Int[0, Period.MostDays - 1], Gen.Int[0, 40])).Sample((first, more) =>
        {
            var last = Math.Min(DateOnly.MaxValue.DayNumber, first + more);
            var whole = Period.Between(DateOnly.FromDayNumber(first), DateOnly.FromDayNumber(last))!;
            var parts = whole.Parts().ToList();

            Assert.Equal((whole.First, whole.Last, whole.Days), (parts[0].First, parts[^1].Last, parts.Sum(part => part.Days)));
            Assert.All(parts.Zip(parts.Skip(1)), pair => Assert.Equal(pair.First.Last.DayNumber + 1, pair.Second.First.DayNumber));
        });
}
