using CloudMart.Support.Tests.Fakes;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CloudMart.Support.Tests.Journeys;

/// <summary>A member of staff with the console in several tabs.</summary>
public sealed class StaffTabsTests(RealBrowser browser, DemoPortal portal) : Journey(browser, portal)
{
    [Fact]
    public async Task What_is_read_in_one_tab_is_unread_in_none_and_stays_so()
    {
        var (ana, ben) = (await AskingAsync("customer-1"), await AskingAsync("customer-2"));
        var first = await SignInAsync("staff-1");
        var second = await first.OpenAnotherAsync("/staff");
        await Expect(Row(second, ana)).ToContainTextAsync("Unread");
        await Expect(Row(first, ben)).ToContainTextAsync("Unread");

        await Row(first, ana).ClickAsync();
        await Expect(Row(second, ana)).Not.ToContainTextAsync("Unread");
        await Row(second, ben).ClickAsync();
        await Expect(Row(first, ben)).Not.ToContainTextAsync("Unread");

        var third = await first.OpenAnotherAsync("/staff");
        await Expect(Row(third, ana)).Not.ToContainTextAsync("Unread");
        await Expect(Row(third, ben)).Not.ToContainTextAsync("Unread");
    }

    private static ILocator Row(Tab tab, string id) => tab.Page.Locator($"[data-row='{id}']");

    /// <returns>The conversation.</returns>
    private async Task<string> AskingAsync(string account)
    {
        var customer = await SignInAsync(account);
        await customer.Button("Talk to a person").ClickAsync();
        await Expect(customer.Log).ToContainTextAsync("person");
        return customer.Path.Split('/')[^1];
    }
}
