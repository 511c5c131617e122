using Bunit;
using CloudMart.Support.Core.Conversations;
using CloudMart.Support.Core.Orders;
using CloudMart.Support.Tests.Fakes;
using CloudMart.Support.Web.StaffConsole.Context;

namespace CloudMart.Support.Tests.StaffConsole;

public sealed class CustomersOrdersTests
{
    private static CancellationToken Cancel => Xunit.TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_customers_orders_are_listed_and_what_the_assistant_does_to_one_shows_at_once()
    {
        await using var browser = new StaffBrowser();
        await browser.Desk.Store.AddMissingAsync([CornerShop.Order(), CornerShop.Order("CM-1", OrderStatus.Shipped) with { CustomerId = "customer-2" }], Cancel);
        browser.Desk.Assistant.Calls(("cancel_order", """{"orderId":"CM-7890","reason":null}""")).Says("Done.");
        var orders = Show(browser);
        await orders.WaitForAssertionAsync(() => Assert.Equal("pending", Assert.Single(orders.FindAll("summary .status")).TextContent));
        Assert.Equal("/staff/orders/CM-7890", orders.Find("a").GetAttribute("href"));

        await browser.Desk.SayAsync("Cancel order CM-7890");
        await browser.Desk.SettleAsync();

        await orders.WaitForAssertionAsync(() => Assert.Equal("canceled", orders.Find("summary .status").TextContent));
        Assert.Equal("CM-7890 is canceled now.", orders.Find(".visually-hidden[role=status]").TextContent);
    }

    [Fact]
    public async Task What_is_done_in_the_customers_place_stands_in_the_conversation_beside_the_orders()
    {
        await using var browser = new StaffBrowser();
        await browser.Desk.Store.AddMissingAsync([CornerShop.Order()], Cancel);
        browser.Desk.Assistant.Says("Hello.").Says("Hello.");
        var open = await browser.Desk.SayAsync("Hi");
        await browser.Desk.SayAsync("Something else");
        await browser.Desk.SettleAsync();
        var orders = Show(browser, open);

        await PressAsync(orders, "Cancel CM-7890 for the customer…");
        await PressAsync(orders, "Cancel CM-7890");

        await orders.WaitForAssertionAsync(() => Assert.Single(browser.Desk.EventsOf(open).OfType<StaffActed>()));
    }

    [Fact]
    public async Task While_it_is_asked_for_it_can_neither_be_left_nor_asked_for_again()
    {
        await using var browser = new StaffBrowser();
        await browser.Desk.Store.AddMissingAsync([CornerShop.Order()], Cancel);
        browser.Desk.Assistant.Says("Hello.");
        var open = await browser.Desk.SayAsync("Hi");
        await browser.Desk.SettleAsync();
        var orders = Show(browser, open);
        await PressAsync(orders, "Cancel CM-7890 for the customer…");
        await orders.WaitForAssertionAsync(() => Assert.Contains(orders.FindAll("button"), button => button.TextContent.Trim() == "Cancel CM-7890"));
        var writing = new TaskCompletionSource();
        browser.Desk.Store.BeforeAppend = _ => writing.Task;

        await orders.InvokeAsync(() => orders.FindAll("button").Single(button => button.TextContent.Trim() == "Cancel CM-7890").Click());

        await orders.WaitForAssertionAsync(() => Assert.All(orders.FindAll(".answers button"), button => Assert.True(button.HasAttribute("disabled"))));
        writing.SetResult();
        await orders.WaitForAssertionAsync(() => Assert.Contains("It is being carried out.", orders.Markup, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_customer_without_orders_is_told_what_will_be_there()
    {
        await using var browser = new StaffBrowser();

        var orders = Show(browser);

        await orders.WaitForAssertionAsync(() => Assert.Equal("Their orders will be listed here.", orders.Find(".empty").TextContent));
    }

    private static async Task PressAsync(IRenderedComponent<CustomersOrders> orders, string name)
    {
        await orders.WaitForAssertionAsync(() => Assert.Contains(orders.FindAll("button"), button => button.TextContent.Trim() == name));
        await orders.InvokeAsync(() => orders.FindAll("button").Single(button => button.TextContent.Trim() == name).ClickAsync(new()));
    }

    private static IRenderedComponent<CustomersOrders> Show(StaffBrowser browser, string conversationId = "c-1") =>
        browser.Render<CustomersOrders>(parameters => parameters.Add(orders => orders.CustomerId, Desk.Ana.CustomerId).Add(orders => orders.ConversationId, conversationId));
}
