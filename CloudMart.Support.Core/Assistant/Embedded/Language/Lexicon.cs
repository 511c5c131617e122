using System.Collections.Frozen;

namespace CloudMart.Support.Core.Assistant.Embedded.Language;

using static Concept;

/// <summary>
/// Which words and phrases stand for which concepts, without apostrophes and in their base form (see <see cref="Inflection"/>). One word
/// may stand for several. A phrase hides the words in it, so "call off" is no phone call.
/// </summary>
internal static class Lexicon
{
    public const int LongestPhrase = 5;

    private static readonly (Concept Concept, string Words)[] Entries =
    [
        (Order, "order, purchase, my last purchase"),
        (Order | Plural, "orders, purchases"),
        (Order | Plural | History, """
            canceled orders, cancelled orders, shipped orders, delivered orders, pending orders, open orders, processed orders,
            did i order, did i buy, have i ordered, i have ordered, did i purchase, ive ordered, have i bought
            """),
        (Order | SaidBefore, "is my order, was my order, has my order, is the order, was the order, has the order, did my order"),
        (Order, "placed an order, made an order, made a purchase, placed my order"),
        // tells of an order, does not ask about one
        (None, "purchased, ordered, bought"),
        (Parcel, "package, parcel, shipment, packet"),
        (Parcel | Plural, "packages, parcels, shipments"),
        (Goods, "item, product, article, stuff, goods, merchandise, ticket, gift, thing, something, some, several, a few"),
        (Delivery, "delivery, shipping, courier, carrier"),
        (Pronoun, "it, them, these, those, that one, this one, that, this, the one"),
        (Mine, "my, mine, our"),
        (Cancel, "cancel, cancellation, annul, revoke, rescind, void, withdraw, retract, call off, back out of, get rid of"),
        (Cancel | Order, """
            stop my order, stop the order, stop order, stop my purchase, stop the purchase, stop this order, kill the order,
            stop the shipment, stop shipment, delete my order, delete the order, delete order, remove my order, remove the order,
            remove order
            """),
        (Cancel | Asking, "about canceling, about cancelling"),
        (NotWanted, """
            dont want, do not want, no longer want, not want, dont need, do not need, no longer need, cant afford, cannot afford,
            can not afford, ordered by mistake, by accident
            """),
        (DontCancel, """
            dont cancel, do not cancel, never cancel, dont want to cancel, do not want to cancel, no longer want to cancel,
            not want to cancel, stop canceling, stop cancelling, not to cancel, rather not cancel, wont cancel
            """),
        (Undo, "undo, reinstate, restore, reactivate, uncancel, un cancel, reopen, revert, take back the cancellation, bring back"),
        (Keep, "keep, leave alone, hold on to"),
        (Where, "where, wheres, whereabouts, locate"),
        (Track, "track, trace, tracking number, tracking, keep an eye on"),
        (Status, """
            status, state, progress, update on, updates on, status update, eta, on its way, on the way, out for delivery, how far,
            whats happening with, what happened to, whats up with, any news, in transit
            """),
        (Arrive, """
            arrive, arrival, expect, come, get here, show up, reach, receive, be delivered, been delivered, turn up, land, ship,
            shipped, dispatch, sent, delivered, be here, get to me, still waiting for, waiting for, hasnt come, left yet,
            left the warehouse, warehouse, nothing came, turned up, never got, not received, didnt receive, havent received, get my,
            going to be here, make it, still dont have, still havent got, dont have my
            """),
        (When, "when, how soon, how long, what day, which day, what time, what date, estimated, expect, period, late, yet, delayed"),
        (Look, """
            show, find, view, see, check, look, look up, list, display, tell me about, what is, whats, what are, what were, which,
            give me, pull up, info, information, know
            """),
        (History, "history, past, previous, recent, all, overview, do i have"),
        (Detail, """
            detail, details, whats in, what is in, what was in, contents, how much was, how much did, how much is, total, price,
            what did i pay, which card, summary, what items, items are in, items in
            """),
        (Return, """
            return, send back, sending back, give back, ship back, bring it back, take it back, send it back, return label,
            arrived broken, arrived damaged, damaged, broken, defective, faulty, doesnt fit, dont fit, didnt fit, too small,
            too big, wrong size, wrong item, wrong color, wrong product
            """),
        (Send, "send, give, bring, take, ship"),
        (Back, "back"),
        (Exchange, """
            exchange, swap, trade, replace, replacement, different color, different size, another color, another size, bigger size,
            smaller size, larger size
            """),
        (Refund, """
            refund, reimburse, reimbursement, money back, get my money, my money, rebate, compensation, compensate, restitution,
            refundable, reverse, reversal, chargeback, money returned, my cash back, get paid back, pay me back, return my money,
            return the money, put the money back
            """),
        (Refund | Overdue, "my refund, my reimbursement, my rebate, my compensation, my restitution, the refund, the refunded, refund request"),
        (Event, "concert, event, the show, festival, the game, match, performance, gig"),
        (Refund | Event, "postponed, rescheduled"),
        (Policy, """
            policy, guarantee, rule, terms, in what cases, in which cases, in what situations, in which situations, eligible,
            warranty, how long do refunds, how long refunds, how long does a refund
            """),
        (Fee | Cancel, "cost to cancel, charge for canceling, charge for cancelling, charged for canceling, charged for cancelling"),
        (Delivery | Method, """
            shipping cost, shipping costs, does shipping cost, delivery cost, does delivery cost, shipping fee, shipping fees,
            delivery fee, delivery fees, delivery charge, free shipping, free delivery
            """),
        (Fee, "fee, penalty, penalties, cancellation charge, exit charge, termination charge, termination, early exit, withdrawal"),
        (Address | Change, """
            deliver it to, send it to, ship it to, deliver them to, send them to, deliver to my office, to my office, to my work,
            i moved
            """),
        (Address | NewAddress, "streetaddress"),
        (Payment | Tender | Change, """
            another card, other card, different card, another payment, different payment, other payment, another credit card,
            different credit card
            """),
        (Address, "address, street, zip code, postcode, zip"),
        (Change, "change, modify, modification, edit, update, correct, correction, alter, amend, adjust, switch, redirect, upgrade, downgrade, convert, make the, make my, make them"),
        (SetUp, "set up, setup, enter, submit, new, add, remove, delete, take out, set"),
        (Payment, "payment, pay, paid, billing, checkout, charged, debit"),
        (Payment | Tender, """
            card, credit card, debit card, gift card, giftcard, voucher, paypal, visa, mastercard, amex, american express, my balance
            """),
        (Use, "use, put it on, pay with, pay by, charge it to, charge to, paying with"),
        (Instead, "instead, rather, prefer"),
        (Variant, """
            color, colour, size, material, capacity, resolution, style, version, variant, model, bigger, smaller, larger, longer,
            shorter, taller, lighter, heavier, thicker, thinner, wider, brighter, darker, softer, color option, type
            """),
        (Stock, """
            do you have, do you have the, do you have a, do you have any, do you have it in, do you have this in, do you have that in, do you sell,
            do you carry, do you stock, in stock, out of stock, available in, come in, what color, which color, what size, which size,
            what other color, what other size, what variant, which variant, is there a, are there any, sold out
            """),
        (Stock | Detail, "how much is the, how much are the, price of the, price for the"),
        (OnFile, """
            on file, saved, stored, do you have of me, do you have for me, do you have on me, do you have of mine, have of me, have for me, have on me, know of me, know about me, of mine, is my address, is my email, is my default address, are my details, my saved, got of me
            """),
        (OnFile | Account, "in my profile, in my account, on my account"),
        (Privacy, """
            privacy, my data, personal data, gdpr, data protection, delete my data, share my data, sell my data, cookies
            """),
        (TheDefault, """
            default, profile, account, user address, home address, for future orders, for all orders, for orders to come, in general
            """),
        (Duration, "how long, how many days, how soon, how much time, how many weeks"),
        (Overdue, """
            still waiting for, not showing, isnt showing, not show, doesnt show, didnt show, hasnt shown, not shown, missing, not visible, still waiting,
            am waiting, im waiting, been waiting, cant see, cannot see, not see, dont see, not seeing, not appear, hasnt appeared,
            hasnt arrived, not arrived, didnt arrive, not received, havent received, didnt get, havent gotten, not gotten, not here,
            isnt here, not in my, isnt in my, isnt on my, isnt in, isnt on, not on my, hasnt come, statement, taking so long,
            take so long, been processed, not processed, hasnt been, wasnt, still no, no sign of, not come through, come through,
            not credited, not posted, post to, supposed to, expect, expecting, waiting for, go through, gone through, processed, anything new,
            nothing shows, not reaching, still nothing, requested, i requested, no response, cant find, cannot find, cannot view, back yet,
            taking too long, appear, visible, show up, showing, credited
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
            missing item, item missing, items missing, missing from, incomplete
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
        (Person, """
            human, person, someone, somebody, agent, representative, rep, operator, supervisor, staff, live chat, manager,
            assistant, associate, advisor, employee, real person, colleague, boss
            """),
        (Person | Contact, """
            anyone i can talk, anyone to talk to, anyone i can speak, phone number i can call, number i can call, number to call,
            number i can reach
            """),
        (ServiceDesk, """
            to support, with support, contact support, call support, support please, customer service, customer support,
            customer care, client service, client support, customer services, customer assistance, help desk, helpdesk, hotline,
            call center, call centre, support team, service team, your team, human support
            """),
        (Contact, """
            talk, speak, contact, call, chat, connect, transfer, get hold of, put me through, phone, email, mail, e mail,
            phone number, free number, number, hours, forward me, hand me over, reach, message, bring in, reachable
            """),
        // a way to say "tell me"
        (None, """
            ask an agent, ask a person, asking an agent, ask agent, inform an agent, could someone, can someone, could somebody,
            can somebody tell, can anyone tell
            """),
        (Asking, """
            how, can i, could i, may i, is it possible, possible, am i able, should i, what happens, what would happen, why,
            where do i, where can i, where could i, where should i, where i could, where i can, where to, is there a way, am i allowed, do i have to, problem,
            issue, trouble, question, information, is it too late, too late to
            """),
        (Condition, "if, unless, in case, whether, until, once, otherwise, provided, suppose"),
        (SaidBefore, """
            i received, received a, received the, recently delivered, just received, i have received, i got, said, says, told,
            already, i canceled, i cancelled, have canceled, have cancelled, was canceled, was cancelled, been canceled,
            been cancelled, got canceled, got cancelled, you canceled, you cancelled, is canceled, is cancelled, did you cancel,
            i did cancel, have you canceled, have you cancelled, someone canceled, ive canceled, ive cancelled
            """),
        (AreYou | Machine, "what are you, who are you, whats your name, what is your name, your name"),
        (AreYou, """
            are you, are u, r u, am i talking, am i speaking, am i chatting, is this, youre a, you are a, consider yourself, your a,
            is it true, do you know you, you sound like, could you be, you a, if you are, who am i talking, whom am i, you must be,
            yourself, identify as, youre an, you are an, youre not a, youre real, you are real
            """),
        (Machine, """
            bot, robot, ai, machine, computer, automated, chatbot, artificial, life form, alive, real, chatgpt, gpt, siri, alexa,
            language model
            """),
        (Process, "process, input, task, action, command, what youre doing, what you are doing, request, activity, current, operation"),
        (Greeting, """
            hi, hola, aloha, bonjour, life treating, how do you feel, how you are, whats up with you, are you okay, are you ok,
            are you good, are you alright, are you well, good to see you, hello, hey, hiya, howdy, greetings, good morning,
            good afternoon, good evening, good day, how are you, how are u, hows it going, how is it going, how are things,
            whats up, what is up, sup, yo, how do you do, how have you been, howve you been, how you doing, are you doing,
            you are doing, are you feeling, how goes it, hows everything, how is everything, hows life, how is life, hows your day,
            how is your day, nice to meet you, is everything, you doing today, ai is doing, is the ai doing, whats happening,
            hanging
            """),
        (Thanks, """
            thanks, thank, thank you, thx, ty, tysm, appreciate, gratitude, grateful, good job, great job, well done, cheers,
            awesome, you rock, great help, big help, helpful, much obliged, good looking out, pleased me, so glad you,
            happy you did, best help, good work, nice work, you helped, youve helped, dont go unnoticed, really great, nice, cool,
            perfect, great, excellent, wonderful, lovely
            """),
        (Goodbye, """
            bye, nice to talk, nice to speak, nice to chat, nice chat, nice conversation, enjoyable, pleasant, out of here,
            outta here, catch you, peace, regards, signing off, thanks for talking, tootles, awesome to talk, goodbye, good bye,
            bye bye, see you, see ya, farewell, cya, take care, take it easy, have a nice, have a good, have a great, good night,
            ttyl, talk to you later, thats all, thats it for now, nice talking, enjoyed talking, enjoyed speaking, good talking,
            good speaking, nice chatting, good chatting, fun speaking, fun talking, great talk, pleasure, adios, ciao, later,
            im leaving, im going now, ill be leaving, gotta go, have to go, so long, peace out, lovely to speak, cool talking,
            good seeing you, got to talk, we got to talk, nice speaking, for chatting, cool to talk, great speaking, great talking,
            great chatting
            """),
        (Help, "help, assist, assistance, aid, need help, please help"),
        (Capability, """
            can you do, skills, commands, queries, knowledgable, knowledgeable, questions do you, do you accept, should i ask,
            programmed to, do you have answers, stuff do you know, able to do, are you able, you able to, capable, can i ask,
            may i ask, i can ask, ask you, you help with, can you help me with, help me with, familiar with, subjects, topics,
            kinds of questions, types of questions, what questions, you can do, what do you do, can you assist, could you assist,
            how can you help, how could you help, how do you help, what do you know, you know about, know about, can you answer,
            your purpose, how can i use you, how does this work, what else, menu, areas of expertise, things do you know,
            can you tell me about, do you do, can you complete, you good at, ask the ai, could you answer, your abilities,
            your skills, i ask you, can be asked, you be asked, you knowledgeable
            """),
        (GoingOn, "what about, how about, and what about, same for"),
        (Repeat, """
            repeat, what did you just, whatd you say, whatd you, say that over, didnt understand you, did not understand you,
            another time please, say that again, say it again, one more time, come again, what did you say, did you say,
            didnt catch, didnt hear, did not catch, did not hear, not quite hear, pardon, missed what you said, missed that,
            you said that, hear that again, hear it again, ask me again, what was that, once more, say again, last thing you said,
            not understand what you, didnt understand what you, rephrase, say that one more, said again, you just said,
            could you say that, sorry what, what do you mean, huh, excuse me
            """),
        (Yes, """
            yes, yeah, yep, yup, ya, yea, yeap, sure, ok, okay, k, correct, right, affirmative, absolutely, definitely, agreed,
            agree, go ahead, do it, please do, sounds good, of course, true, exactly, indeed, confirm, approved, uh huh, certainly,
            that works, roger, facts, makes sense, you got it, thats it, that is it, fine, accurate, factual, precisely,
            by all means, alright, totally, that is what i want, thats what i want
            """),
        (No, """
            no, nay, not at all, certainly not, not factual, not proper, thats wrong, is wrong, actually wrong, inaccurate,
            seems not, nope, nah, no thanks, no thank you, not really, negative, false, no way, incorrect, disagree, not that,
            not true, not right, not correct, dont think so, do not think so, rather not, prefer not, not what i want, isnt right,
            isnt true, not the case, no good, fake, isnt correct, definitely not, absolutely not, falsehood, do not think that,
            dont think that, untrue, no sir, neither, none of them, none
            """),
        (NeverMind, """
            never mind, undo that, pause, terminate, discontinue, hush, end the task, end that, refrain from, scratch, nevermind,
            nvm, forget it, forget that, forget about it, forget about that, scratch that, ignore that, drop it, stop it, stop that,
            stop, shut up, be quiet, quit talking, stop talking, leave it, changed my mind, change my mind, no need, abort,
            disregard, forget what i said, hold off, quit, halt, dont continue, dont do, eliminate, negate,
            stop speaking, forget my, ignore my, ignore the previous, forget the, leave it be, dont bother, dont talk, dont speak,
            not speak, cancel that request, cancel my request, cancel that command, not talk, turn off, dont want this anymore,
            forget i, actually forget, silence, not to speak, speak any more, stop what
            """),
        (Unsure, """
            not sure, clue, not confident, unaware, couldnt tell, dont really know, no knowledge, might, no earthly idea,
            cant answer, havent the foggiest, not able to say, dont know, do not know, no idea, idk, dunno, unsure, maybe,
            cant decide, undecided, either, depends, perhaps, not certain, uncertain, cant say, possibly, not too sure, not to sure,
            hard to say, both could, who knows, no clue, not totally sure, not actually sure, might be, dont have that information,
            do not have that information, could be, not have an answer, hm, hmm
            """),
        (Elsewhere, """
            weather, joke, song, music, playlist, movie, film, flight, hotel, reservation, restaurant, recipe, cook, calendar,
            reminder, alarm, meeting, appointment, insurance, bank, banking, mortgage, loan, tax, credit score, interest rate, apr,
            points, rewards, oil, tire, gas, mpg, car, rental, uber, taxi, visa application, passport, vaccine, calories, translate,
            language, spanish, french, temperature, traffic, directions, stock price, sports, football, game score, president,
            capital of, math, calculate, timer, light, lights, thermostat, phone call, text message, exchange rate, dollars in, pto,
            vacation, day off, time off, payday, paycheck, salary, income, w2, 401k, direct deposit, shopping list, todo,
            to do list, grocery, dinner, lunch, breakfast, meal, food, doctor, bus, train, plane, luggage, membership, gym,
            water bill, electric bill, electricity, domain name bill, spending, transaction, transactions, hobbies, how old are you,
            credit limit, poem, story, homework, code, health plan, route, gym membership, netflix, spotify, fraud, speaker volume,
            volume, whisper, accent, talking too fast, world cup
            """),
    ];

    private static readonly FrozenDictionary<string, Concept> Meanings = Entries
        .SelectMany(entry => entry.Words.Split(',', StringSplitOptions.TrimEntries).Select(word => (word, entry.Concept)))
        .GroupBy(pair => pair.word, pair => pair.Concept)
        .ToFrozenDictionary(group => group.Key, group => group.Aggregate((left, right) => left | right), StringComparer.Ordinal);

    /// <summary>The single words of all entries.</summary>
    public static FrozenSet<string> Words { get; } =
        Meanings.Keys.SelectMany(phrase => phrase.Split(' ')).ToFrozenSet(StringComparer.Ordinal);

    /// <summary>What a misspelt word may have been meant to be: a word of this shop's business, never of somebody else's.</summary>
    public static FrozenSet<string> WordsOfTheShop { get; } = Meanings
        .Where(meaning => !meaning.Value.HasSome(Elsewhere))
        .SelectMany(meaning => meaning.Key.Split(' '))
        .ToFrozenSet(StringComparer.Ordinal);

    /// <summary>What <paramref name="phrase"/> stands for; null when it is no entry.</summary>
    public static Concept? Meaning(string phrase) => Meanings.TryGetValue(phrase, out var concept) ? concept : null;
}
