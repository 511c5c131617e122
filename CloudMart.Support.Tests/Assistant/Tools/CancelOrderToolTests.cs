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

        Assert.Equal(OrderStatus.Canceled, decision.Change!.After.Status);
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
    public async Task The_reason_goes_into_the_orders_history()
    {
        var decision = await new ToolDesk(CornerShop.Order())
            .DecideAsync("cancel_order", """{"orderId":"cm-7890","reason":"found it cheaper"}""", Asked);

        Assert.Contains("found it cheaper", decision.Change!.After.History[0].Outcome, StringComparison.Ordinal);
        Assert.Equal("conversation-1/2/0", decision.Change.After.History[0].Operation);
    }

    [Theory]
    [InlineData("How do I cancel CM-7890?")]
    [InlineData("Cancel order CM-7885")]
    [InlineData("where is my order")]
    public async Task Without_evidence_for_this_order_it_asks_for_it(string newest)
    {
        var decision = await new ToolDesk(CornerShop.Order()).DecideAsync("cancel_order", Cm7890, CornerShop.Saying("Cancel order CM-7890", newest));

        Assert.Null(decision.Change);
        Assert.Null(decision.Receipt);
        Assert.Equal(
            """{"outcome":"needs_consent","ask":"Cancel order CM-7890","message":"Ask the customer to write: Cancel order CM-7890"}""",
            decision.Output);
    }

    [Fact]
    public async Task Evidence_is_used_up_by_a_change()
    {
        var used = CornerShop.Conversation(
            new CustomerSaid("customer-1", "m1", "Cancel order CM-7890"),
            new RunStarted("run-1", "claim-1"),
            new ToolAnswered("run-1", 2, 0, "{}", Changed: true));
        var again = used.Append([new RecordedEvent(4, CornerShop.Noon, new CustomerSaid("customer-1", "m2", "Cancel order CM-7890"))]);
        var desk = new ToolDesk(CornerShop.Order());

        Assert.Equal("needs_consent", ToolDesk.Outcome(await desk.DecideAsync("cancel_order", Cm7890, used)));
        Assert.Equal("canceled", ToolDesk.Outcome(await desk.DecideAsync("cancel_order", Cm7890, again)));
    }

    [Fact]
    public async Task An_older_message_is_no_evidence_though_the_newest_was_not_read()
    {
        var second = CornerShop.Saying("Cancel order CM-7890", "wait, keep it");
        var unread = second with { Events = second.Events.RemoveAt(1) };

        Assert.Equal("needs_consent", ToolDesk.Outcome(await new ToolDesk(CornerShop.Order()).DecideAsync("cancel_order", Cm7890, unread)));
    }

    [Fact]
    public async Task What_cannot_be_canceled_is_said_without_asking_for_consent()
    {
        var already = await new ToolDesk(CornerShop.Order(status: OrderStatus.Canceled)).DecideAsync("cancel_order", Cm7890);
        var refused = await new ToolDesk(CornerShop.Order(status: OrderStatus.Shipped)).DecideAsync("cancel_order", Cm7890);

        Assert.Equal("already_canceled", ToolDesk.Outcome(already));
        Assert.Equal(ReceiptKind.Done, already.Receipt!.Kind);
        Assert.Equal("refused", ToolDesk.Outcome(refused));
        Assert.Equal(ReceiptKind.Refused, refused.Receipt!.Kind);
        Assert.Equal(
            "CM-7890 cannot be canceled: it is already on its way. "
            + "Once it has arrived you can send it back: ask here for a person, who will arrange the return.",
            ToolDesk.Read(refused.Output).GetProperty("message").GetString());
        Assert.All([already, refused], decision => Assert.Null(decision.Change));
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

        var refund = (await new ToolDesk(split).AskAsync("cancel_order", Cm7890, Asked)).GetProperty("refund");

        Assert.Equal(
            """{"amount":129.00,"to":"Gift card ($29.00) and PayPal ($100.00)","when":"at once and in 5 to 7 business days"}""",
            refund.GetRawText());
    }
}
