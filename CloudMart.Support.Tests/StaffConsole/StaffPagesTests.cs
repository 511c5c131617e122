using Bunit;
using CloudMart.Support.Core.Staff;
using CloudMart.Support.Tests.Fakes;
using CloudMart.Support.Web.Insights;
using CloudMart.Support.Web.StaffConsole;
using CloudMart.Support.Web.StaffConsole.Replies;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using AuditPage = CloudMart.Support.Web.StaffConsole.AuditPage;

namespace CloudMart.Support.Tests.StaffConsole;

/// <summary>The staff's pages as a whole: what an address shows.</summary>
public sealed class StaffPagesTests : IAsyncDisposable
{
    private readonly StaffBrowser _browser = new(who: StaffBrowser.Priya);

    private static CancellationToken Cancel => Xunit.TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_inbox_opens_the_conversation_that_the_address_names()
    {
        _browser.Desk.Assistant.Says("It is on its way.");
        var id = await _browser.Desk.SayAsync("Where is my parcel?");
        await _browser.Desk.SettleAsync();

        var page = _browser.Render<StaffConsolePage>(parameters => parameters.Add(inbox => inbox.ConversationId, id));

        await page.WaitForAssertionAsync(() => Assert.Contains("Where is my parcel?", page.Find("[role=log]").TextContent, StringComparison.Ordinal));
        Assert.NotNull(page.Find("input[type=search]"));
        Assert.NotNull(page.Find("[data-needs-circuit]"));
    }

    [Fact]
    public async Task The_audit_log_says_what_it_promises_and_lists_what_was_done()
    {
        await _browser.Desk.Audit.AddAsync(new AuditEntry("a-1", _browser.Desk.Clock.Start, "staff-1", "took over", "c-1", "customer-1"), Cancel);

        var page = _browser.Render<AuditPage>();

        Assert.Equal("Audit log", page.Find("h1").TextContent);
        Assert.Contains("none is ever changed", page.Find(".what").TextContent, StringComparison.Ordinal);
        await page.WaitForAssertionAsync(() => Assert.Equal("took over", page.Find("tbody .deed").TextContent));
    }

    [Fact]
    public async Task Canned_replies_say_how_they_are_used_and_a_supervisor_adds_to_them()
    {
        var page = _browser.Render<RepliesPage>();

        Assert.Equal("Canned replies", page.Find("h1").TextContent);
        Assert.Equal("/", page.Find(".what kbd").TextContent);
        await page.WaitForAssertionAsync(() => Assert.Contains(page.FindAll("button"), button => button.TextContent == "New reply"));
    }

    [Fact]
    public async Task An_order_is_shown_by_its_number()
    {
        await _browser.Desk.Store.AddMissingAsync([CornerShop.Order()], Cancel);

        var page = _browser.Render<StaffOrderPage>(parameters => parameters.Add(order => order.OrderId, "CM-7890"));

        Assert.Equal("Order", page.Find("h1").TextContent);
        await page.WaitForAssertionAsync(() => Assert.NotNull(page.Find("article[aria-label='Order CM-7890']")));
    }

    [Fact]
    public async Task Insights_open_on_the_period_of_the_address()
    {
        GoTo("/insights?first=2026-11-01&last=2026-11-10");

        var page = _browser.Render<InsightsPage>();

        Assert.Equal("Insights", page.Find("h1").TextContent);
        await page.WaitForElementAsync("[data-ready]");
        Assert.Equal(["2026-11-01", "2026-11-10"], page.FindAll("input[type=date]").Select(input => input.GetAttribute("value")));
    }

    [Fact]
    public async Task The_conversations_of_a_figure_lead_back_to_the_same_period()
    {
        GoTo("/insights/conversations?figure=handed-over&first=2026-11-01&last=2026-11-10");

        var page = _browser.Render<FigureConversationsPage>();

        await page.WaitForElementAsync("[data-ready]");
        Assert.StartsWith("Handed over", page.Find("h1").TextContent, StringComparison.Ordinal);
        Assert.Equal("/insights?first=2026-11-01&last=2026-11-10", page.Find(".back a").GetAttribute("href"));
    }

    [Fact]
    public async Task Staff_see_the_ways_to_their_pages_and_supervisors_those_to_theirs()
    {
        await using var sams = new StaffBrowser();

        Assert.Equal(["Inbox", "Replies", "Help"], LinksIn(sams.Render<StaffLayout>()));
        var priyas = _browser.Render<StaffLayout>();
        Assert.Equal(["Inbox", "Replies", "Insights", "Audit log", "Help"], LinksIn(priyas));
        Assert.Equal("Priya", priyas.Find(".name").TextContent);
        Assert.Equal("Staff", priyas.Find("form:has(button[aria-label='Sign out']) input[name=scheme]").GetAttribute("value"));
        Assert.EndsWith("#main", priyas.Find("a.skip").GetAttribute("href"), StringComparison.Ordinal);
    }

    [Fact]
    public void Who_is_not_signed_in_sees_no_way_to_them()
    {
        _browser.SignOut();

        var layout = _browser.Render<StaffLayout>();

        Assert.Equal(["Help"], LinksIn(layout));
        Assert.Empty(layout.FindAll("button[aria-label='Sign out']"));
    }

    public ValueTask DisposeAsync() => _browser.DisposeAsync();

    private void GoTo(string address) => _browser.Services.GetRequiredService<NavigationManager>().NavigateTo(address);

    private static IEnumerable<string> LinksIn(IRenderedComponent<StaffLayout> layout) =>
        layout.FindAll("nav[aria-label=Main] a").Select(link => link.TextContent);
}
