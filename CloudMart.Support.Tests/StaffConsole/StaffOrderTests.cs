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

    [Fact]
    public async Task Staff_cancel_it_for_the_customer_after_saying_so_twice_and_the_history_says_who()
    {
        await using var browser = new StaffBrowser();
        await browser.Desk.Store.AddMissingAsync([CornerShop.Order()], Xunit.TestContext.Current.CancellationToken);
        browser.Desk.Assistant.Says("Hello.");
        var id = await browser.Desk.SayAsync("Hi");
        await browser.Desk.SettleAsync();
        var page = browser.Render<StaffOrder>(parameters => parameters.Add(order => order.OrderId, "CM-7890"));
        await page.WaitForElementAsync("section[aria-label='Act for the customer']");

        await Press(page, "Cancel CM-7890 for the customer…");
        Assert.Equal("pending", page.Find(".status").TextContent);
        await Press(page, "Cancel CM-7890");
        await page.WaitForAssertionAsync(() => Assert.Equal($"/staff/{id}", page.Find("section[aria-label='Act for the customer'] a").GetAttribute("href")));
        await browser.Desk.SettleAsync();

        await page.WaitForAssertionAsync(() => Assert.Equal("canceled", page.Find(".status").TextContent));
        Assert.Contains("staff-1", page.Find("section[aria-label='What happened'] li").TextContent, StringComparison.Ordinal);
        Assert.Empty(page.FindAll("section[aria-label='Act for the customer']"));
    }

    [Fact]
    public async Task Whose_customer_has_never_written_is_told_that_there_is_no_conversation_to_do_it_in()
    {
        await using var browser = new StaffBrowser();
        await browser.Desk.Store.AddMissingAsync([CornerShop.Order()], Xunit.TestContext.Current.CancellationToken);
        var page = browser.Render<StaffOrder>(parameters => parameters.Add(order => order.OrderId, "CM-7890"));
        await page.WaitForElementAsync("section[aria-label='Act for the customer']");

        await Press(page, "Cancel CM-7890 for the customer…");
        await Press(page, "Cancel CM-7890");

        await page.WaitForAssertionAsync(() => Assert.Contains("has not written yet", page.Find("section [role=status]").TextContent, StringComparison.Ordinal));
    }

    private static Task Press(IRenderedComponent<StaffOrder> page, string button) =>
        page.InvokeAsync(() => page.FindAll("button").Single(each => each.TextContent.Trim() == button).ClickAsync(new()));
}
