using CloudMart.Support.Core.Conversations;
using CloudMart.Support.Core.Orders;
using CloudMart.Support.Tests.Fakes;

namespace CloudMart.Support.Tests.Assistant.Tools;

public sealed class CancelOrderToolTests
{
    private const string Cm7890 = """{"orderId":"CM-7890","reason":null}""";

    private static ConversationSnapshot Asked => CornerShop.Saying("hello", "Cancel order CM-7890");

    [Fact]
    public async Task Asked_for_in_the_newest_message_it_decides_the_change_with_output_and_receipt()
    {
        var decision = await new ToolDesk(CornerShop.Order()).DecideAsync("cancel_order", Cm7890, Asked);

        Assert.Equal(OrderStatus.Canceled, decision.Change!.Order!.After.Status);
        Assert.Equal("CM-7890 canceled", decision.Receipt!.Headline);
        Assert.Null(decision.AlsoRecord);
        Assert.Equal(
            """
            {"outcome":"canceled","order":{"orderId":"CM-7890","status":"canceled","placedAt":"2026-11-20T10:00:00Z","items":[
            {"itemId":"2041-3","name":"Wireless headphones","price":89.00,"options":"black"},
            {"itemId":"3310-1","name":"Aluminum laptop stand","price":40.00,"options":""}],
            "total":129.00,"payment":"Visa ending in 4242","shipTo":"12 Elm Street, Portland","tracking":null},
            "refund":{"amount":129.00,"to":"Visa ending in 4242","when":"in 5 to 7 business days"}}
            """.ReplaceLineEndings(""),
            decision.Output);
    }

    [Fact]
    public async Task The_customers_reason_goes_into_the_orders_history()
    {
        var decision = await new ToolDesk(CornerShop.Order())
            .DecideAsync("cancel_order", """{"orderId":"cm-7890","reason":"found it cheaper"}""", CornerShop.Saying("I found it cheaper elsewhere"));

        Assert.Contains("found it cheaper", decision.Change!.Order!.After.History[0].Outcome, StringComparison.Ordinal);
        Assert.Equal("conversation-1/2/0", decision.Change.Order.After.History[0].Operation);
    }

    [Fact]
    public async Task The_card_says_what_would_be_done()
    {
        var card = (await new ToolDesk(CornerShop.Order()).DecideAsync("cancel_order", Cm7890)).Card!;

        Assert.Equal(("Cancel CM-7890", "Cancel CM-7890", "Keep order", "CM-7890"), (card.Title, card.Confirm, card.Decline, card.OrderId));
        Assert.Equal(
            [new CardLine("Wireless headphones", null, "black, $89.00"), new CardLine("Aluminum laptop stand", null, "$40.00")], card.Lines);
        Assert.Equal(new CardLine("Refund", null, "$129.00 to Visa ending in 4242, in 5 to 7 business days"), card.Total);
        Assert.True(card.IsFinal);
    }

    [Fact]
    public async Task What_cannot_be_canceled_is_said_without_a_card()
    {
        var already = await new ToolDesk(CornerShop.Order(status: OrderStatus.Canceled)).DecideAsync("cancel_order", Cm7890);
        var refused = await new ToolDesk(CornerShop.Order(status: OrderStatus.Shipped)).DecideAsync("cancel_order", Cm7890);

        Assert.Equal("already_canceled", ToolDesk.Outcome(already));
        Assert.Equal(ReceiptKind.Done, already.Receipt!.Kind);
        Assert.Equal("refused", ToolDesk.Outcome(refused));
        Assert.Equal(ReceiptKind.Refused, refused.Receipt!.Kind);
        Assert.Equal(
            "CM-7890 cannot be canceled: it is already on its way. "
            + "Once it has arrived you can send it back: just ask here.",
            ToolDesk.Read(refused.Output).GetProperty("message").GetString());
        Assert.All([already, refused], decision => Assert.Null(decision.Change));
        Assert.All([already, refused], decision => Assert.Null(decision.Card));
    }

    [Fact]
    public async Task A_strangers_order_is_answered_byte_for_byte_like_a_missing_one()
    {
        var desk = new ToolDesk(CornerShop.Order());

        var strangers = await desk.DecideAsync("cancel_order", Cm7890, Asked, CornerShop.Ben);
        var missing = await new ToolDesk().DecideAsync("cancel_order", Cm7890, Asked, CornerShop.Ben);
        var nonsense = await desk.DecideAsync("cancel_order", """{"orderId":"../../etc"}""", Asked);

        Assert.Equal("not_found", ToolDesk.Outcome(strangers));
        Assert.Equal(missing, strangers);
        Assert.Equal(missing, nonsense);
    }

    [Fact]
    public async Task A_refund_in_parts_is_one_amount_that_names_its_parts()
    {
        var split = CornerShop.Order() with
        {
            Payments = [CornerShop.Paid(29m, "gift_card_1", "Gift card"), CornerShop.Paid(100m, "paypal_1", "PayPal")],
        };

        var desk = new ToolDesk(split);
        await desk.Store.AddMissingAsync([CornerShop.Profile("gift_card_1")], TestContext.Current.CancellationToken);

        var refund = (await desk.AskAsync("cancel_order", Cm7890, Asked)).GetProperty("refund");

        Assert.Equal(
            """{"amount":129.00,"to":"Gift card ($29.00) and PayPal ($100.00)","when":"at once and in 5 to 7 business days"}""",
            refund.GetRawText());
    }
}
