using System.Text.RegularExpressions;
using CloudMart.Support.Tests.Fakes;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CloudMart.Support.Tests.Journeys;

/// <summary>Where things stand on the console, measured.</summary>
public sealed class StaffLayoutTests(RealBrowser browser, DemoPortal portal) : Journey(browser, portal)
{
    [Fact]
    public async Task Inbox_and_customer_stand_beside_the_transcript_each_scrolls_by_itself_and_where_there_is_less_room_they_are_drawers()
    {
        var ana = await WaitingAsync("customer-1");
        var sam = await SignInAsync("staff-1", new() { ViewportSize = new() { Width = 1280, Height = 720 } });
        await sam.GoToAsync($"/staff/{ana.Path.Split('/')[^1]}");
        var (inbox, context) = (sam.Page.GetByRole(AriaRole.Complementary, new() { Name = "Inbox" }), sam.Page.GetByRole(AriaRole.Complementary, new() { Name = "Customer" }));
        await Expect(sam.Log).ToContainTextAsync("person");

        Assert.Equal((320, 340), (await WidthAsync(inbox), await WidthAsync(context)));
        Assert.Equal(56, (await BoxAsync(Rows(sam).First)).Height);
        Assert.InRange(await FontAsync(Rows(sam).First), 13, 14);
        Assert.InRange(await FontAsync(sam.Log.Locator("p").First), 13, 14);
        foreach (var pane in new[] { Rows(sam).First, sam.Log, context.GetByText("Ids and tokens") })
        {
            Assert.True(await pane.EvaluateAsync<bool>(ScrollsByItself), $"{pane} scrolls with the page.");
        }

        await sam.Page.SetViewportSizeAsync(1099, 720);
        await Expect(inbox).ToBeHiddenAsync();
        await Expect(context).ToBeHiddenAsync();
        await sam.Button("Inbox").ClickAsync();
        await Expect(Rows(sam).First).ToBeVisibleAsync();
        await sam.Page.Keyboard.PressAsync("Escape");
        await Expect(inbox).ToBeHiddenAsync();
        await sam.Button("Customer and orders").ClickAsync();
        await Expect(context.GetByText("Ids and tokens")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Rows_under_the_pointer_stay_where_they_are_while_it_is_said_that_there_are_new_ones()
    {
        await WaitingAsync("customer-1");
        var sam = await SignInAsync("staff-1");
        await sam.Page.GetByLabel("Sort").SelectOptionAsync("Newest first");
        await Rows(sam).First.HoverAsync();
        var before = await BoxAsync(Rows(sam).First);
        var first = await Rows(sam).First.GetAttributeAsync("href");

        await WaitingAsync("customer-2");

        var pill = sam.Page.GetByRole(AriaRole.Button, new() { NameRegex = new Regex("\\d+ new$") });
        await Expect(pill).ToBeVisibleAsync();
        Assert.Equal((first, before.Y), (await Rows(sam).First.GetAttributeAsync("href"), (await BoxAsync(Rows(sam).First)).Y));
        await pill.ClickAsync();
        await Expect(Rows(sam).First).Not.ToHaveAttributeAsync("href", first!);
    }

    [Fact]
    public async Task The_list_and_its_order_are_there_again_after_a_reload()
    {
        await WaitingAsync("customer-1");
        var sam = await SignInAsync("staff-1");
        await sam.Page.GetByLabel("Sort").SelectOptionAsync("Newest first");
        await sam.ChooseAsync("Waiting for a person");

        await sam.Page.ReloadAsync();
        await sam.IsReadyAsync();

        await Expect(sam.Button("Waiting for a person")).ToHaveAttributeAsync("aria-pressed", "true");
        Assert.Equal("Newest first", await sam.Page.GetByLabel("Sort").EvaluateAsync<string>("select => select.selectedOptions[0].text"));
        await Expect(Rows(sam).First).ToContainTextAsync(new Regex("\\d+ of 5 min"));
    }

    private const string ScrollsByItself = """
        element => {
          for (let each = element; each && each !== document.body; each = each.parentElement)
            if (/auto|scroll/.test(getComputedStyle(each).overflowY) && !each.matches('main')) return true;
          return false;
        }
        """;

    private static ILocator Rows(Tab tab) => tab.Page.Locator("[data-row]");

    private static async Task<LocatorBoundingBoxResult> BoxAsync(ILocator element) => (await element.BoundingBoxAsync())!;

    private static async Task<float> WidthAsync(ILocator element) => (await BoxAsync(element)).Width;

    private static Task<float> FontAsync(ILocator element) => element.EvaluateAsync<float>("each => parseFloat(getComputedStyle(each).fontSize)");

    private async Task<Tab> WaitingAsync(string account)
    {
        var customer = await SignInAsync(account);
        await customer.Button("Talk to a person").ClickAsync();
        await Expect(customer.Log).ToContainTextAsync("person");
        return customer;
    }
}
