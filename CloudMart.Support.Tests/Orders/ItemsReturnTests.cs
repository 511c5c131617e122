using CloudMart.Support.Core.Orders;
using CloudMart.Support.Tests.Fakes;

namespace CloudMart.Support.Tests.Orders;

public sealed class ItemsReturnTests
{
    [Fact]
    public void The_lines_and_the_refund_are_noted_and_no_money_moves_before_they_are_back()
    {
        var order = ReturningShop.Order();

        var (outcome, change) = Decide(order, ["mug-black", "lamp"], ReturningShop.Card);

        var returned = Assert.IsType<ReturnRequested>(outcome);
        Assert.Equal(["Mug", "Desk lamp"], returned.Lines.Select(line => line.Name));
        Assert.Equal(new Refund(52.00m, ReturningShop.Card, "Visa ending in 4242"), returned.Refund);
        Assert.Equal(OrderStatus.ReturnRequested, change!.Order!.After.Status);
        Assert.Equal(["mug-black", "lamp"], change.Order.After.Return!.ItemIds);
        Assert.Equal(order.Payments, change.Order.After.Payments);
        Assert.Null(change.Customer);
    }

    [Fact]
    public void A_gift_card_of_the_customer_takes_the_refund_and_another_card_does_not()
    {
        Assert.IsType<ReturnRequested>(Decide(ReturningShop.Order(), ["lamp"], ReturningShop.GiftCard).Outcome);
        var refused = Assert.IsType<OperationRefused>(Decide(ReturningShop.Order(), ["lamp"], "paypal_ana").Outcome);
        Assert.Equal("the refund can't go to PayPal", refused.Why);
    }

    [Theory]
    [InlineData("mug-black", "mug-black", "mug-black")]
    [InlineData("mug-blue")]
    [InlineData("")]
    public void An_item_that_is_not_there_that_often_is_a_mistake(params string[] itemIds) =>
        Assert.IsType<RequestMistaken>(Decide(ReturningShop.Order(), itemIds, ReturningShop.Card).Outcome);

    [Fact]
    public void Nothing_to_return_and_an_unknown_method_are_mistakes()
    {
        Assert.IsType<RequestMistaken>(Decide(ReturningShop.Order(), [], ReturningShop.Card).Outcome);
        Assert.IsType<RequestMistaken>(Decide(ReturningShop.Order(), ["lamp"], "credit_card_of_ben").Outcome);
    }

    public static TheoryData<OrderStatus> NotDelivered => [.. Enum.GetValues<OrderStatus>().Except([OrderStatus.Delivered])];

    [Theory]
    [MemberData(nameof(NotDelivered))]
    public void Only_a_delivered_order_is_returned(OrderStatus status)
    {
        var refused = Assert.IsType<OperationRefused>(Decide(ReturningShop.Order(status: status), ["lamp"], ReturningShop.Card).Outcome);
        Assert.Equal("returned", refused.Participle);
        Assert.NotEmpty(refused.Instead);
    }

    [Fact]
    public void The_refund_is_never_more_than_the_shop_still_holds()
    {
        var partlyRefunded = ReturningShop.Order() with
        {
            Payments = [CornerShop.Paid(64m, ReturningShop.Card), CornerShop.Refunded(50m, ReturningShop.Card)],
        };

        Assert.Equal(14m, Assert.IsType<ReturnRequested>(Decide(partlyRefunded, ["lamp"], ReturningShop.Card).Outcome).Refund.Amount);
    }

    private static OrderDecision Decide(Order order, string[] itemIds, string refundTo) =>
        new ItemsReturn(CornerShop.Stamp, [.. itemIds], refundTo).Decide(ReturningShop.InShop(order));
}
