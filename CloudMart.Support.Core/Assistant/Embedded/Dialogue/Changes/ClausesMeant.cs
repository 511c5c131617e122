using System.Text.RegularExpressions;
using CloudMart.Support.Core.Assistant.Embedded.Language;

namespace CloudMart.Support.Core.Assistant.Embedded.Dialogue.Changes;

/// <summary>
/// What of a message is about one request: of "exchange the jacket and return the cubes, but keep the bag", for the return, "the cubes".
/// </summary>
internal static partial class ClausesMeant
{
    public static string For(Reading request, string text)
    {
        string[] clauses = [.. Clauses().Matches(text).Select(match => match.Value)];
        return string.Concat(clauses.Where(clause => !Keeps(clause) && !IsAnotherAct(clause, request.Intent)));
    }

    private static bool Keeps(string clause) => Keeping().IsMatch(clause) && !Negation().IsMatch(clause);

    private static bool IsAnotherAct(string clause, Intent intent) => (intent, IntentReader.Read(clause)[0].Intent) switch
    {
        (Intent.Return or Intent.Refund, var other) => other is Intent.Exchange or Intent.Cancel,
        (Intent.Exchange or Intent.ChangeOrder, var other) => other is Intent.Cancel || (other is Intent.Return && SendsBack(clause)),
        _ => false,
    };

    /// <summary>"It's too small" is a reason to exchange it as well.</summary>
    private static bool SendsBack(string clause) => IntentReader.Read(clause)[0].Concepts.Has(Concept.Back);

    [GeneratedRegex(@"(?:^|[,.;!?\n]|\b(?:and|but|while)\b)(?:(?!\b(?:and|but|while)\b)[^,.;!?\n])*", RegexOptions.IgnoreCase)]
    private static partial Regex Clauses();

    [GeneratedRegex(@"\bkeep(?:ing)?\b|\b(?:can|may|should) stay\b", RegexOptions.IgnoreCase)]
    private static partial Regex Keeping();

    [GeneratedRegex(@"\b(?:not|don['’]?t|won['’]?t|can['’]?t|no longer|without)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Negation();
}
