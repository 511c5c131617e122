namespace CloudMart.Support.Core.Assistant.Embedded.Language;

using static Concept;

/// <summary>How courtesies are said. All weigh less than business, which may come with any of them.</summary>
internal static class CourtesyFrames
{
    public static readonly Frame[] All =
    [
        new(Intent.NeverMind, 7.1, Cancel | Process, Not: Order | Reference),
        new(Intent.NeverMind, 3.5, NeverMind),
        new(Intent.NeverMind, 3, Undo),
        new(Intent.OutOfScope, 3.4, Elsewhere),
        new(Intent.Repeat, 3.3, Concept.Repeat),
        new(Intent.Capabilities, 3.2, Capability),
        new(Intent.Goodbye, 3.1, Concept.Goodbye),
        new(Intent.Thanks, 3, Concept.Thanks),
        new(Intent.WhoAreYou, 2.9, Machine | AreYou),
        new(Intent.No, 2.8, Concept.No),
        new(Intent.Unsure, 2.9, Concept.Unsure),
        new(Intent.Yes, 2.6, Concept.Yes, Not: Concept.No),
        new(Intent.Greeting, 2.75, Concept.Greeting),
        new(Intent.WhoAreYou, 2.4, AreYou | Machine),

        // Put together from smaller words: what nobody has listed is mostly said so
        new(Intent.Repeat, 2.95, Say | Again),
        new(Intent.Unsure, 2.87, Negation | Know, Not: Concept.No),
        new(Intent.Yes, 2.86, Negation | Untrue, Not: Yes),
        new(Intent.No, 2.85, Negation | Yes),
        new(Intent.Repeat, 2.865, Negation | Perceive),
        new(Intent.NeverMind, 2.82, StopIt, Pronoun | Process | What, Order | Reference | Goods),
        new(Intent.Goodbye, 2.7, Later, You | Contact, Asking | Capability),
        new(Intent.Thanks, 2.65, You | Praise, Not: What | Asking),
        new(Intent.Repeat, 2.58, What | You | Say, Not: Capability | Ability | Order),
        new(Intent.Goodbye, 2.56, Must | Leave, Not: Order | Goods | You),
        new(Intent.Capabilities, 2.55, What | You | Ability, Not: Machine | Person | Order | Parcel | Reference),
        new(Intent.Greeting, 2.3, Asking | Wellbeing, You | Mine, Order | Parcel | Reference | Goods | Delivery | Elsewhere | Help),
        new(Intent.No, 2.1, Negation, Not: Order | Parcel | Reference | Goods | Pronoun | You | What),
        new(Intent.Greeting, 2.2, What | Wellbeing, Not: Order | Parcel | Reference | Goods | Delivery | Elsewhere | Payment),
        new(Intent.Capabilities, 2, Help),
    ];
}
