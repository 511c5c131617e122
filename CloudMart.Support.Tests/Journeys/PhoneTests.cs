using CloudMart.Support.Tests.Fakes;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CloudMart.Support.Tests.Journeys;

public sealed class PhoneTests(RealBrowser browser, DemoPortal portal) : Journey(browser, portal)
{
    [Fact]
    public async Task No_page_of_360_pixels_scrolls_sideways_and_the_message_box_stays_in_view()
    {
        var tab = await OpenAsync(Tab.Phone);
        await tab.Page.GotoAsync("/signin");
        await tab.FitsAsync();
        await tab.Account("customer-1").TapAsync();
        await tab.IsReadyAsync();
        await Expect(tab.Greeting).ToBeVisibleAsync();
        await tab.FitsAsync();
        await Expect(tab.Box).ToBeInViewportAsync(new() { Ratio = 1 });

        await tab.Box.FillAsync("Cancel order CM-100005");
        await tab.Send.TapAsync();

        await Expect(tab.Log).ToContainTextAsync("Done: CM-100005 is canceled.");
        await tab.FitsAsync();
        await Expect(tab.Box).ToBeInViewportAsync(new() { Ratio = 1 });
        await tab.GoToAsync("/orders/CM-100005");
        await Expect(tab.OrderCard("CM-100005")).ToContainTextAsync("What happened");
        await tab.FitsAsync();
    }

    [Fact]
    public async Task Fingers_find_the_buttons_of_the_message_box()
    {
        var tab = await SignInAsync("customer-2", Tab.Phone);

        await tab.Send.IsHitByFingersAsync();
        await tab.Page.EvaluateAsync("document.getElementById('composer').classList.add('answering')");
        await tab.Page.EvaluateAsync("document.querySelector('[data-stop]').hidden = false");
        await tab.Stop.IsHitByFingersAsync();
    }
}
