using Bunit;
using CloudMart.Support.Core.Orders;
using CloudMart.Support.Tests.Fakes;
using CloudMart.Support.Web.StaffConsole;

namespace CloudMart.Support.Tests.StaffConsole;

public sealed class StaffOrderTests
{
    [Fact]
    public async Task Staff_see_who_did_what_to_anybodys_order_when_and_with_what_outcome()
    {
        await using var browser = new StaffBrowser();
        await browser.Desk.Store.AddMissingAsync(
            [CornerShop.Order() with { History = [new("c-1/3/0", "cancel_order", Desk.Ana.CustomerId, CornerShop.Noon, "Canceled.")] }],
            Xunit.TestContext.Current.CancellationToken);

        var page = browser.Render<StaffOrder>(parameters => parameters.Add(order => order.OrderId, "cm-7890"));

        var deed = await page.WaitForElementAsync("section[aria-label='What happened'] li");
        Assert.Contains("Canceled.", deed.TextContent, StringComparison.Ordinal);
        Assert.Contains(Desk.Ana.CustomerId, deed.TextContent, StringComparison.Ordinal);
        Assert.Equal("2026-11-20T12:00:00.0000000Z", deed.QuerySelector("time")!.GetAttribute("datetime"));
        Assert.Empty(page.FindAll("a[href^='/support']"));
    }

    [Fact]
    public async Task What_the_assistant_does_to_it_is_there_at_once()
    {
        await using var browser = new StaffBrowser();
        await browser.Desk.Store.AddMissingAsync([CornerShop.Order()], Xunit.TestContext.Current.CancellationToken);
        browser.Desk.Assistant.Calls(("cancel_order", """{"orderId":"CM-7890","reason":null}""")).Says("Done.");
        var page = browser.Render<StaffOrder>(parameters => parameters.Add(order => order.OrderId, "CM-7890"));
        await page.WaitForAssertionAsync(() => Assert.Equal("pending", page.Find(".status").TextContent));

        await browser.Desk.SayAsync("Cancel order CM-7890");
        await browser.Desk.SettleAsync();

        await page.WaitForAssertionAsync(() => Assert.Equal("canceled", page.Find(".status").TextContent));
        Assert.Equal("CM-7890 is canceled now.", page.Find("[role=status]").TextContent);
        Assert.Contains(Desk.Ana.CustomerId, page.Find("section[aria-label='What happened'] li").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_order_that_does_not_exist_is_said()
    {
        await using var browser = new StaffBrowser();

        var page = browser.Render<StaffOrder>(parameters => parameters.Add(order => order.OrderId, "CM-1"));

        await page.WaitForAssertionAsync(() => Assert.Contains("There is no order CM-1.", page.Markup, StringComparison.Ordinal));
    }
}
