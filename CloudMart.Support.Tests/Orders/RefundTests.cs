using CloudMart.Support.Core.Customers;
using CloudMart.Support.Core.Orders;
using CloudMart.Support.Tests.Fakes;
using CsCheck;

namespace CloudMart.Support.Tests.Orders;

public sealed class RefundTests
{
    private static readonly string[] Methods = ["credit_card_1", "gift_card_2", "paypal_3"];

    private static readonly Gen<OrderPayment[]> Payments = Gen.Select(
            Gen.Enum<PaymentKind>(),
            Gen.Int[1, 50_000],
            Gen.Int[0, 2].Select(index => Methods[index]),
            (kind, cents, method) => new OrderPayment(kind, cents / 100m, method, method, CornerShop.Noon))
        .Array[0, 8];

    [Fact]
    public void Money_in_equals_money_out_plus_what_was_kept() => Payments.Sample(history =>
    {
        var before = CornerShop.Order() with { Payments = [.. history] };
        var after = Wish.Decide(new OrderInShop(before, Holder)).Change!.Order!.After;
        var heldBefore = Held(before.Payments);

        Assert.Equal(Math.Min(0, heldBefore), Held(after.Payments)); // nothing is kept, and nothing is given that was not held
        Assert.Equal(before.Payments, after.Payments.Take(before.Payments.Length));
        Assert.All(after.Payments.Skip(before.Payments.Length), booked =>
        {
            Assert.Equal(PaymentKind.Refund, booked.Kind);
            Assert.True(booked.Amount > 0);
            Assert.True(booked.Amount <= Held(before.Payments.Where(payment => payment.MethodId == booked.MethodId)));
        });
    });

    [Fact]
    public void What_goes_back_to_a_gift_card_is_on_it_at_once() => Payments.Sample(history =>
    {
        var (outcome, change) = Wish.Decide(new OrderInShop(CornerShop.Order() with { Payments = [.. history] }, Holder));
        var back = ((OrderCanceled)outcome).Refunds.Where(refund => refund.MethodId == Methods[1]).Sum(refund => refund.Amount);

        Assert.Equal(back, change!.Customer?.After.Find(Methods[1])!.Balance ?? 0);
    });

    [Fact]
    public void Canceling_twice_changes_once() => Payments.Sample(history =>
    {
        var once = Wish.Decide(new OrderInShop(CornerShop.Order() with { Payments = [.. history] }, Holder)).Change!.Order!.After;
        var again = Wish.Decide(new OrderInShop(once));

        Assert.Null(again.Change);
        Assert.Equal(new AlreadyCanceled(once), again.Outcome);
    });

    [Fact]
    public void After_a_change_of_payment_only_the_newest_method_gets_money_back()
    {
        var refunds = Refund.OfAllStillHeld(
            [CornerShop.Paid(129m, "gift_card_1"), CornerShop.Paid(129m, "credit_card_2"), CornerShop.Refunded(129m, "gift_card_1")]);

        Assert.Equal([new Refund(129.00m, "credit_card_2", "credit_card_2")], refunds);
    }

    [Fact]
    public void A_split_payment_goes_back_in_its_parts()
    {
        var refunds = Refund.OfAllStillHeld([CornerShop.Paid(50m, "gift_card_1"), CornerShop.Paid(83.50m, "credit_card_2")]);

        Assert.Equal(["$50.00 to gift_card_1", "$83.50 to credit_card_2"], refunds.Select(refund => refund.ToString()));
        Assert.Equal(["at once", "in 5 to 7 business days"], refunds.Select(refund => refund.When));
    }

    [Fact]
    public void What_an_earlier_refund_gave_to_another_method_is_not_given_again()
    {
        var refunds = Refund.OfAllStillHeld([CornerShop.Paid(100m, "credit_card_1"), CornerShop.Refunded(20m, "gift_card_2")]);

        Assert.Equal([new Refund(80.00m, "credit_card_1", "credit_card_1")], refunds);
    }

    [Fact]
    public void Traces_of_binary_arithmetic_are_rounded_away()
    {
        var refunds = Refund.OfAllStillHeld([CornerShop.Paid(536.65m, "paypal_1"), CornerShop.Refunded(0.04999999999999716m, "paypal_1")]);

        Assert.Equal("$536.60 to paypal_1", Assert.Single(refunds).ToString());
    }

    private static CustomerProfile Holder => CornerShop.Profile(Methods[1]);

    private static Cancellation Wish => new(CornerShop.Stamp, null);

    private static decimal Held(IEnumerable<OrderPayment> payments) =>
        payments.Sum(payment => payment.Kind == PaymentKind.Payment ? payment.Amount : -payment.Amount);
}
