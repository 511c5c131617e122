using CloudMart.Support.Core.Conversations;
using CloudMart.Support.Core.Orders;
using CloudMart.Support.Tests.Fakes;

namespace CloudMart.Support.Tests.Orders;

/// <summary>What customers agree to, and what they are told was done: the same, before and after.</summary>
public sealed class ActionCardsTests
{
    private static readonly Order Pending = ReturningShop.Order("CM-2", OrderStatus.Pending);
    private static readonly Order Delivered = ReturningShop.Order();

    [Fact]
    public void An_exchange_shows_before_and_after_what_stays_and_the_money() => AssertShows(
        new ItemsExchange(CornerShop.Stamp, [new("mug-black", "mug-red")], "paypal_ana").Decide(ReturningShop.InShop(Delivered)),
        "Exchange 1 item of CM-1 [Exchange items | Keep items]",
        "CM-1: exchange of 1 item requested",
        [
            "Mug: black, $12.00 → red, $19.00",
            "Stays with you: 2 items, which then can’t be returned or exchanged any more",
            "To pay: $7.00 by PayPal, once the old ones have arrived",
        ]);

    [Fact]
    public void A_return_of_everything_leaves_nothing_with_the_customer() => AssertShows(
        new ItemsReturn(CornerShop.Stamp, ["mug-black", "mug-black", "lamp"], ReturningShop.GiftCard).Decide(ReturningShop.InShop(Delivered)),
        "Return 3 items of CM-1 [Return items | Keep items]",
        "CM-1: return of 3 items requested",
        [
            "Mug: black, $12.00", "Mug: black, $12.00", "Desk lamp: $40.00",
            "Refund: $64.00 to Gift card ending in 8831, as soon as they have arrived",
        ]);

    [Fact]
    public void A_change_of_items_says_that_it_is_the_last() => AssertShows(
        new ItemsChange(CornerShop.Stamp, [new("mug-black", "mug-blue")], ReturningShop.Card).Decide(ReturningShop.InShop(Pending)),
        "Change 1 item of CM-2 [Change items | Keep items]",
        "CM-2: 1 item changed",
        [
            "Mug: black, $12.00 → blue, $10.50",
            "Afterwards: the order can’t be canceled, paid another way, or changed again",
            "Refund: $1.50 to Visa ending in 4242, in 5 to 7 business days",
        ]);

    [Fact]
    public void A_change_of_payment_shows_both_methods() => AssertShows(
        new PaymentMethodChange(CornerShop.Stamp, "paypal_ana").Decide(ReturningShop.InShop(Pending)),
        "Pay CM-2 another way [Change payment | Keep payment]",
        "CM-2 is paid with PayPal",
        [
            "Paid with: Visa ending in 4242 → PayPal",
            "Given back: $64.00 to Visa ending in 4242, in 5 to 7 business days",
            "Charged: $64.00 by PayPal",
        ]);

    [Fact]
    public void A_change_of_address_shows_both_addresses() => AssertShows(
        new ShippingAddressChange(CornerShop.Stamp, ReturningShop.Oak).Decide(ReturningShop.InShop(Pending)),
        "Send CM-2 to another address [Change address | Keep address]",
        "CM-2 goes to another address",
        ["Delivery address: 12 Elm Street, Portland, OR 97205, USA → 5 Oak Road, Salem, OR 97301, USA"]);

    [Fact]
    public void A_change_of_the_default_address_is_about_no_order() => AssertShows(
        new DefaultAddressChange(ReturningShop.Oak).Decide(ReturningShop.Ana),
        "Change your default address [Change address | Keep address]",
        "Your default address was changed",
        [
            "Default address: 12 Elm Street, Portland, OR 97205, USA → 5 Oak Road, Salem, OR 97301, USA",
            "Orders already placed: keep their address",
        ]);

    [Fact]
    public void Only_the_end_of_an_order_is_final()
    {
        Assert.True(ActionCards.For(new Cancellation(CornerShop.Stamp, null).Decide(ReturningShop.InShop(Pending)).Outcome)!.IsFinal);
        Assert.False(ActionCards.For(
            new ItemsReturn(CornerShop.Stamp, ["lamp"], ReturningShop.Card).Decide(ReturningShop.InShop(Delivered)).Outcome)!.IsFinal);
    }

    [Fact]
    public void What_changes_nothing_has_no_card()
    {
        Assert.Null(ActionCards.For(new OrderNotFound()));
        Assert.Null(ActionCards.For(new ItemsReturn(CornerShop.Stamp, ["lamp"], ReturningShop.Card).Decide(ReturningShop.InShop(Pending)).Outcome));
    }

    private static void AssertShows(OrderDecision decision, string title, string headline, string[] lines)
    {
        var card = ActionCards.For(decision.Outcome)!;
        Assert.Equal(title, $"{card.Title} [{card.Confirm} | {card.Decline}]");
        Assert.Equal(lines, (card.Total is null ? card.Lines : card.Lines.Add(card.Total)).Select(InWords));
        Assert.Equal(headline, OrderReceipts.For(decision.Outcome)!.Headline);
    }

    private static string InWords(CardLine line) =>
        line.Before is null ? $"{line.Label}: {line.After}" : $"{line.Label}: {line.Before} → {line.After}";
}
