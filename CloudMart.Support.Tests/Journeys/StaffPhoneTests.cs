using CloudMart.Support.Tests.Fakes;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CloudMart.Support.Tests.Journeys;

/// <summary>A member of staff who has only a phone.</summary>
[Collection(Elsewhere)]
public sealed class StaffPhoneTests(RealBrowser browser, ApprovalPortal portal) : Journey(browser, portal)
{
    [Fact]
    public async Task Nothing_of_the_console_is_wider_than_360_pixels_or_too_small_for_a_finger()
    {
        var id = await WaitingAsync();
        var sam = await SignInAsync("supervisor-1", Tab.Phone);
        await Expect(Row(sam, id)).ToBeVisibleAsync();
        await sam.SuitsPhonesAsync();

        await Row(sam, id).TapAsync();
        await Expect(Box(sam)).ToBeInViewportAsync(new() { Ratio = 1 });
        await sam.SuitsPhonesAsync();
        await sam.Button("Note").TapAsync();
        await sam.SuitsPhonesAsync();
        await sam.Button("Inbox").TapAsync();
        await Expect(Row(sam, id)).ToBeInViewportAsync();
        await sam.SuitsPhonesAsync();
        await sam.Button("Close the inbox").TapAsync();
        await sam.Button("Customer and orders").TapAsync();
        await sam.Page.GetByRole(AriaRole.Region, new() { Name = "Orders" }).Locator("summary").First.TapAsync();
        await sam.SuitsPhonesAsync();

        await sam.GoToAsync("/staff/replies");
        await sam.Button("New reply").TapAsync();
        await sam.SuitsPhonesAsync();
        await sam.GoToAsync("/staff/audit");
        await sam.SuitsPhonesAsync();
        await sam.GoToAsync("/staff/orders/CM-7890");
        await sam.Button("Change address for the customer…").TapAsync();
        await Expect(sam.Page.GetByLabel("City")).ToBeVisibleAsync();
        await sam.SuitsPhonesAsync();
    }

    [Fact]
    public async Task Enter_is_a_new_line_and_the_button_sends()
    {
        var sam = await SignInAsync("staff-1", Tab.Phone);
        await sam.GoToAsync($"/staff/{await WaitingAsync()}");
        await Box(sam).PressSequentiallyAsync("It comes tomorrow.");
        await Box(sam).PressAsync("Enter");
        await Box(sam).PressSequentiallyAsync("By noon.");
        await Expect(Box(sam)).ToHaveValueAsync("It comes tomorrow.\nBy noon.");

        await sam.Send.TapAsync();

        await Expect(sam.Entry("It comes tomorrow.\nBy noon.")).ToHaveCountAsync(1);
    }

    [Fact]
    public async Task Where_a_notification_may_be_shown_and_cannot_it_sounds_and_the_switches_say_so()
    {
        var sam = await OpenAsync(Tab.Phone);
        await sam.Page.AddInitScriptAsync("""
            window.chimes = 0;
            window.Notification = class {
              static permission = 'granted';
              static async requestPermission() { return 'granted'; }
              constructor() { throw new TypeError('Illegal constructor. Use ServiceWorkerRegistration.showNotification() instead.'); }
            };
            const resume = AudioContext.prototype.resume;
            AudioContext.prototype.resume = function () { window.chimes++; return resume.call(this); };
            document.hasFocus = () => false;
            """);
        await sam.SignInAsync("staff-1");
        await sam.IsReadyAsync();
        var (notification, sound) = (sam.Button("Notification when a conversation needs attention"), sam.Button("Sound when a conversation needs attention"));
        await notification.TapAsync();
        await Expect(notification).ToHaveAttributeAsync("aria-pressed", "true");

        await WaitingAsync();

        await Expect(notification).ToHaveAttributeAsync("aria-pressed", "false");
        await Expect(sound).ToHaveAttributeAsync("aria-pressed", "true");
        Assert.Equal(1, await sam.Page.EvaluateAsync<int>("window.chimes"));
    }

    private static ILocator Row(Tab tab, string id) => tab.Page.Locator($"[data-row='{id}']");

    private static ILocator Box(Tab tab) => tab.Page.GetByRole(AriaRole.Textbox, new() { Name = "Reply", Exact = true });

    /// <returns>The conversation.</returns>
    private async Task<string> WaitingAsync()
    {
        var customer = await SignInAsync();
        await customer.Button("Talk to a person").ClickAsync();
        await Expect(customer.Log).ToContainTextAsync("person");
        return customer.Path.Split('/')[^1];
    }
}
