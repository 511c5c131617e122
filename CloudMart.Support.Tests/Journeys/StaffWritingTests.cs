using CloudMart.Support.Tests.Fakes;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CloudMart.Support.Tests.Journeys;

/// <summary>The box in which staff write.</summary>
public sealed class StaffWritingTests(RealBrowser browser, DemoPortal portal) : Journey(browser, portal)
{
    [Fact]
    public async Task Staff_reply_and_note_also_where_the_page_comes_over_plain_http()
    {
        var ana = await WaitingAsync("customer-1");
        var sam = await OpenAsync();
        await sam.Page.AddInitScriptAsync("delete Crypto.prototype.randomUUID;"); // what browsers give to secure origins only
        await sam.SignInAsync("staff-1");
        await sam.IsReadyAsync();
        await sam.GoToAsync(Console(ana));

        await Box(sam, "Reply").FillAsync("It comes tomorrow.");
        await sam.Send.ClickAsync();
        await Expect(ana.Entry("It comes tomorrow.")).ToHaveCountAsync(1);
        await sam.Button("Note").ClickAsync();
        await Box(sam, "Note").FillAsync("A regular.");
        await sam.Button("Add note").ClickAsync();

        await Expect(sam.Entry("A regular.")).ToHaveCountAsync(1);
    }

    [Fact]
    public async Task A_draft_is_kept_for_each_conversation_and_through_a_reload()
    {
        var (ana, ben) = (await WaitingAsync("customer-1"), await WaitingAsync("customer-2"));
        var sam = await SignInAsync("staff-1");
        await Row(sam, ana).ClickAsync();
        await Box(sam, "Reply").FillAsync("Hello Ana,");
        await Row(sam, ben).ClickAsync();
        await Expect(Box(sam, "Reply")).ToHaveValueAsync("");
        await Box(sam, "Reply").FillAsync("Hello Ben,");

        await Row(sam, ana).ClickAsync();
        await Expect(Box(sam, "Reply")).ToHaveValueAsync("Hello Ana,");
        await sam.Page.ReloadAsync();

        await Expect(Box(sam, "Reply")).ToHaveValueAsync("Hello Ana,");
        await Row(sam, ben).ClickAsync();
        await Expect(Box(sam, "Reply")).ToHaveValueAsync("Hello Ben,");
    }

    private static ILocator Row(Tab sam, Tab customer) => sam.Page.Locator($"[href='{Console(customer)}'][data-row]");

    private static string Console(Tab customer) => $"/staff/{customer.Path.Split('/')[^1]}";

    private static ILocator Box(Tab tab, string name) => tab.Page.GetByRole(AriaRole.Textbox, new() { Name = name, Exact = true });

    private async Task<Tab> WaitingAsync(string account)
    {
        var customer = await SignInAsync(account);
        await customer.Button("Talk to a person").ClickAsync();
        await Expect(customer.Log).ToContainTextAsync("person");
        return customer;
    }
}
