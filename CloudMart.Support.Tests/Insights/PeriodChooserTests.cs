using Bunit;
using CloudMart.Support.Tests.Fakes;
using CloudMart.Support.Web.Insights;

namespace CloudMart.Support.Tests.Insights;

public sealed class PeriodChooserTests
{
    private static readonly DateOnly Today = new(2026, 11, 26);

    [Theory]
    [InlineData(null, "30-days", "2026-10-28")]
    [InlineData("nonsense", "30-days", "2026-10-28")]
    [InlineData("today", "today", "2026-11-26")]
    [InlineData("7-days", "7-days", "2026-11-20")]
    [InlineData("12-months", "12-months", "2025-12-01")]
    public void A_period_in_words_ends_today(string? name, string chosen, string first)
    {
        var choice = PeriodChoice.Of(name, null, null, Today);

        Assert.Equal((chosen, first, Today, null), (choice.Name, FigureLink.Date(choice.Period.First), choice.Period.Last, choice.Trouble));
    }

    [Fact]
    public void Dates_go_before_words_and_stay_as_they_are()
    {
        var choice = PeriodChoice.Of("today", "2026-01-01", "2026-03-31", Today);

        Assert.Equal((null, 90, null), (choice.Name, choice.Period.Days, choice.Trouble));
    }

    [Theory]
    [InlineData("2026-02-01", "2026-01-01")]
    [InlineData("2026-02-30", "2026-03-01")]
    [InlineData("1999-01-01", "2026-03-01")]
    [InlineData("2026-02-01", null)]
    [InlineData("", "")]
    public async Task Of_dates_that_are_no_period_words_say_what_is_amiss(string? first, string? last)
    {
        await using var browser = new StaffBrowser(who: StaffBrowser.Priya);

        var chooser = browser.Render<PeriodChooser>(it => it.Add(one => one.Choice, PeriodChoice.Of(null, first, last, Today)));

        Assert.StartsWith("Please choose a first day", chooser.Find("[role=alert]").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_chosen_period_is_marked_the_others_are_a_link_away_and_dates_can_be_put_in()
    {
        await using var browser = new StaffBrowser(who: StaffBrowser.Priya);

        var chooser = browser.Render<PeriodChooser>(it => it.Add(one => one.Choice, PeriodChoice.Of("7-days", null, null, Today)));

        Assert.Equal("7 days", Assert.Single(chooser.FindAll("nav [aria-current]")).TextContent);
        Assert.Equal(
            ["/insights?period=today", "/insights?period=7-days", "/insights?period=30-days", "/insights?period=12-months"],
            chooser.FindAll("nav a").Select(link => link.GetAttribute("href")));
        Assert.Equal(["2026-11-20", "2026-11-26"], chooser.FindAll("form[action='/insights'] input[type=date]").Select(date => date.GetAttribute("value")));
        Assert.Empty(chooser.FindAll("[role=alert]"));
    }
}
