using CloudMart.Support.Core.Orders;
using CloudMart.Support.Tests.Fakes;

namespace CloudMart.Support.Tests.Orders;

public sealed class DynamoDbOrderItemTests
{
    private static readonly Order Pending = SomeOrders.Pending("CM-7890");

    [Fact]
    public void An_item_that_the_previous_release_wrote_is_read() =>
        Assert.Equivalent(Pending, DynamoDbOrderItem.ToOrder(AsBefore()), strict: true);

    [Fact]
    public void What_an_order_does_not_have_costs_nothing() =>
        Assert.Equal(AsBefore().Keys.Order(), DynamoDbOrderItem.From(Pending).Keys.Order());

    private static Dictionary<string, Amazon.DynamoDBv2.Model.AttributeValue> AsBefore() => DynamoDbOrderItem.From(Pending)
        .Where(attribute => attribute.Key is
            "orderId" or "customerId" or "status" or "placedAt" or "version" or "items" or "shipTo" or "payments" or "shipment" or "history")
        .ToDictionary();
}
