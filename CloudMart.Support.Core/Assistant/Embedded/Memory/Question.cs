using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace CloudMart.Support.Core.Assistant.Embedded.Memory;

/// <summary>
/// What the assistant last asked. Nothing is remembered beside the thread, so a question is read back from the assistant's own words;
/// that is why its wording stands here and nowhere else.
/// </summary>
/// <param name="Kind">What was asked.</param>
/// <param name="Choices">The order ids that were offered, in their order.</param>
internal sealed partial record Question(QuestionKind Kind, ImmutableArray<string> Choices)
{
    private static readonly (QuestionKind Kind, string Words)[] Wordings =
    [
        (QuestionKind.WhichToCancel, "Which order would you like to cancel?"),
        (QuestionKind.WhichToShow, "Which order do you mean?"),
        (QuestionKind.BringInAPerson, "Shall I bring in a person from our team?"),
        (QuestionKind.WhichOrder, "Which order is it about?"),
        (QuestionKind.WhichItems, "Which items do you mean?"),
        (QuestionKind.WhichVariant, "Which one would you like instead?"),
        (QuestionKind.RefundTo, "Where should the money go?"),
        (QuestionKind.WhichMethod, "Which payment method shall I use?"),
        (QuestionKind.WhichAddress, "Is it the address of one order, or your default address for orders to come?"),
        (QuestionKind.Street, "What is the street, with the house number?"),
        (QuestionKind.City, "Which city is it in?"),
        (QuestionKind.State, "Which state is it in?"),
        (QuestionKind.Zip, "What is the ZIP code?"),
        (QuestionKind.WhatToChange, "What would you like to change: an item, the address, or how it is paid?"),
        (QuestionKind.Card, "It is done only once you confirm it there, or write yes."),
        (QuestionKind.Consent, "please write: **Cancel order "),
    ];

    /// <summary>The one order that a question is about; null where it is about none, or asks for it.</summary>
    public string? OrderId => Kind != QuestionKind.WhichOrder && Choices is [var only] ? only : null;

    /// <summary>It asks for a missing piece of something that the customer wants done.</summary>
    public bool AsksForAPiece => Kind is >= QuestionKind.WhichOrder and <= QuestionKind.WhatToChange;

    public static string Words(QuestionKind kind) => Wordings.Single(wording => wording.Kind == kind).Words;

    /// <summary>The last question in <paramref name="said"/>, with the choices listed after it; null when nothing was asked.</summary>
    public static Question? ReadFrom(string said)
    {
        var (kind, at) = Wordings
            .Select(wording => (wording.Kind, At: said.LastIndexOf(wording.Words, StringComparison.Ordinal)))
            .MaxBy(found => found.At);
        if (at < 0)
        {
            return null;
        }

        // A piece is asked for in the same paragraph as its order is named in; the others list their choices behind them.
        var question = new Question(kind, [.. OrderIdsIn(said[at..])]);
        var paragraph = said.LastIndexOf("\n\n", at, StringComparison.Ordinal);
        return question.AsksForAPiece && kind != QuestionKind.WhichOrder
            ? question with { Choices = [.. OrderIdsIn(said[Math.Max(paragraph, 0)..])] }
            : question;
    }

    /// <summary>The order ids in the assistant's own words, where they are always bold; each once, in their order.</summary>
    public static IEnumerable<string> OrderIdsIn(string said) =>
        BoldIds().Matches(said).Select(match => match.Groups["id"].Value).Distinct();

    [GeneratedRegex(@"\*\*(?:Cancel order )?(?<id>(?:CM-|#W)[0-9]+)\*\*", RegexOptions.CultureInvariant)]
    private static partial Regex BoldIds();
}

internal enum QuestionKind
{
    WhichToCancel,
    WhichToShow,
    BringInAPerson,

    /// <summary>To write the sentence that cancels an order.</summary>
    Consent,

    /// <summary>A yes or no to what an action card shows.</summary>
    Card,

    // Pieces of a change, asked for one by one
    WhichOrder,
    WhichItems,
    WhichVariant,
    RefundTo,
    WhichMethod,
    WhichAddress,
    Street,
    City,
    State,
    Zip,
    WhatToChange,
}
