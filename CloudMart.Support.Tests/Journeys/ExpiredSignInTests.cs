using CloudMart.Support.Tests.Fakes;
using static Microsoft.Playwright.Assertions;

namespace CloudMart.Support.Tests.Journeys;

public sealed class ExpiredSignInTests(RealBrowser browser, BriefPortal portal) : Journey(browser, portal)
{
    [Fact]
    public async Task A_sign_in_that_expires_ends_the_page_that_is_open_and_what_was_written_is_sent_after_the_next()
    {
        var tab = await SignInAsync();

        await Expect(tab.SignInEnded).ToBeVisibleAsync();
        await tab.SayAsync("Where is CM-7864?");
        await Expect(tab.Page.GetByText("Sending…")).ToBeVisibleAsync();
        await tab.SignInEnded.GetByText("Sign in again").ClickAsync();
        await tab.Account("customer-1").ClickAsync();

        await Expect(tab.Log).ToContainTextAsync("UPS");
        await Expect(tab.Message("Where is CM-7864?")).ToHaveCountAsync(1);
    }
}
