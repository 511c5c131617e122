using CloudMart.Support.Tests.Fakes;

namespace CloudMart.Support.Tests.Assistant.Embedded;

/// <summary>What customers of the demo shop write, over its real orders and catalogue; see <see cref="EmbeddedScript"/>.</summary>
public sealed class DemoScriptTests
{
    public static TheoryData<string, string> Scripts => new()
    {
        { "An item finds its order, and a plain color its shade", """
            > exchange the rain jacket for a green one
            ! list_orders
            ! get_product 7741
            ! get_profile
            < For **CM-7791**, $10.00 goes back to Visa ending in 4242 unless you say otherwise. Where should the money go?
            > the gift card
            ! get_order CM-7791
            ! get_product 7741
            ! get_profile
            ! exchange_items CM-7791 7741-6>7741-9 gift_card_8831
            """ },
        { "A color alone keeps the size", """
            > exchange the rain jacket for the olive one
            ! list_orders
            ! get_product 7741
            ! get_profile
            < 1. Visa ending in 4242 (how the order was paid)
            > visa
            ! get_order CM-7791
            ! get_product 7741
            ! get_profile
            ! exchange_items CM-7791 7741-6>7741-9 credit_card_4242
            """ },
        { "What is called so counts more than what has that color", """
            > exchange the boots for black ones
            ! list_orders
            < **CM-7742** (Leather ankle boots, $168.00) has a return under way, so its items can't be changed or exchanged now.
            """ },
        { "Of two ways to have it the customer says which, and a yes says nothing", """
            > can I swap the rain jacket?
            ! list_orders
            ! get_product 7741
            ! get_profile
            < For Rain jacket (navy, M) in **CM-7791**: Which one would you like instead?
            < 3. navy, L, $139.00
            > yes
            ! get_order CM-7791
            ! get_product 7741
            ! get_profile
            < I can't tell from that which one you mean: its number in the list is enough, or "never mind" to leave it. For Rain jacket
            > the third
            ! get_order CM-7791
            ! get_product 7741
            ! get_profile
            ! exchange_items CM-7791 7741-6>7741-7 credit_card_4242
            """ },
        { "How it is paid may be said before it is asked, and does not end what was asked", """
            > exchange the headphones
            ! list_orders
            ! get_product 2041
            ! get_profile
            < Which one would you like instead?
            > paypal
            ! get_order CM-7890
            ! get_product 2041
            ! get_profile
            < Which one would you like instead?
            > the blue ones
            ! get_order CM-7890
            ! get_product 2041
            ! get_profile
            ! change_items CM-7890 2041-3>2041-4 paypal_ana
            """ },
        { "A question about the rules in between leaves open what was asked", """
            > return the skillet
            ! list_orders
            ! get_profile
            < Where should the money go?
            > how long does a refund take?
            ! search_help
            > the gift card
            ! get_order CM-7820
            ! get_profile
            ! return_items CM-7820 6230-1 gift_card_8831
            """ },
        { "After such a question a courtesy is one", """
            > return the skillet
            ! list_orders
            ! get_profile
            > how long does a refund take?
            ! search_help
            > thanks
            < You're welcome!
            > visa
            ! search_help
            """ },
        { "Where something else is, is no answer to which one", """
            > exchange the skillet
            ! list_orders
            ! get_product 6230
            ! get_profile
            > where is my keyboard?
            ! list_orders
            ! track_order CM-7864
            """ },
        { "A return may become an exchange", """
            > return the skillet
            ! list_orders
            ! get_profile
            > actually exchange it for the 10 inch one
            ! list_orders
            ! get_product 6230
            ! get_profile
            < For **CM-7820**, $8.00 goes back to Visa ending in 4242 unless you say otherwise. Where should the money go?
            """ },
        { "Who finds it too small and wants a bigger one exchanges it", """
            > the jacket doesn't fit, I need a bigger one
            ! list_orders
            ! get_product 7741
            ! get_profile
            ! exchange_items CM-7791 7741-6>7741-7 credit_card_4242
            """ },
        { "Items of two orders are both meant", """
            > return the packing cubes and the skillet
            ! list_orders
            < Which order is it about?
            < 1. **CM-7820**
            < 2. **CM-7791**
            > cancel the headphones and the coffee grinder
            ! list_orders
            ! cancel_order CM-7890
            ! cancel_order CM-7885
            """ },
        { "As many items as there are, are all of them", """
            > I want to return 2 items from CM-7791
            ! get_order CM-7791
            ! get_profile
            < To return Rain jacket (navy, M) and Packing cubes (set of 4) from **CM-7791**
            """ },
        { "What is said of paying belongs to the exchange", """
            > can I swap the 12 inch skillet for a 10 inch one? put the difference on my gift card
            ! list_orders
            ! get_product 6230
            ! get_profile
            ! exchange_items CM-7820 6230-1>6230-2 gift_card_8831
            - These are the payment methods
            """ },
        { "The shop's payment methods are in the help center, the customer's own in the profile", """
            > which payment methods do you have?
            ! search_help
            > which payment methods do I have?
            ! get_profile
            < - Mastercard ending in 5100
            > which cards are saved?
            ! get_profile
            > what payment options do you have on file for me?
            ! get_profile
            """ },
        { "A whole address needs no rule, a missing one does", """
            > can I change my default address to 9 Pine St, Bend, OR 97701?
            ! change_default_address 9 Pine St, Bend, OR, 97701, USA
            < The card shows exactly what will happen
            - From our help center
            > how can I change my default address?
            ! search_help
            < For your new default address: What is the street
            """ },
        { "Of what cannot be had, what is answered takes the place of that alone", """
            > exchange the rain jacket for a green one in L
            ! list_orders
            ! get_product 7741
            ! get_profile
            < Rain jacket (olive, L) isn't available right now.
            > ok the M then
            ! get_order CM-7791
            ! get_product 7741
            ! get_profile
            < For **CM-7791**, $10.00 goes back to Visa ending in 4242
            """ },
        { "A size that there is not is said not to be there", """
            > exchange the rain jacket for size XL
            ! list_orders
            ! get_product 7741
            ! get_profile
            < I have no variant quite like that. For Rain jacket (navy, M)
            > do you have the rain jacket in XL?
            ! find_products jacket
            ! get_product 7741
            < Not quite like that right now. Rain jacket is available in:
            """ },
        { "What it is to become is no second item", """
            > I'd like to swap the packing cubes for the set of 6
            ! list_orders
            ! get_product 7760
            ! get_profile
            < For **CM-7791**, $12.00 more is to be paid
            """ },
        { "What is to be kept is not sent back", """
            > I'd like to return my jacket but keep the packing cubes
            ! list_orders
            ! get_profile
            < To return Rain jacket (navy, M) from **CM-7791**
            > keep the jacket and return the cubes
            ! get_order CM-7791
            ! get_profile
            < To return Packing cubes (set of 4) from **CM-7791**
            > return the skillet
            ! list_orders
            ! get_profile
            < To return Cast-iron skillet (12 inch) from **CM-7820**
            """ },
        { "Of two acts in one message each has its own item", """
            > exchange my jacket for L and return the cubes
            ! list_orders
            ! get_product 7741
            ! get_profile
            ! exchange_items CM-7791 7741-6>7741-7 credit_card_4242
            < To return Packing cubes (set of 4) from **CM-7791**
            """ },
        { "Why it is exchanged is no second wish", """
            > exchange the jacket, it's too small, for an L
            ! list_orders
            ! get_product 7741
            ! get_profile
            ! exchange_items CM-7791 7741-6>7741-7 credit_card_4242
            - Which order
            """ },
        { "Another item of the same order takes the place of the first", """
            > I want to return the rain jacket
            ! list_orders
            ! get_profile
            > no, the cubes
            ! get_order CM-7791
            ! get_profile
            < To return Packing cubes (set of 4) from **CM-7791**
            > gift card
            ! get_order CM-7791
            ! get_profile
            ! return_items CM-7791 7760-3 gift_card_8831
            """ },
        { "A wish for another color, and an address that is still to come", """
            > can I get the headphones in blue
            ! list_orders
            ! get_product 2041
            ! get_profile
            < For **CM-7890**, $5.00 more is to be paid
            > can you send CM-7885 somewhere else?
            ! get_order CM-7885
            < For the new address of **CM-7885**: What is the street
            """ },
        { "What is not to be sent is to be canceled", """
            > please don't ship CM-7890
            ! cancel_order CM-7890
            < The card shows exactly what will happen: Cancel **CM-7890**.
            """ },
        { "What only people can do is offered to be done by one", """
            > change my email
            < Shall I bring in a person from our team?
            > the coupon doesn't work
            < Shall I bring in a person from our team?
            > I only got one cushion cover
            < Shall I bring in a person from our team?
            > do I have any store credit?
            ! get_profile
            < - Gift card ending in 8831, $25.00 left
            """ },
        { "Whether returns cost something, and how long one has, are rules", """
            > do you charge for returns?
            ! search_help
            < /help/returns
            > how many days do I have to return something?
            ! search_help
            < /help/returns
            """ },
    };

    [Theory]
    [MemberData(nameof(Scripts))]
    public Task The_demo_goes_as_written(string claim, string script) => DemoChat.Begin().FollowAsync(claim, script);
}
