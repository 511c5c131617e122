using CloudMart.Support.Tests.Fakes;
using static Microsoft.Playwright.Assertions;

namespace CloudMart.Support.Tests.Journeys;

public sealed class LostConnectionTests(RealBrowser browser, DemoPortal portal) : Journey(browser, portal)
{
    private const string Circuit = "**/_blazor/negotiate**";

    [Fact]
    public async Task What_is_written_offline_is_sent_once_when_the_browser_is_back()
    {
        var tab = await SignInAsync();
        await tab.SayAsync("Where is CM-7864?");
        await Expect(tab.Log).ToContainTextAsync("UPS");
        await tab.Page.Context.SetOfflineAsync(true);
        await Expect(tab.ConnectionBar).ToHaveTextAsync("You’re offline. What you write is kept and sent when you’re back.");

        await tab.SayAsync("Cancel order CM-100001");

        await Expect(tab.Message("Cancel order CM-100001")).ToBeVisibleAsync();
        await Expect(tab.Page.GetByText("Sending…")).ToBeVisibleAsync();
        await tab.Page.Context.SetOfflineAsync(false);
        await Expect(tab.Log).ToContainTextAsync("Done: CM-100001 is canceled.");
        await Expect(tab.ConnectionBar).ToBeHiddenAsync();
        await EachStandsOnceAsync(tab, "Where is CM-7864?", "Cancel order CM-100001");

        await tab.Page.ReloadAsync();

        await Expect(tab.Log).ToContainTextAsync("Done: CM-100001 is canceled.");
        await EachStandsOnceAsync(tab, "Where is CM-7864?", "Cancel order CM-100001");
    }

    [Fact]
    public async Task What_was_typed_before_there_was_a_connection_is_still_there_and_can_be_sent()
    {
        var tab = await OpenAsync();
        var connects = await HoldBackTheCircuitAsync(tab);
        await tab.SignInAsync("customer-1");
        await tab.Box.FillAsync("Cancel order CM-100002");
        await Expect(tab.Page.Locator("[data-ready]")).ToHaveCountAsync(0);

        connects.SetResult();

        await tab.IsReadyAsync();
        await Expect(tab.Box).ToHaveValueAsync("Cancel order CM-100002");
        await tab.Send.ClickAsync();
        await Expect(tab.Log).ToContainTextAsync("Done: CM-100002 is canceled.");
    }

    [Fact]
    public async Task A_person_who_was_asked_for_before_there_was_a_connection_is_asked_for_when_there_is_one()
    {
        var tab = await OpenAsync();
        var connects = await HoldBackTheCircuitAsync(tab);
        await tab.SignInAsync("customer-2");
        await Expect(tab.Box).ToBeFocusedAsync(); // by now the page's scripts are there
        await tab.Button("Talk to a person").ClickAsync();

        connects.SetResult();

        await Expect(tab.Page.GetByRole(Microsoft.Playwright.AriaRole.Region, new() { Name = "Waiting for a person" })).ToBeVisibleAsync();
    }

    [Fact]
    public async Task What_was_sent_before_there_was_a_connection_shows_at_once_and_arrives_once()
    {
        var tab = await OpenAsync();
        var connects = await HoldBackTheCircuitAsync(tab);
        await tab.SignInAsync("customer-1");
        await Expect(tab.Box).ToBeFocusedAsync(); // before the page's scripts are there, Enter is a new line

        await tab.SayAsync("Cancel order CM-100003");

        await Expect(tab.Message("Cancel order CM-100003")).ToBeVisibleAsync();
        await Expect(tab.Page.Locator("[data-ready]")).ToHaveCountAsync(0);
        connects.SetResult();
        await Expect(tab.Log).ToContainTextAsync("Done: CM-100003 is canceled.");
        await EachStandsOnceAsync(tab, "Cancel order CM-100003");
    }

    [Fact]
    public async Task After_a_crash_of_the_server_the_page_comes_back_by_itself_and_nothing_is_lost()
    {
        var tab = await SignInAsync();
        await tab.SayAsync("Where is CM-7864?");
        await Expect(tab.Log).ToContainTextAsync("UPS");
        await portal.KillAsync();
        await Expect(tab.ConnectionBar).ToHaveTextAsync("Connection lost. Reconnecting…");
        await tab.SayAsync("Cancel order CM-100004");
        await tab.Box.FillAsync("And then");

        await portal.StartAgainAsync();

        await Expect(tab.Log).ToContainTextAsync("Done: CM-100004 is canceled.");
        await EachStandsOnceAsync(tab, "Where is CM-7864?", "Cancel order CM-100004");
        await Expect(tab.Log).ToContainTextAsync("UPS");
        await Expect(tab.Box).ToHaveValueAsync("And then");
        await Expect(tab.ConnectionBar).ToBeHiddenAsync();
    }

    private static async Task EachStandsOnceAsync(Tab tab, params string[] messages)
    {
        foreach (var message in messages)
        {
            await Expect(tab.Message(message)).ToHaveCountAsync(1);
        }
    }

    /// <returns>Lets it connect.</returns>
    private static async Task<TaskCompletionSource> HoldBackTheCircuitAsync(Tab tab)
    {
        var connects = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await tab.Page.RouteAsync(Circuit, async route =>
        {
            await connects.Task;
            await route.ContinueAsync();
        });
        return connects;
    }
}
