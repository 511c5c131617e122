using Bunit;
using CloudMart.Support.Core.Staff;
using CloudMart.Support.Tests.Fakes;
using CloudMart.Support.Web.StaffConsole;

namespace CloudMart.Support.Tests.StaffConsole;

public sealed class AuditLogTests
{
    private static CancellationToken Cancel => Xunit.TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_supervisor_sees_who_did_what_on_whom_and_when_newest_first_with_the_way_to_the_conversation()
    {
        await using var browser = new StaffBrowser(who: StaffBrowser.Priya);
        await AddAsync(browser.Desk, 1, "took over");
        await AddAsync(browser.Desk, 2, "replied");

        var log = browser.Render<AuditLog>();

        await log.WaitForAssertionAsync(() => Assert.Equal(["replied", "took over"], log.FindAll("tbody .deed").Select(cell => cell.TextContent)));
        var newest = log.Find("tbody tr");
        Assert.Equal("2026-11-24T09:02:00.0000000Z", newest.QuerySelector("time")!.GetAttribute("datetime"));
        Assert.Equal("Sam staff-1", newest.QuerySelector(".who")!.TextContent);
        Assert.Contains("customer-1", newest.TextContent, StringComparison.Ordinal);
        Assert.Equal("/staff/c-2", newest.QuerySelector("a")!.GetAttribute("href"));
        Assert.Equal(["When", "Who", "What", "Customer", "Conversation"], log.FindAll("th[scope=col]").Select(head => head.TextContent));
    }

    [Fact]
    public async Task Older_entries_come_page_by_page()
    {
        await using var browser = new StaffBrowser(who: StaffBrowser.Priya);
        for (var minute = 0; minute < 60; minute++)
        {
            await AddAsync(browser.Desk, minute, "replied");
        }

        var log = browser.Render<AuditLog>();
        await log.WaitForAssertionAsync(() => Assert.Equal(50, log.FindAll("tbody tr").Count));
        await log.InvokeAsync(() => log.Find("button").ClickAsync(new()));

        await log.WaitForAssertionAsync(() => Assert.Equal(60, log.FindAll("tbody tr").Count));
        Assert.Empty(log.FindAll("button"));
    }

    [Fact]
    public async Task Who_is_no_supervisor_sees_nothing_of_it()
    {
        await using var browser = new StaffBrowser();
        await AddAsync(browser.Desk, 1, "took over");

        var log = browser.Render<AuditLog>();

        await log.WaitForElementAsync(".empty");
        Assert.DoesNotContain("took over", log.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_of_staff_that_is_open_says_that_somebody_is_at_the_desk()
    {
        await using var browser = new StaffBrowser(who: StaffBrowser.Priya);
        Assert.False(browser.Desk.Presence.IsSomebodyThere);

        var log = browser.Render<AuditLog>();

        await log.WaitForAssertionAsync(() => Assert.True(browser.Desk.Presence.IsSomebodyThere));
        await browser.DisposeComponentsAsync();
        browser.Desk.Clock.Advance(TimeSpan.FromMinutes(3));
        Assert.False(browser.Desk.Presence.IsSomebodyThere);
    }

    [Fact]
    public async Task One_that_is_left_open_when_its_sign_in_ends_is_nobody()
    {
        await using var browser = new StaffBrowser(who: StaffBrowser.Priya);
        var log = browser.Render<AuditLog>();
        await log.WaitForAssertionAsync(() => Assert.True(browser.Desk.Presence.IsSomebodyThere));

        browser.SignOut();

        browser.Desk.Clock.Advance(TimeSpan.FromMinutes(3));
        await log.WaitForAssertionAsync(() => Assert.False(browser.Desk.Presence.IsSomebodyThere));
    }

    private static Task AddAsync(Desk desk, int minute, string what) => desk.Audit.AddAsync(
        new AuditEntry($"a-{minute}", desk.Clock.Start.AddMinutes(minute), "staff-1", what, $"c-{minute}", "customer-1"), Cancel);
}
