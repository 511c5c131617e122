namespace CloudMart.Support.Core.Assistant.Embedded.Language.Words;

using static CloudMart.Support.Core.Assistant.Embedded.Language.Concept;

/// <summary>Words about everything else that a shop does: money, addresses, variants, rules. See <see cref="Lexicon"/>.</summary>
internal static class WordsOfShop
{
    public static readonly (Concept Concept, string Words)[] Entries =
    [
        (Return | Back, """
            return, send back, sending back, give back, ship back, bring it back, take it back, send it back, return label
            """),
        (Return, "arrived broken, arrived damaged, damaged, broken, defective, faulty, wrong item, wrong product"),
        (Return | Misfit, """
            doesnt fit, dont fit, didnt fit, too small, too big, too tight, too loose, too large, too short, too long, wrong size,
            wrong color
            """),
        (Send, "send, give, bring, take, ship"),
        (Back, "back"),
        (Exchange, """
            exchange, swap, trade, replace, replacement, different color, different size, another color, another size, bigger size,
            smaller size, larger size, ordered the wrong, bought the wrong, ordered wrong, wrong one
            """),
        (Refund, """
            refund, reimburse, reimbursement, money back, get my money, my money, rebate, compensation, compensate, restitution,
            refundable, reverse, reversal, chargeback, money returned, my cash back, get paid back, pay me back, return my money,
            return the money, put the money back
            """),
        (Refund | Overdue, """
            my refund, my reimbursement, my rebate, my compensation, my restitution, the refund, the refunded, refund request
            """),
        (Money, "money, cash, fund, funds, amount, credit"),
        (Event, "concert, event, the show, festival, the game, match, performance, gig"),
        (Refund | Event, "postponed, rescheduled"),
        (Refund | Policy, "how long do refunds, how long refunds, how long does a refund"),
        (Policy, """
            policy, guarantee, rule, terms, in what cases, in which cases, in what situations, in which situations, eligible,
            warranty
            """),
        (Fee | Cancel, "cost to cancel, charge for canceling, charge for cancelling, charged for canceling, charged for cancelling"),
        (Delivery | Method, """
            shipping cost, shipping costs, does shipping cost, delivery cost, does delivery cost, shipping fee, shipping fees,
            delivery fee, delivery fees, delivery charge, free shipping, free delivery
            """),
        (Policy, "do you charge, who pays for, is it free to, does it cost"),
        (Fee, "fee, penalty, penalties, cancellation charge, exit charge, termination charge, termination, early exit, withdrawal"),
        (Address | Change, """
            somewhere else, deliver it to, send it to, ship it to, deliver them to, send them to, deliver to my office, to my office, to my work,
            i moved
            """),
        (Address | NewAddress, "streetaddress"),
        (Payment, "coupon, promo code, discount code"),
        (OnFile | Payment | Tender, "store credit, shop credit"),
        (Payment | Tender | Change, """
            another card, other card, different card, another payment, different payment, other payment, another credit card,
            different credit card
            """),
        (Address, "address, street, zip code, postcode, zip"),
        (Change, """
            change, modify, modification, edit, update, correct, correction, alter, amend, adjust, switch, redirect, upgrade, downgrade,
            convert, make the, make my, make them
            """),
        (SetUp, "set up, setup, enter, submit, new, add, remove, delete, take out, set"),
        (Payment, "payment, pay, paid, billing, checkout, charged, debit"),
        (Payment | Tender, """
            card, credit card, debit card, gift card, giftcard, voucher, paypal, visa, mastercard, amex, american express
            """),
        (Use, "use, put it on, pay with, pay by, charge it to, charge to, paying with"),
        (Instead, "instead, rather, prefer, but in, same one in, rather than"),
        (Variant, """
            color, colour, size, material, capacity, resolution, style, version, variant, model, bigger, smaller, larger, longer,
            shorter, taller, lighter, heavier, thicker, thinner, wider, brighter, darker, softer, color option, type
            """),
        (Variant, """
            in black, in white, in gray, in grey, in silver, in blue, in navy, in green, in red, in brown, in beige, in pink, in purple,
            in yellow, in orange
            """),
        (Variant, "in small, in medium, in large, in extra large, in xs, in s, in m, in l, in xl, in xxl, in another"),
        (Stock, """
            do you have, do you have the, do you have a, do you have any, do you have it in, do you have this in, do you have that in,
            do you sell,
            do you carry, do you stock, in stock, out of stock, available in, come in, what color, which color, what size, which size,
            what other color, what other size, what variant, which variant, is there a, are there any, sold out
            """),
        (Stock | Detail, "how much is the, how much are the, price of the, price for the"),
        (OnFile, """
            on file, saved, stored, do you have of me, do you have for me, do you have on me, do you have of mine, have of me,
            have for me, have on me, do i have, know of me, know about me, of mine, is my address, is my email, is my default address,
            are my details, my saved, got of me
            """),
        (OnFile | Contact, "my email, my e mail, my mail address"),
        (OnFile | Payment | Tender, "gift card balance, card balance, my balance, left on my gift card, left on my card, on my gift card"),
        (OnFile | Account, "in my profile, in my account, on my account"),
        (Privacy, """
            privacy, my data, personal data, gdpr, data protection, delete my data, share my data, sell my data, cookies
            """),
        (TheDefault, """
            default, profile, account, user address, home address, for future orders, for all orders, for orders to come, in general
            """),
        (Duration, "how long, how many days, how soon, how much time, how many weeks"),
        (Arrive | Overdue, """
            still waiting for, still dont have, still do not have, still waiting, am waiting, im waiting, been waiting,
            hasnt arrived, not arrived, didnt arrive,
            not received, havent received, didnt get, havent gotten, not gotten, not here, isnt here, hasnt come, taking so long,
            take so long, expect, expecting, waiting for, taking too long, forever, taking ages, so slow
            """),
        (Overdue, """
            not showing, isnt showing, not show, doesnt show, didnt show, hasnt shown, not shown, not visible, cant see, cannot see,
            not see, dont see, not seeing, not appear, hasnt appeared, not in my, isnt in my, isnt on my, isnt in, isnt on, not on my,
            statement, been processed, not processed, hasnt been, wasnt, still no, no sign of, not come through, come through,
            not credited, not posted, post to, supposed to, go through, gone through, processed, anything new, nothing shows,
            not reaching, still nothing, requested, i requested, no response, cant find, cannot find, cannot view, back yet, no money,
            nothing is there, not there, yet to, asked for, applied for, promised, appear, visible, show up, showing, credited, missing
            """),
        (Problem, """
            problem, issue, error, trouble, fail, declined, doesnt work, not working, wont go through, isnt valid, mistake,
            charged anyway, charged twice, wrong
            """),
        (Method, "method, option, modality, modalities, means, accept, allowed, available, types of"),
        (Invoice, "invoice, bill, receipt"),
        (Account, """
            account, profile, password, pwd, passcode, pin, pin code, login, log in, sign in, sign up, signup, registration,
            register, username, user name, credentials, personal information, personal info, personal details, sign out, log out
            """),
        (Newsletter, "newsletter, subscription, subscribe, unsubscribe, mailing list"),
        (Review, "review, opinion, feedback, comment, testimonial, rating, survey"),
        (Complaint, """
            complaint, complain, reclamation, grievance, discontent, dissatisfied, not happy, unhappy, file a claim, make a claim,
            lodge a claim, submit a claim, claim, dont like the service, not satisfied, disappointed, consumer protection,
            missing item, item missing, items missing, missing from, incomplete, only got one, only received, was empty, is empty
            """),
        (Buy, """
            buy, acquire, do a purchase, doing a purchase, make the purchase, maked an order, shop, earn, to order, to purchase,
            order a, order an, order some, order several, i order, ordering, purchasing, place an order, make an order,
            make a purchase, place order, make order, make purchase, placing an order, making an order, making a purchase,
            purchase a, purchase an, purchase some, purchase several, new order, reorder, order again, can i purchase, i purchase
            """),
        (ShipTo | Delivery, "delivery to, shipping to, shipments to, shipment to, deliveries to, delivering to"),
        (ShipTo, """
            to order from, i order from, ship to, deliver to, order from, place an order from, make an order from, send to,
            purchase from, abroad, internationally, overseas, international shipping
            """),
        (InGeneral, "usually, normally, typically, generally, on average"),
    ];
}
