namespace CloudMart.Support.Core.Assistant.Embedded.Language.Words;

using static CloudMart.Support.Core.Assistant.Embedded.Language.Concept;

/// <summary>Words about orders: what they are, what is asked of them, where they stand. See <see cref="Lexicon"/>.</summary>
internal static class WordsOfOrders
{
    public static readonly (Concept Concept, string Words)[] Entries =
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
            can not afford, ordered by mistake, by accident, dont ship, do not ship, dont send, do not send
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
    ];
}
