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
        (QuestionKind.Consent, "please write: **Cancel order "),
    ];

    public static string Words(QuestionKind kind) => Wordings.Single(wording => wording.Kind == kind).Words;

    /// <summary>The last question in <paramref name="said"/>, with the choices listed after it; null when nothing was asked.</summary>
    public static Question? ReadFrom(string said)
    {
        var (kind, at) = Wordings
            .Select(wording => (wording.Kind, At: said.LastIndexOf(wording.Words, StringComparison.Ordinal)))
            .MaxBy(found => found.At);
        return at < 0 ? null : new(kind, [.. OrderIdsIn(said[at..])]);
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
}
