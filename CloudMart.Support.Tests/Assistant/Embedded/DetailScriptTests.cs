using CloudMart.Support.Tests.Fakes;

namespace CloudMart.Support.Tests.Assistant.Embedded;

/// <summary>Addresses, payment, what the shop knows, its rules, and what becomes of cards; see <see cref="EmbeddedScript"/>.</summary>
public sealed class DetailScriptTests
{
    public static TheoryData<string, string> Scripts => new()
    {
        { "A whole address in one sentence needs no question", """
            > change the address of CM-7890 to 5 Oak Road, Salem, OR 97301
            ! get_order CM-7890
            ! change_shipping_address CM-7890 5 Oak Road, Salem, OR, 97301, USA
            < It is done only once you confirm it there, or write yes.
            > ship CM-7885 to 12 Main Street, Apt 4, Boston, Massachusetts 02110 instead
            ! get_order CM-7885
            ! change_shipping_address CM-7885 12 Main Street, Apt 4, Boston, MA, 02110, USA
            """ },
        { "The parts of an address are asked for one by one", """
            > I need to change the delivery address of CM-7890
            ! get_order CM-7890
            < For the new address of **CM-7890**: What is the street, with the house number?
            > where I live now
            ! get_order CM-7890
            < What is the street, with the house number?
            > 5 Oak Road
            ! get_order CM-7890
            < For the new address of **CM-7890** (5 Oak Road): Which city is it in?
            > it's in Salem
            ! get_order CM-7890
            < Which state is it in?
            > oregon
            ! get_order CM-7890
            < What is the ZIP code?
            > 97301
            ! get_order CM-7890
            ! change_shipping_address CM-7890 5 Oak Road, Salem, OR, 97301, USA
            """ },
        { "Only what is missing is asked for", """
            > please deliver CM-7885 to 7 Pine Ave, Austin
            ! get_order CM-7885
            < Which state is it in?
            > TX 78701
            ! get_order CM-7885
            ! change_shipping_address CM-7885 7 Pine Ave, Austin, TX, 78701, USA
            """ },
        { "An address may be an order's or the default", """
            > update my address
            < Is it the address of one order, or your default address for orders to come?
            > my default
            < For your new default address: What is the street, with the house number?
            > 5 Oak Road, Salem, OR 97301
            ! change_default_address 5 Oak Road, Salem, OR, 97301, USA
            > yes
            < Done. change default address: done.
            > update my address
            > of an order
            ! list_orders
            < Which order is it about?
            < 2. **CM-7885**
            > the coffee grinder
            ! get_order CM-7885
            < For the new address of **CM-7885**
            """ },
        { "Of two orders the one named first gets the address", """
            > change the address of CM-7885 to be the same as CM-7890
            ! get_order CM-7885
            < For the new address of **CM-7885**: What is the street
            """ },
        { "What has left the house goes where it goes", """
            > change the address of CM-7864
            ! get_order CM-7864
            < is shipped, so where it goes can't be changed any more. Shall I bring in a person
            > I moved, change the address of CM-9999 to 5 Oak Road, Salem, OR 97301
            ! get_order CM-9999
            < I can't find an order **CM-9999** of yours.
            """ },
        { "Another way to pay, named or chosen", """
            > use my gift card for CM-7885
            ! get_order CM-7885
            ! get_profile
            ! change_payment_method CM-7885 gift_card_77
            > I want to pay for the headphones with another card
            ! list_orders
            ! get_profile
            < **CM-7890** is paid with Visa ending in 4242. Which payment method shall I use?
            < 1. Gift card ending in 0077, $200.00 left
            - Visa ending in 4242 (how
            > paypal
            ! get_order CM-7890
            ! get_profile
            ! change_payment_method CM-7890 paypal_1
            """ },
        { "Which order is to be paid another way is asked", """
            > change the payment method of my order
            ! list_orders
            < Which order is it about?
            > the first one
            ! get_order CM-7890
            ! get_profile
            < Which payment method shall I use?
            > stop
            < Nothing has changed.
            """ },
        { "Rules are quoted with their page, never told from memory", """
            > how long do refunds take?
            ! search_help
            < > A refund to a card takes 5 to 7 business days; to a gift card it is there at once.
            < [Refunds: How long it takes](/help/refunds#how-long)
            > is there a fee for canceling?
            ! search_help
            < [Cancellations: What it costs](/help/cancellations#cost)
            > which payment methods do you accept?
            ! search_help
            < [Payment methods](/help/payment-methods)
            > how do you treat my personal data?
            ! search_help
            < [Privacy](/help/privacy)
            > what is your policy on time travel?
            ! search_help
            < Our help center says nothing about that, and I don't want to guess. Shall I bring in a person from our team?
            > yes
            ! hand_off_to_staff
            """ },
        { "How to do it is answered with the rule and the next question", """
            > how do I return something?
            ! list_orders
            ! get_profile
            ! search_help
            < > You can return a delivered item within 30 days.
            < To return Cast-iron skillet from **CM-7820**: Where should the money go?
            """ },
        { "Where a refund is", """
            > where is my refund?
            ! list_orders
            ! search_help
            < **CM-7765** (Bluetooth speaker, $64.00) is **canceled**. What was paid for it goes back to Visa ending in 4242.
            < A refund to a card takes 5 to 7 business days
            < Shall I bring in a person
            """ },
        { "What the shop knows of the customer", """
            > which payment methods do you have of me?
            ! get_profile
            < - Visa ending in 4242
            < - Gift card ending in 0077, $200.00 left
            > what's my address on file?
            ! get_profile
            = Your default address is 12 Elm Street, Portland, OR 97205, USA.
            > what email do you have for me?
            ! get_profile
            = We write to ana@example.com.
            > what is my gift card balance?
            ! get_profile
            < $200.00 left
            """ },
        { "What the shop sells", """
            > do you have hiking boots in size 9?
            ! find_products hiking boots
            ! get_product p-8
            < Hiking boots is available in:
            < - green, size: 9, $115.00
            - size: 10
            > what colors do the headphones come in?
            ! find_products headphones
            ! get_product p-1
            < - red, $139.00
            - white
            > do you sell bicycles?
            ! find_products bicycles
            < I can't find "bicycles" in our catalogue.
            """ },
    };

    [Theory]
    [MemberData(nameof(Scripts))]
    public Task Details_go_as_written(string claim, string script) => new EmbeddedChat(AnasOrders.All).FollowAsync(claim, script);

    [Fact]
    public Task A_cancellation_by_card_is_done_only_after_the_yes() =>
        new EmbeddedChat(AnasOrders.All).FollowAsync("by card", """
            > I want to cancel CM-7890
            ! cancel_order CM-7890
            < The card shows exactly what will happen: Cancel **CM-7890**. It is done only once
            > yes
            = Done. **CM-7890**: cancel order: done.
            > cancel the grinder
            ! list_orders
            ! cancel_order CM-7885
            > no
            = Okay, nothing has changed. **CM-7885**: cancel order: declined.
            > yes
            - Done
            """);

    [Fact]
    public Task A_yes_that_no_card_took_changes_nothing_and_is_not_said_to()
    {
        var chat = new EmbeddedChat(AnasOrders.All);
        chat.Shop.Takes = false;
        return chat.FollowAsync("two cards open", """
            > return the skillet to my gift card
            ! list_orders
            ! get_profile
            ! return_items CM-7820 6 gift_card_77
            > yes
            = I can't take that for a yes or no to one certain card, so nothing has changed. If its buttons are still there, please use them; a card that was left for too long is closed, and you can ask me again.
            """);
    }
}
