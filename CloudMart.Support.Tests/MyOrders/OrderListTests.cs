using AngleSharp.Dom;
using Bunit;
using CloudMart.Support.Core.Conversations;
using CloudMart.Support.Core.Orders;
using CloudMart.Support.Tests.Fakes;
using CloudMart.Support.Web.MyOrders;

namespace CloudMart.Support.Tests.MyOrders;

public sealed class OrderListTests
{
    [Fact]
    public async Task An_order_says_what_it_is_where_it_stands_and_what_it_costs()
    {
        await using var browser = new CustomersBrowser();
        await browser.PutAsync(CornerShop.Order(status: OrderStatus.Shipped) with
        {
            Shipment = new Shipment("UPS", "1Z999", CornerShop.Noon, new DateOnly(2026, 11, 27)),
        });

        var list = browser.Render<OrderList>();

        await list.WaitForAssertionAsync(() => Assert.Equal("true", list.Find(".order-list").GetAttribute("data-ready")));
        var card = list.Find("article[aria-label='Order CM-7890']").TextContent;
        Assert.All(
            ["shipped", "Wireless headphones, Aluminum laptop stand", "$129.00", "UPS 1Z999", "Expected Fri, Nov 27"],
            said => Assert.Contains(said, card, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_status_turns_by_itself_when_the_order_changes()
    {
        await using var browser = new CustomersBrowser();
        await browser.PutAsync(CornerShop.Order());
        browser.Desk.Assistant.Calls(("cancel_order", """{"orderId":"CM-7890","reason":null}""")).Says("Done.");
        var list = browser.Render<OrderList>();
        await list.WaitForAssertionAsync(() => Assert.Equal("pending", list.Find(".status").TextContent));

        await browser.Desk.SayAsync("Cancel order CM-7890");
        await browser.Desk.SettleAsync();

        await list.WaitForAssertionAsync(() => Assert.Equal("canceled", list.Find(".status").TextContent));
        Assert.Equal("CM-7890 is canceled now.", list.Find("[role=status]").TextContent);
    }

    [Fact]
    public async Task Details_show_money_and_what_happened_and_lead_to_the_desk()
    {
        await using var browser = new CustomersBrowser();
        var order = CornerShop.Order(status: OrderStatus.Canceled);
        await browser.PutAsync(order with
        {
            Payments = order.Payments.Add(CornerShop.Refunded(129.00m, "credit_card_4242", "Visa ending in 4242")),
            History = [new("c-1/3/0", "cancel_order", Desk.Ana.CustomerId, CornerShop.Noon, "Canceled."), new("s", "note", "staff-1", CornerShop.Noon, "Looked at.")],
        });
        var list = browser.Render<OrderList>();
        await list.WaitForElementAsync("button.summary");
        Assert.Equal("false", list.Find("button.summary").GetAttribute("aria-expanded"));

        await list.Find("button.summary").ClickAsync(new());

        Assert.Equal("true", list.Find("button.summary").GetAttribute("aria-expanded"));
        var payments = list.Find("section[aria-label=Payments]").TextContent;
        Assert.Contains("Refund to Visa ending in 4242", payments, StringComparison.Ordinal);
        Assert.Contains("−$129.00", payments, StringComparison.Ordinal);
        Assert.Equal(["CloudMart", "You"], list.FindAll("section[aria-label='What happened'] .soft").Select(by => by.TextContent.Split(',')[0]));
        Assert.Equal("/support?about=CM-7890", list.Find(".ask").GetAttribute("href"));
    }

    [Fact]
    public async Task A_link_leads_to_an_order_however_it_is_written_and_a_strangers_is_not_there()
    {
        await using var browser = new CustomersBrowser();
        await browser.PutAsync(CornerShop.Order(), CornerShop.Order("CM-1000") with { CustomerId = Desk.Ben.CustomerId });

        var own = browser.Render<OrderList>(parameters => parameters.Add(list => list.OrderId, "cm-7890"));
        await own.WaitForAssertionAsync(() => Assert.Equal("true", own.Find("button.summary").GetAttribute("aria-expanded")));

        var strangers = browser.Render<OrderList>(parameters => parameters.Add(list => list.OrderId, "CM-1000"));
        await strangers.WaitForAssertionAsync(() => Assert.Contains("There is no order CM-1000 among yours.", strangers.Markup, StringComparison.Ordinal));
        Assert.Single(strangers.FindAll("article"));
    }

    [Fact]
    public async Task No_orders_say_what_will_appear_there()
    {
        await using var browser = new CustomersBrowser();

        var list = browser.Render<OrderList>();

        await list.WaitForAssertionAsync(() => Assert.Contains("Your orders will be listed here", list.Markup, StringComparison.Ordinal));
    }
}
