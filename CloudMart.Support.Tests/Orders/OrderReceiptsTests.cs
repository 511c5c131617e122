using CloudMart.Support.Core.Conversations;
using CloudMart.Support.Core.Orders;
using CloudMart.Support.Tests.Fakes;

namespace CloudMart.Support.Tests.Orders;

public sealed class OrderReceiptsTests
{
    [Fact]
    public void A_canceled_order_shows_its_items_its_refund_and_where_that_goes()
    {
        var receipt = OrderReceipts.For(Decide(CornerShop.Order()))!;

        Assert.Equal((ReceiptKind.Done, "CM-7890", "CM-7890 canceled"), (receipt.Kind, receipt.OrderId, receipt.Headline));
        Assert.Equal(["Wireless headphones", "Aluminum laptop stand"], receipt.Items);
        Assert.Equal((129.00m, "Visa ending in 4242, in 5 to 7 business days"), (receipt.Refund, receipt.RefundTo));
    }

    [Fact]
    public void A_split_refund_names_every_part()
    {
        var split = CornerShop.Order() with { Payments = [CornerShop.Paid(29m, "gift_card_1", "Gift card"), CornerShop.Paid(100m, "paypal_1", "PayPal")] };

        var receipt = OrderReceipts.For(Decide(split))!;

        Assert.Equal(129.00m, receipt.Refund);
        Assert.Equal("Gift card ($29.00, at once) and PayPal ($100.00, in 5 to 7 business days)", receipt.RefundTo);
    }

    [Fact]
    public void An_unpaid_order_shows_no_refund()
    {
        var receipt = OrderReceipts.For(Decide(CornerShop.Order() with { Payments = [] }))!;

        Assert.Equal((null, null), (receipt.Refund, receipt.RefundTo));
    }

    [Fact]
    public void An_order_of_any_size_fits_a_receipt()
    {
        var items = Enumerable.Repeat(new OrderLine("1", new string('x', 5000), 1m), 500);

        var names = OrderReceipts.For(Decide(CornerShop.Order() with { Items = [.. items] }))!.Items;

        Assert.Equal((21, "and 480 more"), (names.Length, names[^1]));
        Assert.All(names, name => Assert.InRange(name.Length, 1, 100));
    }

    [Fact]
    public void A_refusal_shows_the_next_step()
    {
        var receipt = OrderReceipts.For(Decide(CornerShop.Order(status: OrderStatus.Processed)))!;

        Assert.Equal(ReceiptKind.Refused, receipt.Kind);
        Assert.Equal("CM-7890 was not canceled: it is already being packed", receipt.Headline);
        Assert.Contains("send it back", receipt.NextStep, StringComparison.Ordinal);
    }

    [Fact]
    public void Already_canceled_is_no_refusal() =>
        Assert.Equal(ReceiptKind.Done, OrderReceipts.For(Decide(CornerShop.Order(status: OrderStatus.Canceled)))!.Kind);

    [Fact]
    public void What_was_not_found_has_no_receipt() => Assert.Null(OrderReceipts.For(new OrderNotFound()));

    private static OrderOutcome Decide(Order order) => new Cancellation(CornerShop.Stamp, null).Decide(new OrderInShop(order, CornerShop.Profile("gift_card_1"))).Outcome;
}
