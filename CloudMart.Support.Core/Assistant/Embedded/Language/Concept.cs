namespace CloudMart.Support.Core.Assistant.Embedded.Language;

/// <summary>
/// What a word or a phrase can be about. A message is read as the set of concepts that occur in it, which is again one of these; there are
/// more of them than an enum's bits.
/// </summary>
internal readonly record struct Concept
{
    private static int _known;

    public static readonly Concept None;

    // Things
    public static readonly Concept Order = Next();
    public static readonly Concept Parcel = Next();
    public static readonly Concept Goods = Next();
    public static readonly Concept Delivery = Next();
    public static readonly Concept Reference = Next(); // an order id, "the second", "the newest"
    public static readonly Concept Pronoun = Next();
    public static readonly Concept Plural = Next();
    public static readonly Concept Mine = Next();
    public static readonly Concept NamedThing = Next(); // "the yoga mat": no word of this vocabulary, perhaps a product

    // What is wanted of an order
    public static readonly Concept Cancel = Next();
    public static readonly Concept NotWanted = Next();
    public static readonly Concept DontCancel = Next();
    public static readonly Concept Undo = Next();
    public static readonly Concept Keep = Next();
    public static readonly Concept Where = Next();
    public static readonly Concept Track = Next();
    public static readonly Concept Status = Next();
    public static readonly Concept Arrive = Next();
    public static readonly Concept When = Next();
    public static readonly Concept Look = Next();
    public static readonly Concept History = Next();
    public static readonly Concept Detail = Next();

    public static readonly Concept Send = Next();
    public static readonly Concept Back = Next();

    // Other business of a shop
    public static readonly Concept Return = Next();
    public static readonly Concept Wish = Next(); // "I want", "can I have"
    public static readonly Concept Misfit = Next(); // too small, the wrong color
    public static readonly Concept Exchange = Next();
    public static readonly Concept Refund = Next();
    public static readonly Concept Policy = Next();
    public static readonly Concept Fee = Next();
    public static readonly Concept Money = Next();
    public static readonly Concept Overdue = Next(); // "not showing", "still waiting", "missing"
    public static readonly Concept NewAddress = Next(); // a postal address itself
    public static readonly Concept Event = Next();
    public static readonly Concept Duration = Next();
    public static readonly Concept Tender = Next(); // a card, PayPal, a gift card: what one pays with
    public static readonly Concept Use = Next();
    public static readonly Concept Instead = Next();
    public static readonly Concept Variant = Next(); // color, size, bigger
    public static readonly Concept Stock = Next(); // "do you have", "what colors"
    public static readonly Concept OnFile = Next(); // what is known of the customer
    public static readonly Concept Privacy = Next();
    public static readonly Concept TheDefault = Next(); // the address of the account, not of an order
    public static readonly Concept Address = Next();
    public static readonly Concept Change = Next();
    public static readonly Concept SetUp = Next();
    public static readonly Concept Payment = Next();
    public static readonly Concept Problem = Next();
    public static readonly Concept Method = Next();
    public static readonly Concept Invoice = Next();
    public static readonly Concept Account = Next();
    public static readonly Concept Newsletter = Next();
    public static readonly Concept Review = Next();
    public static readonly Concept Complaint = Next();
    public static readonly Concept Buy = Next();
    public static readonly Concept ShipTo = Next();
    public static readonly Concept InGeneral = Next();
    public static readonly Concept Person = Next();
    public static readonly Concept Contact = Next();
    public static readonly Concept ServiceDesk = Next();

    // How it is said
    public static readonly Concept Asking = Next(); // "how do I", "can I": about the act, not a request for it
    public static readonly Concept Condition = Next();
    public static readonly Concept SaidBefore = Next(); // the past, or somebody else's words
    public static readonly Concept AreYou = Next();
    public static readonly Concept Machine = Next();
    public static readonly Concept Process = Next();

    // What courtesies are made of
    public static readonly Concept Negation = Next();
    public static readonly Concept Untrue = Next();
    public static readonly Concept You = Next();
    public static readonly Concept What = Next();
    public static readonly Concept Know = Next(); // to be sure, to decide, to have an answer
    public static readonly Concept Say = Next();
    public static readonly Concept Perceive = Next(); // to hear, to follow
    public static readonly Concept Again = Next();
    public static readonly Concept Later = Next();
    public static readonly Concept Must = Next();
    public static readonly Concept Leave = Next();
    public static readonly Concept StopIt = Next();
    public static readonly Concept Wellbeing = Next(); // how you are, how the day is
    public static readonly Concept Praise = Next();
    public static readonly Concept Ability = Next();

    // Social
    public static readonly Concept Greeting = Next();
    public static readonly Concept Thanks = Next();
    public static readonly Concept Goodbye = Next();
    public static readonly Concept Help = Next();
    public static readonly Concept Capability = Next();
    public static readonly Concept Repeat = Next();
    public static readonly Concept Yes = Next();
    public static readonly Concept No = Next();
    public static readonly Concept NeverMind = Next();
    public static readonly Concept Unsure = Next();
    public static readonly Concept Elsewhere = Next(); // flights, songs, the weather
    public static readonly Concept GoingOn = Next(); // "what about", "and the": the same again for something else

    /// <summary>What says something about a thing or between the words, and may as well be part of a name: "the smart watch".</summary>
    public static readonly Concept InPassing =
        Negation | Untrue | You | What | Know | Say | Perceive | Again | Later | Must | Leave | StopIt | Wellbeing | Praise | Ability
        | Variant | Instead | Use | Money | Event;

    private UInt128 Bits { get; init; }

    public static Concept operator |(Concept left, Concept right) => new() { Bits = left.Bits | right.Bits };

    /// <summary>All that <paramref name="others"/> stands for occurs.</summary>
    public bool Has(Concept others) => (Bits & others.Bits) == others.Bits;

    /// <summary>Some of what <paramref name="others"/> stands for occurs.</summary>
    public bool HasSome(Concept others) => (Bits & others.Bits) != 0;

    /// <summary>Nothing but (some of) <paramref name="others"/> occurs.</summary>
    public bool IsOnly(Concept others) => (Bits & ~others.Bits) == 0;

    private static Concept Next() => new() { Bits = UInt128.One << _known++ };
}
