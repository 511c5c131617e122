using System.Collections.Immutable;
using Bunit;
using CloudMart.Support.Core.Insights;
using CloudMart.Support.Tests.Fakes;
using CloudMart.Support.Web.Insights;
using Microsoft.AspNetCore.Components;

namespace CloudMart.Support.Tests.Insights;

/// <summary>What a chart shows by its shape stands beside it in words.</summary>
public sealed class FigurePanelsTests : IAsyncDisposable
{
    private static readonly DateOnly Monday = new(2026, 11, 23);

    private static readonly PeriodFigures None = new(Period.Ending(Monday, 7), [.. Period.Ending(Monday, 7).Parts().Select(day => new PeriodCounts(day, ImmutableDictionary<string, long>.Empty))]);

    private static readonly PeriodFigures Some = new(Period.Between(Monday, Monday.AddDays(1))!,
    [
        Day(0, ("n", 1_000), ("alone", 600), ("h:CustomerAsked", 200), ("h:SteppedIn", 50), ("f:11", 900), ("s:5", 3), ("s:1", 1)),
        Day(1, ("n", 20), ("f:20", 20), ("r:40", 4), ("t:cancel_order canceled", 3), ("t:cancel_order not_allowed", 1), ("in", 12_345), ("out", 678), ("cost", 4_080_000)),
    ]);

    private readonly StaffBrowser _browser = new(who: StaffBrowser.Priya);

    [Fact]
    public void The_days_of_the_chart_stand_in_a_table_each_with_the_way_to_its_conversations()
    {
        var panel = _browser.Render<ConversationsByDay>(it => it.Add(chart => chart.Parts, Some.Parts()));

        Assert.Equal(["Nov 23, 2026 1,000 600 250", "Nov 24, 2026 20 0 0"], Rows(panel));
        Assert.Equal("/insights/conversations?figure=conversations&first=2026-11-23&last=2026-11-23", panel.Find("tbody a").GetAttribute("href"));
        Assert.Equal(["Solved by the assistant alone", "Handed over", "Other"], panel.FindAll(".key > span").Select(kind => kind.TextContent));
        Assert.NotNull(panel.Find("[aria-hidden=true] svg"));
    }

    [Fact]
    public void Why_conversations_were_handed_over_is_said_with_the_share_of_each_cause()
    {
        var panel = _browser.Render<HandOvers>(it => it.Add(why => why.Figures, Some));

        Assert.Equal(["The customer asked 200 80 %", "Staff stepped in 50 20 %"], Rows(panel));
        Assert.Contains("Nothing was handed over", _browser.Render<HandOvers>(it => it.Add(why => why.Figures, None)).Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void Times_are_given_as_median_and_95th_percentile_and_over_time()
    {
        var panel = _browser.Render<AnswerTimes>(it => it.Add(times => times.Figures, Some).Add(times => times.Parts, Some.Parts()));

        Assert.Equal(
            ["First answer 1 s 1 s", "Resolution 11 min 11 min", "Nov 23, 2026 1 s 1 s", "Nov 24, 2026 7.8 s 7.8 s"], Rows(panel));
        Assert.Equal(["First answer – –", "Resolution – –"], Rows(_browser.Render<AnswerTimes>(it => it.Add(times => times.Figures, None).Add(times => times.Parts, None.Parts()))));
    }

    [Fact]
    public void A_tools_outcomes_are_listed_each_with_the_way_to_its_conversations()
    {
        var panel = _browser.Render<ToolCalls>(it => it.Add(tools => tools.Figures, Some));

        Assert.Equal(["cancel_order canceled 3 75 %", "not allowed 1 25 %"], Rows(panel));
        Assert.Contains("figure=tools%3Acancel_order%20not_allowed", panel.FindAll("td a")[1].GetAttribute("href"), StringComparison.Ordinal);
        Assert.Contains("No tool was called", _browser.Render<ToolCalls>(it => it.Add(tools => tools.Figures, None)).Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void Ratings_have_their_mean_and_how_many_gave_each_score()
    {
        var panel = _browser.Render<Ratings>(it => it.Add(ratings => ratings.Figures, Some));

        Assert.Equal("4.0 of 5, by 4 customers", panel.Find(".mean").TextContent);
        Assert.Equal(["Rated 5 75 % 3", "Rated 4 0 % 0", "Rated 3 0 % 0", "Rated 2 0 % 0", "Rated 1 25 % 1"], Rows(panel));
        Assert.Equal(2, panel.FindAll("a").Count);
        Assert.Contains("Nobody has rated", _browser.Render<Ratings>(it => it.Add(ratings => ratings.Figures, None)).Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void Tokens_are_given_with_what_they_cost()
    {
        var panel = _browser.Render<TokensUsed>(it => it.Add(tokens => tokens.Figures, Some));

        Assert.Equal(["Read by the model 12,345", "Written by the model 678", "Cost $4.08", "Cost of a conversation $0.0040"], Rows(panel));
        Assert.Contains("the demo assistant uses none", _browser.Render<TokensUsed>(it => it.Add(tokens => tokens.Figures, None)).Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void A_tile_is_one_link_that_says_what_how_much_and_of_what()
    {
        var tile = _browser.Render<FigureTile>(it => it.Add(each => each.Label, "Handed over").Add(each => each.Value, "12").Add(each => each.Note, "6 % of them").Add(each => each.Href, "/x"));

        Assert.Equal(["Handed over", "12", "6 % of them"], tile.Find("a[href='/x']").Children.Select(part => part.TextContent));
    }

    public ValueTask DisposeAsync() => _browser.DisposeAsync();

    private static IEnumerable<string> Rows<T>(IRenderedComponent<T> panel)
        where T : IComponent => panel.FindAll("tbody tr").Select(row => string.Join(' ', row.Children.Select(cell => cell.TextContent.Trim())));

    private static PeriodCounts Day(int after, params (string Name, long Count)[] counts) =>
        new(Period.Between(Monday.AddDays(after), Monday.AddDays(after))!, counts.ToImmutableDictionary(count => count.Name, count => count.Count));
}
