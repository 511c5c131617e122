using Bunit;
using CloudMart.Support.Core.Conversations;
using CloudMart.Support.Core.Staff;
using CloudMart.Support.Tests.Fakes;
using CloudMart.Support.Web.Insights;

namespace CloudMart.Support.Tests.Insights;

public sealed class FigureConversationsTests : IAsyncDisposable
{
    private StaffBrowser _browser = new(who: StaffBrowser.Priya);

    private static CancellationToken Token => Xunit.TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_conversations_behind_a_figure_are_listed_with_the_way_to_each()
    {
        _browser.Desk.Assistant.Says("It is on its way.");
        await _browser.Desk.SayAsync("Where is my order?");
        var handed = await HandedOverAsync();

        var list = Show("handed-over:CustomerAsked");

        await list.WaitForElementAsync("[data-ready]");
        Assert.Equal("Handed over: The customer asked", list.Find("h1").TextContent);
        var row = Assert.Single(list.FindAll("li a"));
        Assert.Equal($"/staff/{handed}", row.GetAttribute("href"));
        Assert.Contains("customer-1", row.TextContent, StringComparison.Ordinal);
        Assert.Contains("Waiting for a person", row.TextContent, StringComparison.Ordinal);
        Assert.Contains("from Nov 1 to Nov 24, 2026", list.Find(".what").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Older_ones_come_page_by_page()
    {
        for (var n = 0; n < 53; n++)
        {
            await HandedOverAsync();
        }

        var list = Show("handed-over");
        await list.WaitForAssertionAsync(() => Assert.Equal(50, list.FindAll("li").Count));
        await list.InvokeAsync(() => list.Find("button").ClickAsync(new()));

        await list.WaitForAssertionAsync(() => Assert.Equal(53, list.FindAll("li").Count));
        Assert.Empty(list.FindAll("button"));
    }

    [Fact]
    public async Task Where_there_is_none_words_say_so()
    {
        var list = Show("rated:1");

        await list.WaitForElementAsync("[data-ready]");
        Assert.Equal("Rated 1 of 5", list.Find("h1").TextContent);
        Assert.StartsWith("None began in these days.", list.Find(".empty").TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("no-such-figure", "2026-11-01", "2026-11-24")]
    [InlineData("handed-over", "2026-11-24", "2026-11-01")]
    [InlineData("handed-over", "yesterday", null)]
    [InlineData(null, null, null)]
    public void An_address_that_names_no_figure_or_no_days_leads_back_to_where_they_are(string? name, string? first, string? last)
    {
        var list = Show(name, first, last);

        Assert.Equal("/insights", list.Find(".empty a").GetAttribute("href"));
        list.Find("[data-ready]");
    }

    [Fact]
    public async Task Who_is_no_supervisor_sees_none()
    {
        await _browser.DisposeAsync();
        _browser = new(who: StaffBrowser.Sam);
        await HandedOverAsync();

        var list = Show("handed-over");

        await list.WaitForElementAsync(".empty");
        Assert.Empty(list.FindAll("li"));
    }

    public ValueTask DisposeAsync() => _browser.DisposeAsync();

    private IRenderedComponent<FigureConversations> Show(string? name, string? first = "2026-11-01", string? last = "2026-11-24") =>
        _browser.Render<FigureConversations>(page => page.Add(it => it.Name, name).Add(it => it.First, first).Add(it => it.Last, last));

    private async Task<string> HandedOverAsync()
    {
        _browser.Desk.Clock.Advance(TimeSpan.FromSeconds(10));
        var kept = Assert.IsType<MessageKept>(await _browser.Desk.HandOvers.AskForPersonAsync(Desk.Ana, null, Guid.NewGuid().ToString("N"), Token));
        await _browser.Desk.SettleAsync();
        return kept.Conversation.State.Id;
    }
}
