using CloudMart.Support.Tests.Fakes;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CloudMart.Support.Tests.Journeys;

/// <summary>What axe, the accessibility checker, finds in either theme.</summary>
public sealed class AccessibilityTests(RealBrowser browser, DemoPortal portal) : Journey(browser, portal)
{
    [Theory]
    [InlineData(ColorScheme.Light)]
    [InlineData(ColorScheme.Dark)]
    public async Task Axe_has_nothing_against_any_page(ColorScheme theme)
    {
        // Without motion: colors are judged as they come to be, not on their way.
        var tab = await OpenAsync(new() { ColorScheme = theme, ReducedMotion = ReducedMotion.Reduce });
        await tab.Page.GotoAsync("/signin");
        await AxeIsSilentAsync(tab);
        await tab.SignInAsync("customer-1");
        await tab.IsReadyAsync();
        await Expect(tab.Greeting).ToBeVisibleAsync();
        await AxeIsSilentAsync(tab);

        var order = theme == ColorScheme.Light ? "CM-100006" : "CM-100007";
        await tab.SayAsync($"Cancel order {order}");
        await Expect(tab.Log).ToContainTextAsync($"Done: {order} is canceled.");
        await tab.SayAsync("Cancel order CM-7864");
        await Expect(tab.Log).ToContainTextAsync("I can't cancel this one.");
        await Expect(tab.Stop).ToBeHiddenAsync();
        await AxeIsSilentAsync(tab);

        await tab.GoToAsync($"/orders/{order}");
        await Expect(tab.OrderCard(order)).ToContainTextAsync("What happened");
        await AxeIsSilentAsync(tab);
        await tab.Page.GotoAsync("/nothing/here");
        await AxeIsSilentAsync(tab);
    }

    private static async Task AxeIsSilentAsync(Tab tab)
    {
        var found = await tab.Page.RunAxe();
        Assert.True(found.Violations.Length == 0, $"{tab.Path}: " + string.Join("\n", found.Violations.Select(each =>
            $"{each.Id}, {each.Help}: {string.Join(", ", each.Nodes.Select(node => node.Html))}")));
    }
}
