using CloudMart.Support.Core.Orders;
using CloudMart.Support.Tests.Fakes;

namespace CloudMart.Support.Tests.Orders;

public sealed class PaymentMethodChangeTests
{
    private static readonly Order Small = ReturningShop.Order(status: OrderStatus.Pending) with
    {
        Items = [new("mug-black", "Mug", 12.00m, "black", "p-mug")],
        Payments = [CornerShop.Paid(12.00m, ReturningShop.Card, "Visa ending in 4242")],
    };

    [Fact]
    public void The_new_method_pays_and_the_old_one_gets_it_back()
    {
        var change = Change(Small, ReturningShop.GiftCard).Change!;

        Assert.Equal(
            [(PaymentKind.Payment, ReturningShop.Card), (PaymentKind.Payment, ReturningShop.GiftCard), (PaymentKind.Refund, ReturningShop.Card)],
            change.Order!.After.Payments.Select(payment => (payment.Kind, payment.MethodId)));
        Assert.Equal(18.00m, change.Customer!.After.Find(ReturningShop.GiftCard)!.Balance);
    }

    [Fact]
    public void Canceled_afterwards_it_pays_back_once_and_to_the_new_method()
    {
        var change = Change(Small, ReturningShop.GiftCard).Change!;

        var canceled = new Cancellation(CornerShop.Stamp, null).Decide(new OrderInShop(change.Order!.After, change.Customer!.After));

        Assert.Equal([new Refund(12.00m, ReturningShop.GiftCard, "Gift card ending in 8831")], Assert.IsType<OrderCanceled>(canceled.Outcome).Refunds);
        Assert.Equal(30.00m, canceled.Change!.Customer!.After.Find(ReturningShop.GiftCard)!.Balance);
    }

    [Fact]
    public void It_can_be_changed_once()
    {
        var after = Change(Small, "paypal_ana").Change!.Order!.After;
        Assert.Contains("only once", Assert.IsType<OperationRefused>(Change(after, ReturningShop.Card).Outcome).Why, StringComparison.Ordinal);
    }

    [Fact]
    public void A_gift_card_has_to_cover_it_whole_and_the_method_has_to_be_another_one_of_the_customer()
    {
        var refused = Assert.IsType<OperationRefused>(Change(ReturningShop.Order(status: OrderStatus.Pending), ReturningShop.GiftCard).Outcome);
        Assert.Equal("Gift card ending in 8831 does not cover $64.00", refused.Why);
        Assert.IsType<OperationRefused>(Change(Small, ReturningShop.Card).Outcome);
        Assert.IsType<RequestMistaken>(Change(Small, "gift_card_of_ben").Outcome);
        Assert.IsType<OperationRefused>(Change(ReturningShop.Order(status: OrderStatus.Shipped), "paypal_ana").Outcome);
    }

    [Fact]
    public void Money_never_goes_back_to_a_gift_card_that_is_gone()
    {
        var order = Small with { Payments = [CornerShop.Paid(12.00m, "gift_card_gone", "Gift card ending in 1")] };

        Assert.IsType<OperationRefused>(Change(order, "paypal_ana").Outcome);
        Assert.IsType<OperationRefused>(new Cancellation(CornerShop.Stamp, null).Decide(ReturningShop.InShop(order)).Outcome);
        Assert.IsType<OperationRefused>(new Cancellation(CornerShop.Stamp, null).Decide(new OrderInShop(order)).Outcome);
    }

    private static OrderDecision Change(Order order, string methodId) =>
        new PaymentMethodChange(CornerShop.Stamp, methodId).Decide(ReturningShop.InShop(order));
}
