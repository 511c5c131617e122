using CloudMart.Support.Core.Orders;
using CloudMart.Support.Tests.Fakes;

namespace CloudMart.Support.Tests.Orders;

public sealed class ItemsChangeTests
{
    private static readonly Order Pending = ReturningShop.Order(status: OrderStatus.Pending);

    [Fact]
    public void Each_line_gets_its_own_variant_and_the_difference_is_charged()
    {
        var (outcome, change) = Change(Pending, ReturningShop.Card, ("mug-black", "mug-red"), ("mug-black", "mug-blue"));

        var changed = Assert.IsType<ItemsChanged>(outcome);
        Assert.Equal(5.50m, changed.Difference.Amount);
        Assert.Equal(
            [("mug-red", 19.00m, "red"), ("mug-blue", 10.50m, "blue"), ("lamp", 40.00m, "")],
            change!.Order!.After.Items.Select(line => (line.ItemId, line.Price, line.Options)));
        Assert.Equal((PaymentKind.Payment, 5.50m, ReturningShop.Card), Booked(change.Order.After));
        Assert.Equal((OrderStatus.Pending, true), (change.Order.After.Status, change.Order.After.ItemsChanged));
        Assert.Equal(change.Order.After.Total, Held(change.Order.After));
    }

    [Fact]
    public void A_cheaper_variant_pays_back_to_a_gift_card_at_once()
    {
        var change = Change(Pending, ReturningShop.GiftCard, ("mug-black", "mug-blue")).Change!;

        Assert.Equal((PaymentKind.Refund, 1.50m, ReturningShop.GiftCard), Booked(change.Order!.After));
        Assert.Equal(31.50m, change.Customer!.After.Find(ReturningShop.GiftCard)!.Balance);
        Assert.Equal(2, change.Customer.After.Version);
    }

    [Fact]
    public void A_gift_card_has_to_cover_the_difference()
    {
        var poor = ReturningShop.Ana.Credit(ReturningShop.GiftCard, -25m);
        var wish = new ItemsChange(CornerShop.Stamp, [new("mug-black", "mug-red")], ReturningShop.GiftCard);

        Assert.Equal(
            "Gift card ending in 8831 does not cover the difference of $7.00",
            Assert.IsType<OperationRefused>(wish.Decide(ReturningShop.InShop(Pending, poor)).Outcome).Why);
    }

    [Fact]
    public void It_is_done_once_and_then_neither_canceled_nor_paid_another_way()
    {
        var after = Change(Pending, ReturningShop.Card, ("mug-black", "mug-blue")).Change!.Order!.After;

        Assert.IsType<OperationRefused>(Change(after, ReturningShop.Card, ("mug-black", "mug-red")).Outcome);
        Assert.IsType<OperationRefused>(new Cancellation(CornerShop.Stamp, null).Decide(ReturningShop.InShop(after)).Outcome);
        Assert.IsType<OperationRefused>(new PaymentMethodChange(CornerShop.Stamp, "paypal_ana").Decide(ReturningShop.InShop(after)).Outcome);
        Assert.IsType<ShippingAddressChanged>(
            new ShippingAddressChange(CornerShop.Stamp, ReturningShop.Oak).Decide(ReturningShop.InShop(after)).Outcome);
    }

    [Fact]
    public void What_is_not_to_be_had_is_refused_and_what_makes_no_sense_is_a_mistake()
    {
        Assert.Equal(
            "Mug (green) is not available",
            Assert.IsType<OperationRefused>(Change(Pending, ReturningShop.Card, ("mug-black", "mug-green")).Outcome).Why);
        Assert.IsType<RequestMistaken>(Change(Pending, ReturningShop.Card, ("mug-black", "mug-black")).Outcome);
        Assert.IsType<RequestMistaken>(Change(Pending, ReturningShop.Card, ("lamp", "mug-blue")).Outcome);
        Assert.IsType<RequestMistaken>(Change(Pending, ReturningShop.Card, ("mug-blue", "mug-red")).Outcome);
        Assert.IsType<RequestMistaken>(Change(Pending, ReturningShop.Card).Outcome);
        Assert.IsType<RequestMistaken>(Change(Pending, "nobody's", ("mug-black", "mug-blue")).Outcome);
        Assert.IsType<RequestMistaken>(
            Change(Pending, ReturningShop.Card, ("mug-black", "mug-blue"), ("mug-black", "mug-red"), ("mug-black", "mug-red")).Outcome);
    }

    [Fact]
    public void A_delivered_order_is_exchanged_instead_and_keeps_the_pairs_without_moving_money()
    {
        var delivered = ReturningShop.Order();
        Assert.IsType<OperationRefused>(Change(delivered, ReturningShop.Card, ("mug-black", "mug-red")).Outcome);

        var wish = new ItemsExchange(CornerShop.Stamp, [new("mug-black", "mug-red"), new("mug-black", "mug-blue")], "paypal_ana");
        var (outcome, change) = wish.Decide(ReturningShop.InShop(delivered));

        Assert.IsType<ExchangeRequested>(outcome);
        Assert.Equal(OrderStatus.ExchangeRequested, change!.Order!.After.Status);
        Assert.Equal([new("mug-black", "mug-red"), new("mug-black", "mug-blue")], change.Order.After.Exchange!.Changes);
        Assert.Equal((5.50m, "paypal_ana"), (change.Order.After.Exchange.Difference, change.Order.After.Exchange.MethodId));
        Assert.Equal(delivered.Items, change.Order.After.Items);
        Assert.Equal(delivered.Payments, change.Order.After.Payments);
        Assert.Null(change.Customer);
        Assert.IsType<OperationRefused>(wish.Decide(ReturningShop.InShop(change.Order.After)).Outcome);
        Assert.IsType<OperationRefused>(
            new ItemsReturn(CornerShop.Stamp, ["lamp"], ReturningShop.Card).Decide(ReturningShop.InShop(change.Order.After)).Outcome);
    }

    private static OrderDecision Change(Order order, string methodId, params (string, string)[] changes) =>
        new ItemsChange(CornerShop.Stamp, [.. changes.Select(change => new ItemChange(change.Item1, change.Item2))], methodId)
            .Decide(ReturningShop.InShop(order));

    private static (PaymentKind, decimal, string) Booked(Order order) =>
        (order.Payments[^1].Kind, order.Payments[^1].Amount, order.Payments[^1].MethodId);

    private static decimal Held(Order order) =>
        order.Payments.Sum(payment => payment.Kind == PaymentKind.Payment ? payment.Amount : -payment.Amount);
}
