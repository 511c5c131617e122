namespace CloudMart.Support.Core.Assistant.Embedded.Language;

/// <summary>What a word or a phrase can be about. A message is read as the set of concepts that occur in it.</summary>
[Flags]
internal enum Concept : ulong
{
    None = 0,

    // Things
    Order = 1ul << 0,
    Parcel = 1ul << 1,
    Goods = 1ul << 2,
    Delivery = 1ul << 3,
    Reference = 1ul << 4, // an order id, "the second", "the newest"
    Pronoun = 1ul << 5,
    Plural = 1ul << 6,
    Mine = 1ul << 7,
    NamedThing = 1ul << 60, // "the yoga mat": no word of this vocabulary, perhaps a product

    // What is wanted of an order
    Cancel = 1ul << 8,
    NotWanted = 1ul << 9,
    DontCancel = 1ul << 10,
    Undo = 1ul << 11,
    Keep = 1ul << 12,
    Where = 1ul << 13,
    Track = 1ul << 14,
    Status = 1ul << 15,
    Arrive = 1ul << 16,
    When = 1ul << 17,
    Look = 1ul << 18,
    History = 1ul << 19,
    Detail = 1ul << 20,

    Send = 1ul << 62,
    Back = 1ul << 63,

    // Other business of a shop
    Return = 1ul << 21,
    Exchange = 1ul << 22,
    Refund = 1ul << 23,
    Policy = 1ul << 24,
    Fee = 1ul << 25,
    Address = 1ul << 26,
    Change = 1ul << 27,
    SetUp = 1ul << 28,
    Payment = 1ul << 29,
    Problem = 1ul << 30,
    Method = 1ul << 31,
    Invoice = 1ul << 32,
    Account = 1ul << 33,
    Newsletter = 1ul << 34,
    Review = 1ul << 35,
    Complaint = 1ul << 36,
    Buy = 1ul << 37,
    ShipTo = 1ul << 38,
    InGeneral = 1ul << 39,
    Person = 1ul << 40,
    Contact = 1ul << 41,
    ServiceDesk = 1ul << 42,

    // How it is said
    Asking = 1ul << 43, // "how do I", "can I": about the act, not a request for it
    Condition = 1ul << 44,
    SaidBefore = 1ul << 45, // the past, or somebody else's words
    AreYou = 1ul << 46,
    Machine = 1ul << 47,
    Process = 1ul << 48,

    // Social
    Greeting = 1ul << 49,
    Thanks = 1ul << 50,
    Goodbye = 1ul << 51,
    Help = 1ul << 52,
    Capability = 1ul << 53,
    Repeat = 1ul << 54,
    Yes = 1ul << 55,
    No = 1ul << 56,
    NeverMind = 1ul << 57,
    Unsure = 1ul << 58,
    Elsewhere = 1ul << 59, // flights, songs, the weather
    GoingOn = 1ul << 61, // "what about", "and the": the same again for something else
}
