using CloudMart.Support.Tests.Fakes;

namespace CloudMart.Support.Tests.Assistant.Embedded;

/// <summary>Whole conversations about orders and canceling them, and what is said between; see <see cref="EmbeddedScript"/>.</summary>
public sealed class ConversationScriptTests
{
    public static TheoryData<string, string> Scripts => new()
    {
        { "One sentence with the number cancels at once", """
            > Cancel order CM-7890
            ! cancel_order CM-7890
            < Done: **CM-7890** is canceled. $129.00 goes back to Visa ending in 4242 in 5 to 7 business days.
            > thanks!
            < You're welcome!
            > Cancel order CM-7890
            ! cancel_order CM-7890
            < **CM-7890** was already canceled
            """ },
        { "A wish without a number leads to a choice, and the choice to a card", """
            > cancle my ordr
            ! list_orders pending
            < Which order would you like to cancel?
            < 1. **CM-7890**: Wireless headphones, $129.00, pending
            < 2. **CM-7885**: Coffee grinder and Ceramic cup, $91.50, pending
            > the second
            ! cancel_order CM-7885
            < The card shows exactly what will happen: Cancel **CM-7885**
            > Cancel order CM-7885
            ! cancel_order CM-7885
            < Done: **CM-7885** is canceled.
            """ },
        { "An item, its misspelt name, a price or a number all answer which one", """
            > cancel my order
            ! list_orders pending
            > the hedphones
            ! cancel_order CM-7890
            < The card shows exactly what will happen: Cancel **CM-7890**
            > cancel my order
            ! list_orders pending
            > the cheaper one
            ! cancel_order CM-7885
            > cancel my order
            ! list_orders pending
            > CM-7890
            ! cancel_order CM-7890
            > cancel my order
            ! list_orders pending
            > 7885
            ! cancel_order CM-7885
            > cancel my order
            ! list_orders pending
            > number 1 please
            ! cancel_order CM-7890
            > cancel my order
            ! list_orders pending
            > not the headphones, the other one
            ! cancel_order CM-7885
            > cancel my order
            ! list_orders pending
            > the last one
            ! cancel_order CM-7885
            """ },
        { "It keeps the thread: the other one, it", """
            > cancel my order
            ! list_orders pending
            > CM-7890
            ! cancel_order CM-7890
            > and where is the other one?
            ! track_order CM-7885
            < **CM-7885** (Coffee grinder and Ceramic cup, $91.50) is **pending**
            > cancel it
            ! cancel_order CM-7885
            < The card shows exactly what will happen: Cancel **CM-7885**
            """ },
        { "A parcel is found by its item", """
            > wheres my pakage
            ! list_orders
            < Which order do you mean?
            < 4. **CM-7864**: Mechanical keyboard, $149.00, shipped, expected Friday, November 27
            > the keyboard
            ! track_order CM-7864
            < should arrive **Friday, November 27**. Tracking number: 1Z84W60E0316752094.
            > cancel it
            ! cancel_order CM-7864
            < I can't cancel this one. **CM-7864** cannot be canceled: it is already on its way with UPS.
            """ },
        { "What about goes on with what was asked last", """
            > where is CM-7864?
            ! track_order CM-7864
            > and CM-7871?
            ! track_order CM-7871
            < **processed**
            > what about the skillet?
            ! list_orders
            ! track_order CM-7820
            < was **delivered** on Sunday, November 15 by USPS
            """ },
        { "Two requests in one message take one step together", """
            > hi! where is my order CM-7864 and cancel CM-7890 please
            ! track_order CM-7864
            ! cancel_order CM-7890
            < Hi Ana!
            < **shipped**
            < The card shows exactly what will happen: Cancel **CM-7890**
            """ },
        { "The second request may wait for the first", """
            > Where's the keyboard? And cancel it
            ! list_orders
            ! track_order CM-7864
            ! cancel_order CM-7864
            < I can't cancel this one.
            """ },
        { "Keep one, cancel the other", """
            > Keep CM-7890, cancel CM-7885
            ! cancel_order CM-7885
            < Okay, I won't cancel **CM-7890**. Nothing has changed.
            < The card shows exactly what will happen: Cancel **CM-7885**
            > don't cancel it
            < Okay, I won't cancel **CM-7885**. Nothing has changed.
            """ },
        { "Several orders are asked for one by one", """
            > cancel CM-7890 and CM-7885
            ! cancel_order CM-7890
            ! cancel_order CM-7885
            < Cancel **CM-7890**
            < Cancel **CM-7885**
            > cancel everything except CM-7890
            ! list_orders pending
            ! cancel_order CM-7885
            """ },
        { "A card waits for a yes, and a no leaves the order alone", """
            > I want to cancel CM-7890
            ! cancel_order CM-7890
            < The card shows exactly what will happen: Cancel **CM-7890**
            > no
            < Okay, nothing has changed.
            > never mind
            < Nothing has changed.
            """ },
        { "Questions about canceling change nothing", """
            > How do I cancel an order?
            ! list_orders pending
            < You can cancel an order as long as it is pending.
            > What happens if I cancel CM-7890?
            ! get_order CM-7890
            < the $129.00 would go back to Visa ending in 4242
            > can I cancel CM-7864?
            ! get_order CM-7864
            < It's too late to cancel it
            > I already canceled CM-7765
            ! get_order CM-7765
            < **canceled**
            > is my headphones order canceled?
            ! get_order CM-7890
            > Undo the cancel of CM-7765
            < I can't undo a cancellation here yet.
            """ },
        { "What was canceled is not said to be kept", """
            > Cancel order CM-7890
            ! cancel_order CM-7890
            > where is it?
            ! track_order CM-7890
            < is **canceled**
            > don't cancel it
            < **CM-7890** is already canceled, and I can't undo that here.
            """ },
        { "Orders are listed, by status too, and described", """
            > show my orders
            ! list_orders
            < 6. **CM-7765**: Bluetooth speaker, $64.00, canceled
            > which orders are pending?
            ! list_orders pending
            > show me my canceled orders
            ! list_orders canceled
            > what's in order 7885
            ! get_order CM-7885
            < - Ceramic cup (sage), $12.50
            < Total **$91.50**, paid with Visa ending in 4242, going to 12 Elm Street, Portland.
            """ },
        { "A wish for a person is granted", """
            > you're not helping, I want to talk to a human
            ! hand_off_to_staff
            < I've asked our team to take over.
            """ },
        { "It says what it is", """
            > hello
            < Hi Ana! How can I help with your orders?
            > are you a real person?
            < a program that follows rules, not a person and no AI model
            > what can you do?
            < I can tell you where an order is
            > bye
            < Goodbye
            """ },
        { "Out of scope stays polite, and not understanding twice offers a person", """
            > tell me a joke
            < I'm afraid that's outside of what I know.
            > asdf qwer
            < I'm not sure what you mean.
            > zxcv
            < I still don't understand. Shall I bring in a person from our team?
            """ },
        { "An order that is not there, or an item, is said not to be found", """
            > cancel order 9999
            ! cancel_order CM-9999
            < I can't find an order **CM-9999** of yours.
            > cancel the pizza
            ! list_orders
            < I can't find "pizza" in your orders.
            > track #w1234567
            ! track_order #W1234567
            < I can't find an order **#W1234567** of yours.
            """ },
        { "Only whole orders can be canceled", """
            > cancel the ceramic cup
            ! list_orders
            ! cancel_order CM-7885
            < I can only cancel a whole order. The card shows exactly what will happen: Cancel **CM-7885**
            """ },
        { "An item that answers which order stands for the order", """
            > cancel my order
            ! list_orders pending
            > the ceramic cup
            ! cancel_order CM-7885
            < The card shows exactly what will happen: Cancel **CM-7885**
            """ },
        { "A number in its own sentence belongs to the request", """
            > what's the status of my order? it's 7864
            ! get_order CM-7864
            > I have a problem with order CM-7885. Please cancel it.
            ! cancel_order CM-7885
            """ },
        { "A bare cancel is asked back", """
            > cancel
            ! list_orders pending
            < Which order would you like to cancel?
            > neither
            < Okay, I won't cancel anything.
            > repeat that
            < Okay, I won't cancel anything.
            """ },
        { "The newest order is named by its date", """
            > where is my latest order?
            ! list_orders
            ! track_order CM-7890
            """ },
    };

    [Theory]
    [MemberData(nameof(Scripts))]
    public async Task Conversations_go_as_written(string claim, string script)
    {
        await new EmbeddedChat(AnasOrders.All).FollowAsync(claim, script);
    }
}
