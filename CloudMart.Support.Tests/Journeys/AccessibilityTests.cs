using CloudMart.Support.Tests.Fakes;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CloudMart.Support.Tests.Journeys;

/// <summary>What axe, the accessibility checker, finds in either theme.</summary>
public sealed class AccessibilityTests(RealBrowser browser, DemoPortal portal) : Journey(browser, portal)
{
    private const string Order = "CM-100006";

    [Fact]
    public async Task Axe_has_nothing_against_any_page_in_either_theme()
    {
        // Without motion: colors are judged as they come to be, not on their way.
        var tab = await OpenAsync(new() { ReducedMotion = ReducedMotion.Reduce });
        await tab.Page.GotoAsync("/signin");
        await tab.AxeIsSilentInBothThemesAsync();
        await tab.SignInAsync("customer-1");
        await tab.IsReadyAsync();
        await Expect(tab.Greeting).ToBeVisibleAsync();
        await tab.AxeIsSilentInBothThemesAsync();

        await tab.SayAsync($"Cancel order {Order}");
        await Expect(tab.Log).ToContainTextAsync($"Done: {Order} is canceled.");
        await tab.SayAsync("Cancel order CM-7864");
        await Expect(tab.Log).ToContainTextAsync("I can't cancel this one.");
        await Expect(tab.Stop).ToBeHiddenAsync();
        await tab.AxeIsSilentInBothThemesAsync();

        await tab.GoToAsync($"/orders/{Order}");
        await Expect(tab.OrderCard(Order)).ToContainTextAsync("What happened");
        await tab.AxeIsSilentInBothThemesAsync();
        await tab.GoToAsync("/orders");
        await Expect(tab.Page.GetByText("CM-7890").First).ToBeVisibleAsync();
        await tab.AxeIsSilentInBothThemesAsync();
        foreach (var page in (string[])["/help", "/help/returns", "/nothing/here"])
        {
            await tab.Page.GotoAsync(page);
            await tab.AxeIsSilentInBothThemesAsync();
        }

        await tab.SignInAsync("staff-1");
        await tab.IsReadyAsync();
        await tab.ChooseAsync("Assistant");
        await tab.Page.GetByRole(AriaRole.Link).Filter(new() { HasText = "customer-1" }).First.ClickAsync();
        await Expect(tab.Log).ToContainTextAsync("cancel_order");
        await tab.AxeIsSilentInBothThemesAsync();
        await tab.Button("Note").ClickAsync();
        await tab.Log.Locator("summary").First.ClickAsync();
        await tab.Page.Locator("[data-menu] summary").ClickAsync();
        await tab.Page.GetByRole(AriaRole.Region, new() { Name = "Orders" }).Locator("summary").First.ClickAsync();
        await tab.AxeIsSilentInBothThemesAsync();
        await tab.GoToAsync($"/staff/orders/{Order}");
        await Expect(tab.OrderCard(Order)).ToContainTextAsync("What happened");
        await tab.AxeIsSilentInBothThemesAsync();

        await tab.SignInAsync("supervisor-1");
        await tab.GoToAsync("/staff/audit");
        await tab.AxeIsSilentInBothThemesAsync();
        await tab.GoToAsync("/staff/replies");
        await tab.Button("New reply").ClickAsync();
        await tab.Button("Delete “Greeting”").ClickAsync();
        await Expect(tab.Button("Delete reply")).ToBeVisibleAsync();
        await tab.AxeIsSilentInBothThemesAsync();
        await tab.GoToAsync("/insights");
        await Expect(tab.Page.GetByRole(AriaRole.Heading, new() { Name = "Tool outcomes" })).ToBeVisibleAsync();
        await tab.Page.GetByText("As a table").First.ClickAsync();
        await tab.AxeIsSilentInBothThemesAsync();
        await tab.Page.GetByRole(AriaRole.Link, new() { NameRegex = new("^Conversations") }).First.ClickAsync();
        await Expect(tab.Page.GetByRole(AriaRole.Heading, new() { Name = "Conversations", Exact = true })).ToBeVisibleAsync();
        await Expect(tab.Page.GetByRole(AriaRole.Link).Filter(new() { HasText = "customer-1" }).First).ToBeVisibleAsync();
        await tab.AxeIsSilentInBothThemesAsync();
    }
}
