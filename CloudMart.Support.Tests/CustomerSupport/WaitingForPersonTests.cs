using Bunit;
using CloudMart.Support.Core.Conversations;
using CloudMart.Support.Tests.Fakes;
using CloudMart.Support.Web.CustomerSupport;

namespace CloudMart.Support.Tests.CustomerSupport;

public sealed class WaitingForPersonTests
{
    private static CancellationToken Cancel => Xunit.TestContext.Current.CancellationToken;

    [Fact]
    public async Task Who_waits_is_told_their_place_and_sees_it_move()
    {
        await using var browser = new CustomersBrowser();
        using var stay = browser.Desk.Presence.Enter(StaffBrowser.Sam);
        await QueueAsync(browser.Desk, "c-0", Desk.Ben.CustomerId);
        browser.Desk.Clock.Advance(TimeSpan.FromMinutes(1));
        await QueueAsync(browser.Desk, "c-1", Desk.Ana.CustomerId);
        var waiting = Render(browser);
        await waiting.WaitForAssertionAsync(() => Assert.Equal("One other waits before you.", waiting.Find(".place").TextContent));

        await browser.Desk.Staff.TakeOverAsync(StaffBrowser.Sam, "c-0", 0, Cancel);
        browser.Desk.Clock.Advance(TimeSpan.FromSeconds(15));

        await waiting.WaitForAssertionAsync(() => Assert.Equal("You are next in line.", waiting.Find(".place").TextContent));
        Assert.DoesNotContain("Nobody is at our desk", waiting.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_stands_behind_a_hundred_that_want_something_else_is_told_that_others_are_before_them()
    {
        await using var browser = new CustomersBrowser();
        for (var number = 0; number <= 100; number++)
        {
            var now = browser.Desk.Clock.GetUtcNow();
            var twice = Entries.Said("Where is my parcel?");
            Assert.True(await browser.Desk.Store.AppendAsync(new LogEntry($"c-{number:000}", $"w-{number}", [new(1, now, twice), new(2, now, twice)]), Cancel));
        }

        browser.Desk.Clock.Advance(TimeSpan.FromMinutes(1));
        await QueueAsync(browser.Desk, "c-1", Desk.Ana.CustomerId);
        var waiting = Render(browser);

        await waiting.WaitForAssertionAsync(() => Assert.Equal("Others wait before you.", waiting.Find(".place").TextContent));
    }

    [Fact]
    public async Task Where_nobody_is_there_it_says_so_and_that_the_page_may_be_closed()
    {
        await using var browser = new CustomersBrowser();
        await QueueAsync(browser.Desk, "c-1", Desk.Ana.CustomerId);

        var waiting = Render(browser);

        await waiting.WaitForAssertionAsync(() => Assert.Contains("Nobody is at our desk right now.", waiting.Find("[role=status]").TextContent, StringComparison.Ordinal));
        Assert.Contains("You may close this page: the reply will be here.", waiting.Markup, StringComparison.Ordinal);
        Assert.Empty(waiting.FindAll("time"));
    }

    private static IRenderedComponent<WaitingForPerson> Render(CustomersBrowser browser) =>
        browser.Render<WaitingForPerson>(parameters => parameters.Add(wait => wait.ConversationId, "c-1"));

    private static async Task QueueAsync(Desk desk, string id, string customerId)
    {
        var now = desk.Clock.GetUtcNow();
        Assert.True(await desk.Store.AppendAsync(
            new LogEntry(id, $"w-{id}", [new(1, now, Entries.Said("Hi", customerId)), new(2, now, new HandedToStaff("Asked for a person.", ""))]), Cancel));
    }
}
