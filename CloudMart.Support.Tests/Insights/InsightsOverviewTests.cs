using Bunit;
using CloudMart.Support.Core.Conversations;
using CloudMart.Support.Core.Staff;
using CloudMart.Support.Tests.Fakes;
using CloudMart.Support.Web.Insights;

namespace CloudMart.Support.Tests.Insights;

public sealed class InsightsOverviewTests : IAsyncDisposable
{
    private readonly List<StaffBrowser> _opened = [];

    private static CancellationToken Token => Xunit.TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_supervisor_sees_how_many_conversations_there_were_and_what_became_of_them()
    {
        var browser = Open();
        await AnsweredAsync(browser.Desk);
        await HandedOverAsync(browser.Desk);

        var overview = browser.Render<InsightsOverview>();

        await overview.WaitForElementAsync("[data-ready]");
        Assert.Equal(
            ["Conversations 2", "Solved by the assistant alone 50 %", "Handed over 1", "Time to first answer 0.1 s", "Time to resolution –", "Tool calls 0"],
            overview.FindAll("a.tile").Select(tile => $"{tile.Children[0].TextContent} {tile.Children[1].TextContent}"));
        Assert.Equal(
            ["Conversations over time", "Handed over, and why", "Times", "Tool outcomes", "Ratings", "Tokens"],
            overview.FindAll("section h2").Select(heading => heading.TextContent));
        Assert.Contains("The customer asked", overview.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Each_figure_leads_to_its_conversations_of_the_same_days()
    {
        var browser = Open();
        await HandedOverAsync(browser.Desk);

        var overview = browser.Render<InsightsOverview>(page => page.Add(it => it.Choice, "7-days"));

        await overview.WaitForElementAsync("[data-ready]");
        Assert.Equal(
            "/insights/conversations?figure=handed-over&first=2026-11-18&last=2026-11-24",
            overview.FindAll("a.tile").Single(tile => tile.TextContent.Contains("Handed over", StringComparison.Ordinal)).GetAttribute("href"));
        Assert.Contains(
            "/insights/conversations?figure=handed-over%3ACustomerAsked&first=2026-11-18&last=2026-11-24",
            overview.FindAll("th a").Select(link => link.GetAttribute("href")));
    }

    [Fact]
    public async Task Where_nothing_began_words_say_so_and_what_will_be_there()
    {
        var overview = Open().Render<InsightsOverview>(page => page.Add(it => it.Choice, "today"));

        await overview.WaitForElementAsync("[data-ready]");
        Assert.StartsWith("No conversation began on Nov 24, 2026.", overview.Find(".empty").TextContent, StringComparison.Ordinal);
        Assert.Empty(overview.FindAll("a.tile"));
    }

    [Fact]
    public async Task Another_period_in_the_address_shows_the_figures_of_its_days()
    {
        var browser = Open();
        await AnsweredAsync(browser.Desk);
        browser.Desk.Clock.Advance(TimeSpan.FromDays(3));
        await HandedOverAsync(browser.Desk);

        var overview = browser.Render<InsightsOverview>(page => page.Add(it => it.Choice, "today"));
        await overview.WaitForAssertionAsync(() => Assert.Equal("1", overview.Find("a.tile .value").TextContent));
        overview.Render(page => page.Add(it => it.Choice, null).Add(it => it.First, "2026-11-24").Add(it => it.Last, "2026-11-27"));

        await overview.WaitForAssertionAsync(() => Assert.Equal("2", overview.Find("a.tile .value").TextContent));
    }

    [Fact]
    public async Task Who_is_no_supervisor_sees_no_figure()
    {
        var browser = Open(StaffBrowser.Sam);
        await AnsweredAsync(browser.Desk);

        var overview = browser.Render<InsightsOverview>();

        await overview.WaitForElementAsync(".empty");
        Assert.Empty(overview.FindAll("a.tile"));
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var browser in _opened)
        {
            await browser.DisposeAsync();
        }
    }

    private StaffBrowser Open(SignedInStaff? who = null)
    {
        var browser = new StaffBrowser(who: who ?? StaffBrowser.Priya);
        _opened.Add(browser);
        return browser;
    }

    private static async Task AnsweredAsync(Desk desk)
    {
        desk.Assistant.Says("It is on its way.");
        await desk.SayAsync("Where is my order?");
        await desk.SettleAsync();
    }

    private static async Task HandedOverAsync(Desk desk)
    {
        Assert.IsType<MessageKept>(await desk.HandOvers.AskForPersonAsync(Desk.Ana, null, Guid.NewGuid().ToString("N"), Token));
        await desk.SettleAsync();
    }
}
