using CloudMart.Support.Core.Orders;
using CloudMart.Support.Tests.Fakes;

namespace CloudMart.Support.Tests.Orders;

public sealed class CancellationTests
{
    private static readonly Cancellation Wish = new(CornerShop.Stamp, "ordered by mistake");

    [Fact]
    public void A_pending_order_is_canceled_and_its_payment_goes_back_where_it_came_from()
    {
        var before = CornerShop.Order();

        var (outcome, change) = Wish.Decide(new OrderInShop(before));

        var canceled = Assert.IsType<OrderCanceled>(outcome);
        Assert.Same(before, change!.Order!.Before);
        Assert.Same(canceled.Order, change.Order.After);
        Assert.Equal(OrderStatus.Canceled, change.Order.After.Status);
        Assert.Equal([new Refund(129.00m, "credit_card_4242", "Visa ending in 4242")], canceled.Refunds);
        Assert.Equal(
            [before.Payments[0], new OrderPayment(PaymentKind.Refund, 129.00m, "credit_card_4242", "Visa ending in 4242", CornerShop.Noon)],
            change.Order.After.Payments);
    }

    [Fact]
    public void The_order_keeps_who_canceled_it_when_and_how_it_came_out()
    {
        var after = Wish.Decide(new OrderInShop(CornerShop.Order())).Change!.Order!.After;

        Assert.Equal(2, after.Version);
        Assert.Equal(
            [new AppliedOperation(
                "conversation-1/2/0", "cancel_order", "customer-1", CornerShop.Noon,
                "Canceled (ordered by mistake); refunded: $129.00 to Visa ending in 4242")],
            after.History);
    }

    [Fact]
    public void The_history_keeps_its_bound_by_losing_the_oldest_entry()
    {
        var old = Enumerable.Range(0, Order.MaxHistory).Select(i => new AppliedOperation($"op-{i}", "noted", "staff-1", CornerShop.Noon, "Noted"));

        var history = Wish.Decide(new OrderInShop(CornerShop.Order() with { History = [.. old] })).Change!.Order!.After.History;

        Assert.Equal(Order.MaxHistory, history.Length);
        Assert.Equal("op-1", history[0].Operation);
        Assert.Equal("cancel_order", history[^1].Act);
    }

    [Fact]
    public void A_long_reason_is_cut_and_no_reason_leaves_no_trace()
    {
        var longOne = (Wish with { Reason = new string('x', 5000) }).Decide(new OrderInShop(CornerShop.Order())).Change!.Order!.After.History[0].Outcome;
        var none = (Wish with { Reason = " " }).Decide(new OrderInShop(CornerShop.Order())).Change!.Order!.After.History[0].Outcome;

        Assert.True(longOne.Length < 300);
        Assert.StartsWith("Canceled; ", none, StringComparison.Ordinal);
    }

    [Fact]
    public void A_canceled_order_is_said_to_be_canceled_already()
    {
        var canceled = CornerShop.Order(status: OrderStatus.Canceled);

        Assert.Equal(new OrderDecision(new AlreadyCanceled(canceled)), Wish.Decide(new OrderInShop(canceled)));
    }

    public static TheoryData<OrderStatus> TooLate =>
        [.. Enum.GetValues<OrderStatus>().Except([OrderStatus.Pending, OrderStatus.Canceled])];

    [Theory]
    [MemberData(nameof(TooLate))]
    public void Past_pending_it_is_refused_with_what_can_be_done_instead(OrderStatus status)
    {
        var (outcome, change) = Wish.Decide(new OrderInShop(CornerShop.Order(status: status)));

        var refused = Assert.IsType<OperationRefused>(outcome);
        Assert.Null(change);
        Assert.NotEmpty(refused.Why);
        Assert.Equal("canceled", refused.Participle);
        Assert.NotEmpty(refused.Instead);
    }

    [Fact]
    public void A_shipped_order_is_refused_by_the_carriers_name()
    {
        var shipped = CornerShop.Order(status: OrderStatus.Shipped) with { Shipment = new Shipment("UPS", "1Z", CornerShop.Noon) };

        Assert.Equal("it is already on its way with UPS", Assert.IsType<OperationRefused>(Wish.Decide(new OrderInShop(shipped)).Outcome).Why);
    }
}
