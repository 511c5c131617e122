using Bunit;
using CloudMart.Support.Core.Customers;
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
        await page.WaitForElementAsync("section.act");

        await Press(page, "Cancel CM-7890 for the customer…");
        await page.WaitForAssertionAsync(() => Assert.Contains("Visa ending in 4242", page.Find("[role=group][aria-label='Cancel CM-7890']").TextContent, StringComparison.Ordinal));
        Assert.Equal("pending", page.Find(".status").TextContent);
        await Press(page, "Cancel CM-7890");
        await page.WaitForAssertionAsync(() => Assert.Equal($"/staff/{id}", page.Find("section.act a").GetAttribute("href")));
        await browser.Desk.SettleAsync();

        await page.WaitForAssertionAsync(() => Assert.Equal("canceled", page.Find(".status").TextContent));
        Assert.Contains("staff-1", page.Find("section[aria-label='What happened'] li").TextContent, StringComparison.Ordinal);
        Assert.Empty(page.FindAll("section.act"));
    }

    [Fact]
    public async Task Whose_customer_has_never_written_is_told_that_there_is_no_conversation_to_do_it_in()
    {
        await using var browser = new StaffBrowser();
        await browser.Desk.Store.AddMissingAsync([CornerShop.Order()], Xunit.TestContext.Current.CancellationToken);
        var page = browser.Render<StaffOrder>(parameters => parameters.Add(order => order.OrderId, "CM-7890"));
        await page.WaitForElementAsync("section.act");

        await Press(page, "Cancel CM-7890 for the customer…");

        await page.WaitForAssertionAsync(() => Assert.Contains("has not written yet", page.Find("section [role=status]").TextContent, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Staff_send_it_elsewhere_after_seeing_from_where_to_where()
    {
        await using var browser = await WrittenAsync(CornerShop.Order());
        var page = browser.Render<StaffOrder>(parameters => parameters.Add(order => order.OrderId, "CM-7890"));
        await page.WaitForElementAsync("section.act");

        await Press(page, "Change address for the customer…");
        await page.InvokeAsync(() => Field(page, "City").ChangeAsync(new() { Value = "Bend" }));
        await Press(page, "Show what it does");
        await page.WaitForAssertionAsync(() => Assert.Contains("Bend", page.Find(".preview").TextContent, StringComparison.Ordinal));
        Assert.Equal(CornerShop.Order().ShipTo, (await browser.Desk.Store.FindAsync("CM-7890", Cancel))!.ShipTo);
        await page.InvokeAsync(() => page.Find(".answers button").ClickAsync(new()));
        await page.WaitForElementAsync("section.act a");
        await browser.Desk.SettleAsync();

        Assert.Equal("Bend", (await browser.Desk.Store.FindAsync("CM-7890", Cancel))!.ShipTo.City);
    }

    [Fact]
    public async Task Staff_return_some_of_the_lines_of_a_delivered_order()
    {
        await using var browser = await WrittenAsync(CornerShop.Order(status: OrderStatus.Delivered));
        await browser.Desk.Store.AddMissingAsync([CornerShop.Profile() with { PaymentMethods = [new("credit_card_4242", PaymentMethodKind.Card, "Visa ending in 4242")] }], Cancel);
        var page = browser.Render<StaffOrder>(parameters => parameters.Add(order => order.OrderId, "CM-7890"));
        await page.WaitForElementAsync("section.act");

        await Press(page, "Return items for the customer…");
        await page.WaitForElementAsync("input[type=checkbox]");
        await page.InvokeAsync(() => page.FindAll("input[type=checkbox]")[1].ChangeAsync(new() { Value = true }));
        await Press(page, "Show what it does");
        await page.WaitForElementAsync(".preview");
        await page.InvokeAsync(() => page.Find(".answers button").ClickAsync(new()));
        await page.WaitForElementAsync("section.act a");
        await browser.Desk.SettleAsync();

        var order = (await browser.Desk.Store.FindAsync("CM-7890", Cancel))!;
        Assert.Equal(OrderStatus.ReturnRequested, order.Status);
        Assert.Equal([order.Items[1].ItemId], order.Return!.ItemIds);
    }

    [Fact]
    public async Task What_the_rules_do_not_allow_is_said_and_can_be_mended()
    {
        await using var browser = await WrittenAsync(CornerShop.Order());
        var page = browser.Render<StaffOrder>(parameters => parameters.Add(order => order.OrderId, "CM-7890"));
        await page.WaitForElementAsync("section.act");

        await Press(page, "Change address for the customer…");
        await Press(page, "Show what it does"); // as it is

        await page.WaitForAssertionAsync(() => Assert.NotEqual("", page.Find("section.act [role=status]").TextContent.Trim()));
        Assert.NotNull(Field(page, "City"));
        await Press(page, "Leave it");
        Assert.Contains(page.FindAll("button"), button => button.TextContent.Trim() == "Change items for the customer…");
    }

    private static CancellationToken Cancel => Xunit.TestContext.Current.CancellationToken;

    /// <summary>A customer who has written once, and whose order it is.</summary>
    private static async Task<StaffBrowser> WrittenAsync(Order order)
    {
        var browser = new StaffBrowser();
        await browser.Desk.Store.AddMissingAsync([order], Cancel);
        browser.Desk.Assistant.Says("Hello.");
        await browser.Desk.SayAsync("Hi");
        await browser.Desk.SettleAsync();
        return browser;
    }

    private static AngleSharp.Dom.IElement Field(IRenderedComponent<StaffOrder> page, string label) =>
        page.FindAll("label").Single(each => each.TextContent.Trim() == label).QuerySelector("input")!;

    private static Task Press(IRenderedComponent<StaffOrder> page, string button) =>
        page.InvokeAsync(() => page.FindAll("button").Single(each => each.TextContent.Trim() == button).ClickAsync(new()));
}
