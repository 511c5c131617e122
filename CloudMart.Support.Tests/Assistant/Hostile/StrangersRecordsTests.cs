using CloudMart.Support.Core.Assistant.Tools;
using CloudMart.Support.Core.Conversations;
using CloudMart.Support.Tests.Fakes;

namespace CloudMart.Support.Tests.Assistant.Hostile;

/// <summary>What is somebody else’s stays so, whatever it is called by.</summary>
public sealed class StrangersRecordsTests : Attack
{
    /// <summary>Arguments that make sense to each tool that takes an order's id.</summary>
    public static TheoryData<string, string> ToolsOfAnOrder => new()
    {
        { "get_order", """{"orderId":"#"}""" },
        { "track_order", """{"orderId":"#"}""" },
        { "cancel_order", """{"orderId":"#","reason":null}""" },
        {
            "change_shipping_address",
            """{"orderId":"#","address":{"line1":"5 Oak Road","line2":null,"city":"Salem","state":"OR","zip":"97301","country":"USA"}}"""
        },
        { "change_payment_method", """{"orderId":"#","paymentMethodId":"credit_card_4242"}""" },
        { "change_items", """{"orderId":"#","changes":[{"itemId":"mug-blue","newItemId":"mug-red"}],"paymentMethodId":"credit_card_4242"}""" },
        { "return_items", """{"orderId":"#","itemIds":["mug-blue"],"refundTo":"credit_card_4242"}""" },
        { "exchange_items", """{"orderId":"#","changes":[{"itemId":"mug-blue","newItemId":"mug-red"}],"paymentMethodId":"credit_card_4242"}""" },
    };

    [Theory]
    [MemberData(nameof(ToolsOfAnOrder))]
    public async Task A_strangers_order_and_one_that_does_not_exist_are_the_same_to_the_last_byte(string tool, string arguments)
    {
        var id = await CallAsync(
            (tool, arguments.Replace("#", SecretShop.BensOrder, StringComparison.Ordinal)),
            (tool, arguments.Replace("#", "CM-9002", StringComparison.Ordinal)),
            (tool, arguments.Replace("#", "CM-404", StringComparison.Ordinal)));

        var answers = Answers(id);
        Assert.Equal(3, answers.Count);
        Assert.Equal(ToolOutput.OrderNotFound(), Assert.Single(answers.Select(answer => answer.Output).Distinct()));
        Assert.All(answers, answer => Assert.Null(answer.Receipt));
        Assert.Empty(Shop.EventsOf(id).OfType<ActionProposed>());
    }

    [Fact]
    public async Task Every_tool_that_takes_an_orders_id_is_among_those_attacked()
    {
        await CallAsync();
        Assert.Equal(
            Shop.Assistant.Asked.First().Tools
                .Where(tool => tool.Parameters.Contains("\"orderId\"", StringComparison.Ordinal)).Select(tool => tool.Name).Order(),
            ToolsOfAnOrder.Select(row => row.Data.Item1).Order());
    }

    [Theory]
    [InlineData("cm-1")]
    [InlineData(" CM-1 ")]
    [InlineData("#CM-1")]
    [InlineData("1")]
    public async Task An_order_id_in_another_spelling_is_that_very_order(string orderId) => Assert.StartsWith(
        """{"outcome":"found","order":{"orderId":"CM-1",""", await AnswerAsync("get_order", WithOrder(orderId)), StringComparison.Ordinal);

    [Theory]
    [InlineData("СМ-1")] // Cyrillic
    [InlineData("CM-１")] // full width
    [InlineData("CM-١")] // Arabic
    [InlineData("CM\u20111")] // another hyphen
    [InlineData("CM-1\u0000")]
    [InlineData("CM-1\u200b")]
    [InlineData("CM-1\n")]
    [InlineData("\tCM-1")]
    [InlineData("CM-1\u00a0")]
    [InlineData("\u202eCM-1")]
    [InlineData("CM-1, CM-2")]
    [InlineData("CM-1' OR 1=1 --")]
    [InlineData("CM-1000000000000000000000000000000000")]
    public async Task An_order_id_that_only_looks_like_one_is_nobodys(string orderId) =>
        Assert.Equal(ToolOutput.OrderNotFound(), await AnswerAsync("get_order", WithOrder(orderId)));

    [Fact]
    public async Task A_customer_named_in_the_arguments_is_not_looked_at()
    {
        var id = await CallAsync(
            ("get_profile", """{"customerId":"customer-2"}"""),
            ("list_orders", """{"status":null,"customerId":"customer-2","customer":{"customerId":"customer-2"}}"""));

        Assert.Contains("Ana", Answers(id)[0].Output, StringComparison.Ordinal);
        Assert.DoesNotContain(SecretShop.Mark, Shop.StoredText(id), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Another_customers_payment_method_can_be_neither_paid_with_nor_refunded_to()
    {
        var id = await CallAsync(
            ("change_payment_method", """{"orderId":"CM-2","paymentMethodId":"credit_card_ben"}"""),
            ("return_items", """{"orderId":"CM-1","itemIds":["lamp"],"refundTo":"gift_card_ben"}"""));

        Assert.All(Answers(id), answer => Assert.StartsWith("""{"outcome":"error",""", answer.Output, StringComparison.Ordinal));
        Assert.Empty(Shop.StateOf(id).Actions);
    }
}
