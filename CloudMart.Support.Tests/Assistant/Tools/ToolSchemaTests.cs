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
    public void The_schema_is_strict_and_stays_as_it_is(string tool, string schema) => Assert.Equal(
        schema.ReplaceLineEndings(""),
        new ToolDesk().Catalogue.Descriptions.Single(description => description.Name == tool).Parameters);

    [Fact]
    public void Every_tool_has_its_schema_here() => Assert.Equal(
        ToolNames.All,
        new ToolDesk().Catalogue.Descriptions.Select(description => description.Name));
}
