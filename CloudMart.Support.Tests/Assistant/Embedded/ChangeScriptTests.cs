using CloudMart.Support.Tests.Fakes;

namespace CloudMart.Support.Tests.Assistant.Embedded;

/// <summary>Returns, exchanges and changes of items, with the pieces asked for one by one; see <see cref="EmbeddedScript"/>.</summary>
public sealed class ChangeScriptTests
{
    public static TheoryData<string, string> Scripts => new()
    {
        { "A return asks where the money goes, and ends in a card and a yes", """
            > I want to return the skillet
            ! list_orders
            ! get_profile
            < To return Cast-iron skillet from **CM-7820**: Where should the money go?
            < 1. Visa ending in 4242 (how the order was paid)
            < 2. Gift card ending in 0077, $200.00 left
            - PayPal
            > the gift card
            ! get_order CM-7820
            ! get_profile
            ! return_items CM-7820 6 gift_card_77
            < The card shows exactly what will happen: **CM-7820**: return items. It is done only once you confirm it there, or write yes.
            - Done
            > yes
            = Done. **CM-7820**: return items: done.
            """ },
        { "Where the money goes can be said at once", """
            > please return the skillet and put the money back on my original card
            ! list_orders
            ! get_profile
            ! return_items CM-7820 6 credit_card_4242
            """ },
        { "A refund to a third method is not possible, and said so", """
            > return the skillet, refund to paypal
            ! list_orders
            ! get_profile
            < A refund can go back the way it was paid, or onto a gift card of yours.
            < Where should the money go?
            > then the first
            ! get_order CM-7820
            ! get_profile
            ! return_items CM-7820 6 credit_card_4242
            """ },
        { "Of two orders and their items each is asked for", """
            > I'd like to send something back
            ! list_orders
            < Which order is it about?
            < 1. **CM-7820**
            < 2. **CM-7801**
            > the second
            ! get_order CM-7801
            < **CM-7801** has several items. Which items do you mean?
            < 1. Hiking boots (brown, size: 8), $120.00
            > the bottle
            ! get_order CM-7801
            ! get_profile
            < To return Water bottle (1 l) from **CM-7801**
            > 2
            ! get_order CM-7801
            ! get_profile
            ! return_items CM-7801 9 gift_card_77
            """ },
        { "All items, or all but one", """
            > return everything in CM-7801 to the gift card
            ! get_order CM-7801
            ! get_profile
            ! return_items CM-7801 8+9 gift_card_77
            > return everything in CM-7801 except the boots, to my gift card
            ! get_order CM-7801
            ! get_profile
            ! return_items CM-7801 9 gift_card_77
            """ },
        { "What was not delivered is not returned, and the next step is said", """
            > I want to return the headphones
            ! list_orders
            < **CM-7890** (Wireless headphones, $129.00) hasn't been sent yet
            < please write: **Cancel order CM-7890**
            > I want to return the keyboard
            ! list_orders
            < its items can be returned once they have arrived. Shall I bring in a person
            > can I return the speaker?
            ! list_orders
            < is already canceled, so nothing of it can be returned
            """ },
        { "Another order named in between is the one that is meant", """
            > return the skillet
            ! list_orders
            ! get_profile
            > no wait, I mean the bottle in CM-7801
            ! get_order CM-7801
            ! get_profile
            < To return Water bottle (1 l) from **CM-7801**
            """ },
        { "Not knowing is no answer: it is asked again", """
            > return the skillet
            ! list_orders
            ! get_profile
            > hmm, I'm not sure
            ! get_order CM-7820
            ! get_profile
            < Where should the money go?
            > not the gift card
            ! get_order CM-7820
            ! get_profile
            ! return_items CM-7820 6 credit_card_4242
            """ },
        { "Never mind clears what was asked", """
            > return the skillet
            ! list_orders
            ! get_profile
            > never mind
            < Okay, I'll leave it at that. Nothing has changed.
            > visa
            ! search_help
            - card shows
            """ },
        { "Another request in between is answered, and the question is dropped", """
            > return the skillet
            ! list_orders
            ! get_profile
            > where is CM-7864?
            ! track_order CM-7864
            > get me a person
            ! hand_off_to_staff
            """ },
        { "The blue one instead: the order that is talked about, the same price, the same method", """
            > where is CM-7890?
            ! track_order CM-7890
            > I want the blue one instead
            ! list_orders
            ! get_product p-1
            ! get_profile
            ! change_items CM-7890 1>1b credit_card_4242
            < The card shows exactly what will happen: **CM-7890**: change items.
            > no
            = Okay, nothing has changed. **CM-7890**: change items: declined.
            """ },
        { "A difference is paid as the customer says, by default as the order was", """
            > exchange the skillet for the 12 inch one
            ! list_orders
            ! get_product p-6
            ! get_profile
            < For **CM-7820**, $10.00 more is to be paid, with Visa ending in 4242 unless you say otherwise.
            < Which payment method shall I use?
            > ok
            ! get_order CM-7820
            ! get_product p-6
            ! get_profile
            ! exchange_items CM-7820 6>6l credit_card_4242
            > exchange the skillet for a bigger one and pay the difference with paypal
            ! list_orders
            ! get_product p-6
            ! get_profile
            ! exchange_items CM-7820 6>6l paypal_1
            """ },
        { "What is sold out is said, with what there is", """
            > I'd like white headphones instead of the black ones
            ! list_orders
            ! get_product p-1
            ! get_profile
            < Wireless headphones (white) isn't available right now.
            < For Wireless headphones (black) in **CM-7890**: Which one would you like instead?
            < 1. blue, $129.00
            < 2. red, $139.00
            > the first
            ! get_order CM-7890
            ! get_product p-1
            ! get_profile
            ! change_items CM-7890 1>1b credit_card_4242
            """ },
        { "Options that were not named stay as they are", """
            > exchange the boots for size 9
            ! list_orders
            ! get_product p-8
            ! get_profile
            ! exchange_items CM-7801 8>8b credit_card_4242
            > exchange the boots in CM-7801 for green ones
            ! get_order CM-7801
            ! get_product p-8
            ! get_profile
            < I have no variant quite like that.
            < 1. green, size: 9, $115.00
            > green in size 9
            ! get_order CM-7801
            ! get_product p-8
            ! get_profile
            < For **CM-7801**, $5.00 goes back to Visa ending in 4242 unless you say otherwise.
            > gift card please
            ! get_order CM-7801
            ! get_product p-8
            ! get_profile
            ! exchange_items CM-7801 8>8c gift_card_77
            """ },
        { "One size bigger is the next one, and none is smaller", """
            > exchange the boots for one size bigger
            ! list_orders
            ! get_product p-8
            ! get_profile
            ! exchange_items CM-7801 8>8b credit_card_4242
            > exchange the boots for smaller ones
            ! list_orders
            ! get_product p-8
            ! get_profile
            < I have no variant quite like that.
            < Which one would you like instead?
            """ },
        { "Two orders at once are asked one after the other", """
            > return CM-7820 and CM-7801
            ! get_order CM-7820
            ! get_order CM-7801
            < Which order is it about?
            """ },
        { "Where nothing is named the variants are shown", """
            > can I exchange the boots?
            ! list_orders
            ! get_product p-8
            ! get_profile
            < For Hiking boots (brown, size: 8) in **CM-7801**: Which one would you like instead?
            < brown, size: 9, $120.00
            > brown
            ! get_order CM-7801
            ! get_product p-8
            ! get_profile
            < That is the one you have.
            > size 9
            ! get_order CM-7801
            ! get_product p-8
            ! get_profile
            ! exchange_items CM-7801 8>8b credit_card_4242
            """ },
        { "Two items in one change", """
            > change the grinder to wood and the cup to white
            ! list_orders
            ! get_product p-2
            ! get_product p-3
            ! get_profile
            < For **CM-7885**, $5.00 more is to be paid
            > the second one
            ! get_order CM-7885
            ! get_product p-2
            ! get_product p-3
            ! get_profile
            ! change_items CM-7885 2>2w+3>3w gift_card_77
            """ },
        { "What has no variants in the catalogue, or is on its way, is for a person", """
            > exchange the bottle for a bigger one
            ! list_orders
            < I can't look up other variants of Water bottle (1 l). Shall I bring in a person
            > swap the keyboard for a white one
            ! list_orders
            < **CM-7864** (Mechanical keyboard, $149.00) is shipped, so its items can't be changed or exchanged now.
            """ },
        { "A wish to change an order is asked what of it", """
            > I want to change my order CM-7885
            < What would you like to change: an item, the address, or how it is paid?
            > the cup, white please
            ! get_order CM-7885
            ! get_product p-3
            ! get_profile
            ! change_items CM-7885 3>3w credit_card_4242
            > modify CM-7890
            > the payment
            ! get_order CM-7890
            ! get_profile
            < **CM-7890** is paid with Visa ending in 4242. Which payment method shall I use?
            > add another cup to my order
            < I can change an item for another variant of it, but not add one or take one out. Shall I bring in a person
            """ },
        { "A refund is a cancellation or a return, depending on the order", """
            > I want my money back for CM-7890
            ! get_order CM-7890
            ! cancel_order CM-7890
            < The card shows exactly what will happen: Cancel **CM-7890**.
            > refund the skillet to my visa
            ! list_orders
            ! get_profile
            ! return_items CM-7820 6 credit_card_4242
            """ },
    };

    [Theory]
    [MemberData(nameof(Scripts))]
    public Task Changes_go_as_written(string claim, string script) => new EmbeddedChat(AnasOrders.WithBoots).FollowAsync(claim, script);
}
