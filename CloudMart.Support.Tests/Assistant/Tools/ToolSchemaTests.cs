namespace CloudMart.Support.Tests.Assistant.Tools;

/// <summary>Providers and recorded conversations depend on these texts: a change here is a change of a contract.</summary>
public sealed class ToolSchemaTests
{
    [Theory]
    [InlineData(
        "cancel_order",
        """
        {"type":"object","properties":{
        "orderId":{"description":"The order's number, e.g. CM-7890","type":"string"},
        "reason":{"description":"Why, in the customer's words; null if they gave no reason","type":["string","null"]}},
        "required":["orderId","reason"],"additionalProperties":false}
        """)]
    [InlineData(
        "get_order",
        """
        {"type":"object","properties":{
        "orderId":{"description":"The order's number, e.g. CM-7890","type":"string"}},
        "required":["orderId"],"additionalProperties":false}
        """)]
    [InlineData(
        "track_order",
        """
        {"type":"object","properties":{
        "orderId":{"description":"The order's number, e.g. CM-7890","type":"string"}},
        "required":["orderId"],"additionalProperties":false}
        """)]
    [InlineData(
        "list_orders",
        """
        {"type":"object","properties":{
        "status":{"description":"Only orders that stand so; null for all","type":["string","null"],
        "enum":["pending","processed","shipped","delivered","canceled","return requested","exchange requested",null]}},
        "required":["status"],"additionalProperties":false}
        """)]
    [InlineData(
        "hand_off_to_staff",
        """
        {"type":"object","properties":{
        "reason":{"description":"Why a person is needed, in one sentence for staff","type":"string"},
        "summary":{"description":"What was asked, done, refused and is still open, for staff to read; at most 2000 characters","type":"string"}},
        "required":["reason","summary"],"additionalProperties":false}
        """)]
    [InlineData("get_profile", """{"type":"object","properties":{},"required":[],"additionalProperties":false}""")]
    [InlineData(
        "get_product",
        """
        {"type":"object","properties":{
        "productId":{"description":"The product's id, as an order's item or find_products names it; not an item's id","type":"string"}},
        "required":["productId"],"additionalProperties":false}
        """)]
    [InlineData(
        "find_products",
        """
        {"type":"object","properties":{
        "query":{"description":"What to look for, in a few words, e.g. desk lamp","type":"string"}},
        "required":["query"],"additionalProperties":false}
        """)]
    [InlineData(
        "search_help",
        """
        {"type":"object","properties":{
        "question":{"description":"What the customer wants to know, in English","type":"string"}},
        "required":["question"],"additionalProperties":false}
        """)]
    [InlineData(
        "change_shipping_address",
        """
        {"type":"object","properties":{
        "orderId":{"description":"The order's number, e.g. CM-7890","type":"string"},
        "address":{"description":"The new address, whole","type":"object","properties":{
        "line1":{"description":"Street and number","type":"string"},
        "line2":{"description":"Apartment, suite or floor; null if there is none","type":["string","null"]},
        "city":{"type":"string"},
        "state":{"description":"State or province, e.g. OR","type":"string"},
        "zip":{"type":"string"},
        "country":{"description":"E.g. USA","type":"string"}},
        "required":["line1","line2","city","state","zip","country"],"additionalProperties":false}},
        "required":["orderId","address"],"additionalProperties":false}
        """)]
    [InlineData(
        "change_default_address",
        """
        {"type":"object","properties":{
        "address":{"description":"The new address, whole","type":"object","properties":{
        "line1":{"description":"Street and number","type":"string"},
        "line2":{"description":"Apartment, suite or floor; null if there is none","type":["string","null"]},
        "city":{"type":"string"},
        "state":{"description":"State or province, e.g. OR","type":"string"},
        "zip":{"type":"string"},
        "country":{"description":"E.g. USA","type":"string"}},
        "required":["line1","line2","city","state","zip","country"],"additionalProperties":false}},
        "required":["address"],"additionalProperties":false}
        """)]
    [InlineData(
        "change_payment_method",
        """
        {"type":"object","properties":{
        "orderId":{"description":"The order's number, e.g. CM-7890","type":"string"},
        "paymentMethodId":{"description":"The id of the new payment method, from get_profile","type":"string"}},
        "required":["orderId","paymentMethodId"],"additionalProperties":false}
        """)]
    [InlineData(
        "change_items",
        """
        {"type":"object","properties":{
        "orderId":{"description":"The order's number, e.g. CM-7890","type":"string"},
        "changes":{"description":"Each item with the one that takes its place","type":"array","items":{"type":"object","properties":{
        "itemId":{"description":"The itemId of a line of the order","type":"string"},
        "newItemId":{"description":"The itemId of the variant that takes its place, from get_product","type":"string"}},
        "required":["itemId","newItemId"],"additionalProperties":false}},
        "paymentMethodId":{"description":"The id of the payment method for the difference, from get_profile","type":"string"}},
        "required":["orderId","changes","paymentMethodId"],"additionalProperties":false}
        """)]
    [InlineData(
        "exchange_items",
        """
        {"type":"object","properties":{
        "orderId":{"description":"The order's number, e.g. CM-7890","type":"string"},
        "changes":{"description":"Each item with the one that takes its place","type":"array","items":{"type":"object","properties":{
        "itemId":{"description":"The itemId of a line of the order","type":"string"},
        "newItemId":{"description":"The itemId of the variant that takes its place, from get_product","type":"string"}},
        "required":["itemId","newItemId"],"additionalProperties":false}},
        "paymentMethodId":{"description":"The id of the payment method for the difference, from get_profile","type":"string"}},
        "required":["orderId","changes","paymentMethodId"],"additionalProperties":false}
        """)]
    [InlineData(
        "return_items",
        """
        {"type":"object","properties":{
        "orderId":{"description":"The order's number, e.g. CM-7890","type":"string"},
        "itemIds":{"description":"The itemId of each line to be returned; one that stands on two lines may stand here twice","type":"array","items":{"type":"string"}},
        "refundTo":{"description":"The id of the payment method that gets the refund, from get_profile","type":"string"}},
        "required":["orderId","itemIds","refundTo"],"additionalProperties":false}
        """)]
    public void The_schema_is_strict_and_stays_as_it_is(string tool, string schema) => Assert.Equal(
        schema.ReplaceLineEndings(""),
        new ToolDesk().Catalogue.Descriptions.Single(description => description.Name == tool).Parameters);

    [Fact]
    public void Every_tool_has_its_schema_here() => Assert.Equal(
        ToolNames.All,
        new ToolDesk().Catalogue.Descriptions.Select(description => description.Name));
}
