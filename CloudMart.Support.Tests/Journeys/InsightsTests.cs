using CloudMart.Support.Tests.Fakes;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CloudMart.Support.Tests.Journeys;

/// <summary>Two customers, a supervisor and a member of staff on a day on which nobody else writes.</summary>
public sealed class InsightsTests(RealBrowser browser, FreshPortal portal) : Journey(browser, portal)
{
    [Fact]
    public async Task A_supervisor_sees_what_was_answered_and_what_was_handed_over_and_follows_a_figure_to_its_conversation_which_staff_may_not()
    {
        var ana = await SignInAsync();
        await ana.SayAsync("Cancel order CM-7890");
        await Expect(ana.Log).ToContainTextAsync("Done: CM-7890 is canceled.");
        var ben = await SignInAsync("customer-2");
        await ben.Button("Talk to a person").ClickAsync();
        await Expect(ben.Page.GetByRole(AriaRole.Region, new() { Name = "Waiting for a person" })).ToBeVisibleAsync();

        var priya = await SignInAsync("supervisor-1");
        await priya.Page.GetByRole(AriaRole.Link, new() { Name = "Insights", Exact = true }).ClickAsync();
        await Expect(Tile(priya, "Conversations")).ToContainTextAsync("2");
        await Expect(Tile(priya, "Solved by the assistant alone")).ToContainTextAsync("50 %");
        await priya.Page.GetByRole(AriaRole.Link, new() { Name = "Today", Exact = true }).ClickAsync();
        await Expect(priya.Page.GetByRole(AriaRole.Link, new() { Name = "Today", Exact = true })).ToHaveAttributeAsync("aria-current", "true");
        await Expect(priya.Page.GetByRole(AriaRole.Row).Filter(new() { HasText = "cancel_order" })).ToContainTextAsync("canceled");

        await Tile(priya, "Handed over").ClickAsync();
        await priya.Page.GetByRole(AriaRole.Main).GetByRole(AriaRole.Listitem).GetByRole(AriaRole.Link).ClickAsync();
        await Expect(priya.Log).ToContainTextAsync("I would like to talk to a person.");
        Assert.Equal($"/staff/{ben.Path.Split('/')[^1]}", priya.Path);

        var sam = await SignInAsync("staff-1");
        await Expect(sam.Page.GetByRole(AriaRole.Link, new() { Name = "Insights", Exact = true })).ToHaveCountAsync(0);
        await sam.Page.GotoAsync("/insights");
        Assert.Equal("/signin", sam.Path);
    }

    [Fact]
    public async Task Its_pages_fit_a_phone()
    {
        var priya = await SignInAsync("supervisor-1", Tab.Phone);
        await priya.GoToAsync("/insights?period=12-months");
        await priya.FitsAsync();
        await priya.GoToAsync("/insights/conversations?figure=conversations&first=2026-11-01&last=2026-11-30");
        await priya.FitsAsync();
    }

    private static ILocator Tile(Tab tab, string label) =>
        tab.Page.GetByRole(AriaRole.Link, new() { NameRegex = new($"^{label}") }).Filter(new() { Has = tab.Page.Locator("strong") });
}
