namespace CloudMart.Support.Core.Assistant.Embedded.Language;

using static Concept;

/// <summary>How the intents are said, as patterns of verbs and nouns. The more a pattern asks for, the more it weighs.</summary>
internal static class Frames
{
    private static readonly Concept AnOrder = Order | Parcel | Reference;
    private static readonly Concept SomethingOrdered = AnOrder | Goods | Delivery;

    public static readonly Frame[] OfOrders =
    [
        new(Intent.KeepOrder, 9, DontCancel),
        new(Intent.KeepOrder, 6, Keep, Order | Reference),
        new(Intent.CancelQuestion, 8.4, Cancel | Refund | Condition | Reference),
        new(Intent.Cancel, 6.5, Cancel, SomethingOrdered, Elsewhere | Fee),
        new(Intent.Cancel, 5, Cancel, Pronoun | NamedThing, Elsewhere | Account | Newsletter | Process),
        new(Intent.Cancel, 4.5, NotWanted, AnOrder),
        new(Intent.Cancel, 4.2, NotWanted, Pronoun | NamedThing, Elsewhere | Account | Newsletter | Process | NeverMind),
        new(Intent.Cancel, 3, Cancel, Not: Elsewhere | Fee),
        new(Intent.Track, 6, Arrive | When, SomethingOrdered, InGeneral),
        new(Intent.Track, 6, Track, SomethingOrdered),
        new(Intent.Status, 6, Status, SomethingOrdered),
        new(Intent.Track, 5.5, When, Delivery | Parcel, InGeneral),
        new(Intent.Track, 5, Arrive, SomethingOrdered),
        new(Intent.Track, 5, Where, AnOrder),
        new(Intent.Track, 4.5, Where | Mine, Goods | Delivery | NamedThing, Elsewhere),
        new(Intent.Track, 4.1, Arrive | Mine | NamedThing, Not: Elsewhere | Payment),
        new(Intent.Status, 4.1, Status | Mine | NamedThing, Not: Elsewhere),
        new(Intent.Track, 4, Arrive | When | NamedThing, Not: Elsewhere | InGeneral | Account | Payment),
        new(Intent.Track, 4, Arrive | Send | NamedThing, Not: Elsewhere | Back),
        new(Intent.Track, 4, Where | NamedThing, Not: Elsewhere | Asking),
        new(Intent.Track, 4, Where | Pronoun, Not: Elsewhere),
        new(Intent.Track, 4, Track, Pronoun | NamedThing, Elsewhere),
        new(Intent.Track, 4, Arrive | Pronoun | When, Not: Elsewhere),
        new(Intent.Status, 4, Status | Pronoun, Not: Elsewhere),
        new(Intent.Details, 5.5, Detail, Order | Reference),
        new(Intent.Details, 8.1, Address | Look | Reference, Not: Change | SetUp | Problem),
        new(Intent.Details, 4, Detail | Pronoun, Not: Elsewhere),
        new(Intent.List, 5.2, Order | Plural | Look),
        new(Intent.List, 5.3, Order | Plural | History),
        new(Intent.List, 5, History, Order | Parcel, Reference | Address),
        new(Intent.List, 4.5, Order | Plural | Mine),
        new(Intent.Status, 4.2, Look, Parcel | Reference),
        new(Intent.Status, 4.2, Look | Mine, Order | Parcel | Delivery),
        new(Intent.Track, 3.5, Parcel),
        new(Intent.Track, 3.2, Track, Not: Elsewhere),
        new(Intent.Track, 3, Order | When),
    ];

    public static readonly Frame[] OfHelp =
    [
        new(Intent.ReturnPolicy, 8.8, Concept.Return | Policy),
        new(Intent.ReturnPolicy, 8.7, Concept.Return | Duration, Not: Refund | Overdue | Mine | Reference),
        new(Intent.RefundPolicy, 9, Refund | Policy),
        new(Intent.RefundPolicy, 8.3, Cancel | Refund | Condition, Not: Reference),
        new(Intent.RefundPolicy, 8.7, Refund, InGeneral | Duration, Overdue | Mine),
        new(Intent.RefundPolicy, 7, Policy),
        new(Intent.CancellationFee, 8, Fee | Cancel),
        new(Intent.CancellationFee, 5, Fee),
        new(Intent.PaymentMethods, 8, Payment | Method, Not: Change),
        new(Intent.PaymentMethods, 4, Payment),
        new(Intent.DeliveryOptions, 8, Delivery | Method),
        new(Intent.DeliveryOptions, 7, Parcel | Method),
        new(Intent.DeliveryOptions, 6.5, ShipTo, Not: Address | Arrive),
        new(Intent.DeliveryTimes, 7, InGeneral, Arrive | When),
        new(Intent.DeliveryTimes, 6.1, Delivery | When, Not: Reference | Mine),
        new(Intent.PrivacyPolicy, 9, Privacy),
        new(Intent.Profile, 8.3, OnFile, Address | Payment | Contact, Change | SetUp | Problem | Elsewhere | Reference | Person),
        new(Intent.Product, 6.2, Stock, NamedThing | Goods | Variant, Elsewhere | Payment | Account | Refund | Cancel),
    ];

    public static readonly Frame[] OfChanges =
    [
        new(Intent.UndoCancel, 9, Undo | Cancel),
        new(Intent.UndoCancel, 7, Undo, Order | Reference),
        new(Intent.Refund, 8.2, Refund),
        new(Intent.Refund, 8.25, Event, Cancel | SaidBefore | Refund),
        new(Intent.RefundStatus, 8.5, Refund, Status | Where | Track | Overdue | When, Goods | Asking),
        new(Intent.RefundStatus, 8.6, Refund, Status | When, Goods),
        new(Intent.RefundStatus, 8.6, Refund | Overdue, Mine | Payment | Account | Asking),
        new(Intent.RefundStatus, 8.4, Concept.Return | Status),
        new(Intent.RefundStatus, 8.4, Concept.Return | Overdue, Account | Payment | Money),
        new(Intent.Return, 7, Concept.Return),
        new(Intent.Return, 8.3, Concept.Return | Refund),
        new(Intent.Return, 6.9, Send | Back, Not: Elsewhere),
        new(Intent.Exchange, 7.2, Concept.Exchange),
        new(Intent.Exchange, 7.3, Misfit | Variant, Not: Back | Refund),
        new(Intent.Exchange, 4.05, Variant | NamedThing | Wish, Not: Elsewhere | Account | Stock | Buy | Back),
        new(Intent.Exchange, 4.4, Change | Variant, Not: Elsewhere | Account | Address | Payment),
        new(Intent.Exchange, 4.6, Instead, NamedThing | Variant | Reference | Pronoun, Elsewhere | Cancel | Person),
        new(Intent.ChangeAddress, 8, Address, Change | SetUp | Problem | Mine | Delivery, ServiceDesk),
        new(Intent.ChangeAddress, 8.1, NewAddress, SomethingOrdered | Pronoun | Mine | Change, Cancel | Concept.Return | Refund),
        new(Intent.ChangeAddress, 8.1, Address | Send, Reference | Order | Pronoun | Parcel),
        new(Intent.ChangePayment, 8, Payment | Change, Not: Order),
        new(Intent.ChangePayment, 8.05, Payment | Change, Method | Tender),
        new(Intent.ChangePayment, 7, Tender | Use, Reference | Order | Instead | Pronoun, Elsewhere | Problem | Buy),
        new(Intent.ChangePayment, 6.5, Tender | Use | Mine, Not: Elsewhere | Problem | Asking),
        new(Intent.ChangePayment, 6.6, Tender, Reference | Instead, Refund | Concept.Return | Problem | Fee | Buy),
        new(Intent.PaymentProblem, 8.1, Payment | Problem, Not: Refund),
        new(Intent.Invoice, 7.5, Concept.Invoice),
        new(Intent.Account, 8, Concept.Account),
        new(Intent.Account, 8, OnFile | Contact | Change),
        new(Intent.Newsletter, 9, Concept.Newsletter),
        new(Intent.Review, 7, Concept.Review),
        new(Intent.Complaint, 7, Concept.Complaint),
        new(Intent.ChangeOrder, 6.2, Change, Order | Reference | Goods),
        new(Intent.ChangeOrder, 5, Change, NamedThing | Delivery, Elsewhere),
        new(Intent.ChangeOrder, 6.3, SetUp | Reference, Goods | NamedThing),
        new(Intent.ChangeOrder, 4.3, SetUp | Order, Not: Buy),
        new(Intent.ChangeOrder, 5.5, SetUp | Order, Goods | NamedThing),
        new(Intent.PlaceOrder, 5, Buy),
        new(Intent.PlaceOrder, 6.1, Buy | Goods, Not: Plural | History),
    ];

    public static readonly Frame[] OfPeople =
    [
        new(Intent.Capabilities, 10.1, AreYou | Machine | What | Ability, Not: Person | AnOrder),
        new(Intent.WhoAreYou, 10, AreYou, Person | Machine),
        new(Intent.Person, 9, Contact, Person | ServiceDesk),
        new(Intent.Person, 8.5, ServiceDesk),
        new(Intent.Person, 4, Person, Not: Elsewhere),
    ];

    public static readonly Frame[] All = [.. OfOrders, .. OfHelp, .. OfChanges, .. OfPeople, .. CourtesyFrames.All];
}
