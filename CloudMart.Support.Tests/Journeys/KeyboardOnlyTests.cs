using System.Text.RegularExpressions;
using CloudMart.Support.Tests.Fakes;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CloudMart.Support.Tests.Journeys;

/// <summary>Customers, staff and a supervisor who have no mouse, and everything else that they can do.</summary>
[Collection(Elsewhere)]
public sealed class KeyboardOnlyTests(RealBrowser browser, ApprovalPortal portal) : Journey(browser, portal)
{
    [Fact]
    public async Task A_customer_asks_for_a_person_goes_back_confirms_and_rates_and_staff_assign_resolve_reopen_and_export()
    {
        var ana = await SignInAsync();
        await PressAsync(ana, ana.Button("Talk to a person"));
        await Expect(ana.Log).ToContainTextAsync("person");
        await PressAsync(ana, ana.Button("Continue with the assistant"));
        await ana.TabToAsync(ana.Box);
        await ana.Page.Keyboard.TypeAsync("I want to cancel CM-100005");
        await ana.Page.Keyboard.PressAsync("Enter");
        await Expect(ana.Log).ToContainTextAsync("Cancel CM-100005");
        await PressAsync(ana, ana.Log.GetByRole(AriaRole.Group).GetByRole(AriaRole.Button).First);
        await Expect(ana.Receipt("CM-100005 canceled")).ToBeVisibleAsync();
        var sam = await SignInAsync("staff-1");
        await OpenAsync(sam, ana);

        await sam.TabToAsync(sam.Page.GetByLabel("Assign to"));
        await sam.Page.Keyboard.TypeAsync("Me");
        await PressAsync(sam, sam.Button("Assign"));
        await Expect(sam.Log).ToContainTextAsync("assigned");
        await PressAsync(sam, sam.Button("Resolve"));
        await Expect(sam.Log).ToContainTextAsync("resolved");

        await ana.TabToAsync(ana.Page.GetByRole(AriaRole.Radio).First);
        await ana.Page.Keyboard.PressAsync("Space");
        for (var better = 1; better < 4; better++)
        {
            await ana.Page.Keyboard.PressAsync("ArrowRight");
        }

        await ana.TabToAsync(ana.Page.GetByLabel("Anything to add?"));
        await ana.Page.Keyboard.TypeAsync("Quick.");
        await PressAsync(ana, ana.Button("Send rating"));
        await Expect(ana.Page.GetByText("You gave 4 of 5.")).ToBeVisibleAsync();
        await Expect(sam.Log).ToContainTextAsync("4 of 5");

        await PressAsync(sam, sam.Button("Reopen"));
        await Expect(sam.Log).ToContainTextAsync("opened");
        await PressAsync(sam, sam.Page.GetByRole(AriaRole.Group).Filter(new() { HasText = "Export" }).Locator("summary"));
        var download = await sam.Page.RunAndWaitForDownloadAsync(() => PressAsync(sam, sam.Page.GetByRole(AriaRole.Link, new() { NameRegex = new Regex("^Markdown") })));
        Assert.EndsWith(".md", download.SuggestedFilename, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Staff_withdraw_a_card_act_for_the_customer_and_approve_or_reject_what_waits()
    {
        var ben = await SignInAsync("customer-2");
        await ben.SayAsync("I want to cancel CM-7888");
        await Expect(ben.Log.GetByRole(AriaRole.Group)).ToBeVisibleAsync();
        var (sam, priya) = (await SignInAsync("staff-1"), await SignInAsync("supervisor-1"));
        await OpenAsync(sam, ben);
        await OpenAsync(priya, ben);

        await PressAsync(sam, sam.Button("Withdraw card"));
        await Expect(sam.Log).ToContainTextAsync("Withdrawn");

        await PressAsync(sam, sam.Page.Locator("summary").Filter(new() { HasText = "CM-7888" }).Last);
        await ActAsync(sam);
        await priya.TabToAsync(priya.Page.GetByRole(AriaRole.Textbox, new() { NameRegex = new Regex("^Reason") }));
        await priya.Page.Keyboard.TypeAsync("It is packed already.");
        await PressAsync(priya, priya.Button("Reject"));
        await Expect(ben.Log).ToContainTextAsync("It is packed already.");

        await ActAsync(sam);
        await PressAsync(priya, priya.Button("Approve"));
        await Expect(ben.Receipt("CM-7888 canceled")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_supervisor_writes_changes_and_deletes_a_reply_reads_the_audit_log_and_follows_a_figure()
    {
        var ana = await SignInAsync();
        await ana.SayAsync("Hello");
        await Expect(ana.Log.GetByRole(AriaRole.Listitem)).ToHaveCountAsync(2);
        var priya = await SignInAsync("supervisor-1");
        await PressAsync(priya, priya.Button("Assistant"));
        await Expect(priya.Page.GetByRole(AriaRole.Link).Filter(new() { HasText = "Assistant:" }).First).ToBeVisibleAsync(); // and so it is counted
        var keys = priya.Page.Keyboard;
        await PressAsync(priya, priya.Page.GetByRole(AriaRole.Link, new() { Name = "Replies" }));
        await priya.IsReadyAsync();
        await PressAsync(priya, priya.Button("New reply"));
        await priya.TabToAsync(priya.Page.GetByLabel("Title"));
        await keys.TypeAsync("Thanks");
        await priya.TabToAsync(priya.Page.GetByLabel("Text"));
        await keys.TypeAsync("Thank you, {customer}.");
        await PressAsync(priya, priya.Button("Save reply"));

        await PressAsync(priya, priya.Button("Change “Thanks”"));
        await priya.TabToAsync(priya.Page.GetByLabel("Title"));
        await keys.PressAsync("Control+A");
        await keys.TypeAsync("Gratitude");
        await PressAsync(priya, priya.Button("Save reply"));
        await PressAsync(priya, priya.Button("Delete “Gratitude”"));
        await PressAsync(priya, priya.Button("Delete reply"));
        await Expect(priya.Page.GetByRole(AriaRole.Heading, new() { Name = "Gratitude" })).ToHaveCountAsync(0);

        await PressAsync(priya, priya.Page.GetByRole(AriaRole.Link, new() { Name = "Audit log" }));
        await Expect(priya.Page.GetByRole(AriaRole.Cell).Filter(new() { HasText = "Gratitude" }).First).ToBeVisibleAsync();

        await PressAsync(priya, priya.Page.GetByRole(AriaRole.Link, new() { Name = "Insights" }));
        await priya.IsReadyAsync();
        await PressAsync(priya, priya.Page.GetByRole(AriaRole.Link, new() { Name = "Today" }));
        await Expect(priya.Page).ToHaveURLAsync(new Regex("period=today"));
        await priya.IsReadyAsync();
        await PressAsync(priya, priya.Page.Locator("main section[aria-labelledby] a").First);
        await Expect(priya.Page).ToHaveURLAsync(new Regex("/insights/conversations"));
        await PressAsync(priya, priya.Page.GetByRole(AriaRole.Main).GetByRole(AriaRole.Link, new() { Name = "Insights" }));
        await Expect(priya.Page).ToHaveURLAsync(new Regex("/insights\\?first="));
    }

    private static async Task ActAsync(Tab staff)
    {
        await PressAsync(staff, staff.Button("Cancel CM-7888 for the customer…"));
        var confirm = staff.Page.GetByRole(AriaRole.Region, new() { Name = "Act on CM-7888 for the customer" }).GetByRole(AriaRole.Button).First;
        await Expect(confirm).Not.ToContainTextAsync("for the customer");
        await PressAsync(staff, confirm);
    }

    private static async Task OpenAsync(Tab staff, Tab customer)
    {
        await staff.GoToAsync($"/staff/{customer.Path.Split('/')[^1]}");
        await Expect(staff.Page.GetByRole(AriaRole.Toolbar, new() { Name = "What you can do" })).ToBeVisibleAsync();
    }

    private static async Task PressAsync(Tab tab, ILocator wanted)
    {
        await tab.TabToAsync(wanted);
        await tab.Page.Keyboard.PressAsync("Enter");
    }
}
