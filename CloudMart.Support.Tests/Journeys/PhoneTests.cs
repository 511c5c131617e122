using CloudMart.Support.Tests.Fakes;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CloudMart.Support.Tests.Journeys;

public sealed class PhoneTests(RealBrowser browser, DemoPortal portal) : Journey(browser, portal)
{
    /// <summary>A finger's width, in CSS pixels.</summary>
    private const int Target = 44;

    private static readonly BrowserNewContextOptions Phone = new()
    {
        ViewportSize = new() { Width = 360, Height = 640 }, IsMobile = true, HasTouch = true,
    };

    [Fact]
    public async Task No_page_of_360_pixels_scrolls_sideways_and_the_message_box_stays_in_view()
    {
        var tab = await OpenAsync(Phone);
        await tab.Page.GotoAsync("/signin");
        await FitsAsync(tab);
        await tab.Account("customer-1").TapAsync();
        await tab.IsReadyAsync();
        await Expect(tab.Greeting).ToBeVisibleAsync();
        await FitsAsync(tab);
        await Expect(tab.Box).ToBeInViewportAsync(new() { Ratio = 1 });

        await tab.Box.FillAsync("Cancel order CM-100005");
        await tab.Send.TapAsync();

        await Expect(tab.Log).ToContainTextAsync("Done: CM-100005 is canceled.");
        await FitsAsync(tab);
        await Expect(tab.Box).ToBeInViewportAsync(new() { Ratio = 1 });
        await tab.GoToAsync("/orders/CM-100005");
        await Expect(tab.OrderCard("CM-100005")).ToContainTextAsync("What happened");
        await FitsAsync(tab);
    }

    [Fact]
    public async Task Fingers_find_the_buttons_of_the_message_box()
    {
        var tab = await SignInAsync("customer-2", Phone);

        await HitsAsync(tab.Send);
        await tab.Page.EvaluateAsync("document.getElementById('composer').classList.add('answering')");
        await tab.Page.EvaluateAsync("document.querySelector('[data-stop]').hidden = false");
        await HitsAsync(tab.Stop);
    }

    /// <summary>Nothing that can be scrolled has anything to scroll to at its side.</summary>
    private static async Task FitsAsync(Tab tab) => Assert.Empty(await tab.Page.EvaluateAsync<string[]>("""
        () => [...document.querySelectorAll('*')]
          .filter(each => each.scrollWidth > each.clientWidth
            && (each === document.documentElement || ['auto', 'scroll'].includes(getComputedStyle(each).overflowX)))
          .map(each => `${each.tagName} ${each.id} ${each.className}: ${each.scrollWidth} in ${each.clientWidth}`)
        """));

    /// <summary>A tap half a target away from the middle, in any direction, still hits the button.</summary>
    private static async Task HitsAsync(ILocator button) => Assert.True(await button.EvaluateAsync<bool>("""
        (button, reach) => {
          const box = button.getBoundingClientRect();
          const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
          return [[-1, 0], [1, 0], [0, -1], [0, 1]].every(([right, down]) =>
            button.contains(document.elementFromPoint(x + right * reach, y + down * reach)));
        }
        """, (Target / 2) - 0.5));
}
