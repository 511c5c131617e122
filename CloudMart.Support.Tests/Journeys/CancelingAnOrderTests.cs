using CloudMart.Support.Tests.Fakes;
using static Microsoft.Playwright.Assertions;

namespace CloudMart.Support.Tests.Journeys;

public sealed class CancelingAnOrderTests(RealBrowser browser, DemoPortal portal) : Journey(browser, portal)
{
    [Fact]
    public async Task A_customer_signs_in_cancels_an_order_and_sees_every_step_of_it()
    {
        var tab = await OpenAsync();
        await tab.Page.GotoAsync("/");
        await tab.Account("customer-1").ClickAsync();
        await tab.IsReadyAsync();
        Assert.Equal("/support", tab.Path);
        await tab.RememberAsync();

        await tab.SayAsync("Cancel order CM-7890");

        await Expect(tab.Log).ToContainTextAsync("Done: CM-7890 is canceled.");
        await Expect(tab.Stop).ToBeHiddenAsync();
        string[] steps = ["Cancel order CM-7890", "Canceling CM-7890…", "CM-7890 canceled", "Done: CM-7890 is canceled."];
        Assert.Equal(steps, await tab.InOrderOfShowingAsync(steps));
        await Expect(tab.Receipt("CM-7890 canceled")).ToContainTextAsync("$129.00 to Visa ending in 4242");

        await tab.Page.ReloadAsync();

        await Expect(tab.Receipt("CM-7890 canceled")).ToContainTextAsync("$129.00 to Visa ending in 4242");
    }

    [Fact]
    public async Task Other_tabs_show_the_same_conversation_and_the_order_s_new_status_without_a_reload()
    {
        var tab = await SignInAsync("customer-2");
        await tab.SayAsync("Show my orders");
        await Expect(tab.Log).ToContainTextAsync("CM-7803");
        var twin = await tab.OpenAnotherAsync(tab.Path);
        var orders = await tab.OpenAnotherAsync("/orders");
        await Expect(orders.OrderCard("CM-7888")).ToContainTextAsync("pending");
        await Task.WhenAll(twin.Page.EvaluateAsync("window.never = 'reloaded'"), orders.Page.EvaluateAsync("window.never = 'reloaded'"));

        await tab.SayAsync("Cancel order CM-7888");

        await Expect(orders.OrderCard("CM-7888")).ToContainTextAsync("canceled");
        await Expect(twin.Message("Cancel order CM-7888")).ToHaveCountAsync(1);
        await Expect(twin.Receipt("CM-7888 canceled")).ToBeVisibleAsync();
        await Expect(twin.Log).ToContainTextAsync("Done: CM-7888 is canceled.");
        Assert.Equal("reloaded", await twin.Page.EvaluateAsync<string>("window.never"));
        Assert.Equal("reloaded", await orders.Page.EvaluateAsync<string>("window.never"));
    }
}
