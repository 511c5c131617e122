using CloudMart.Support.Tests.Fakes;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CloudMart.Support.Tests.Journeys;

/// <summary>A customer, a member of staff and a supervisor, each with a browser of their own.</summary>
public sealed class TalkingToPersonTests(RealBrowser browser, DemoPortal portal) : Journey(browser, portal)
{
    private const string Order = "CM-100018";

    [Fact]
    public async Task Who_asked_for_a_person_and_left_finds_below_a_divider_what_was_done_for_them_meanwhile()
    {
        var customer = await SignInAsync();
        await customer.Button("Talk to a person").ClickAsync();
        await Expect(Waiting(customer)).ToContainTextAsync("You may close this page");
        await Expect(customer.Button("Talk to a person")).ToBeHiddenAsync();
        await customer.AxeIsSilentAsync();
        var conversation = customer.Path;
        await customer.Page.GotoAsync("about:blank");

        var staff = await OpenAsync();
        await staff.SignInAsync("staff-1");
        await staff.GoToAsync($"/staff/orders/{Order}");
        await staff.Button($"Cancel {Order} for the customer…").ClickAsync();
        await staff.Button($"Cancel {Order}").ClickAsync();
        await Expect(staff.OrderCard(Order)).ToContainTextAsync("staff-1");
        await staff.AxeIsSilentAsync();

        await customer.GoToAsync(conversation);
        await Expect(customer.Receipt($"{Order} canceled")).ToBeVisibleAsync();
        await Expect(Divider(customer)).ToBeVisibleAsync();
        await Expect(Divider(customer)).ToHaveCountAsync(0); // once it has been looked at

        var supervisor = await OpenAsync();
        await supervisor.SignInAsync("supervisor-1");
        await supervisor.GoToAsync("/staff/audit");
        var entry = supervisor.Page.GetByRole(AriaRole.Row).Filter(new() { HasText = $"asked for “Cancel {Order}”" });
        await Expect(entry).ToContainTextAsync("staff-1");
        await supervisor.AxeIsSilentAsync();
    }

    private static ILocator Waiting(Tab tab) => tab.Page.GetByRole(AriaRole.Region, new() { Name = "Waiting for a person" });

    private static ILocator Divider(Tab tab) => tab.Page.GetByRole(AriaRole.Separator, new() { Name = "New since you were here" });
}
