using System.Collections.Immutable;
using System.Text.RegularExpressions;
using CloudMart.Support.Core.Orders;

namespace CloudMart.Support.Core.Assistant.Claims;

/// <summary>
/// Finds what an assistant's words claim was done. It reads English clause by clause and knows the shop's changes only: what is asked,
/// offered, denied, foreseen, conditional, quoted, told of another day or said of orders in general is no claim. It errs on the side of
/// silence, since a reply that is withheld without reason is a reply that the customer waits for.
/// </summary>
internal static partial class ClaimReader
{
    public static IEnumerable<ChangeClaim> ClaimsIn(string text)
    {
        var plain = ClaimText.Plain(text);
        return Sentences().Split(plain).SelectMany(sentence => ClaimsOf(sentence.Trim())).Concat(ForeignClaims.ClaimsIn(plain));
    }

    private static IEnumerable<ChangeClaim> ClaimsOf(string sentence)
    {
        var clauses = Clauses().Split(sentence.TrimEnd('.', '!', '?', ' '));
        var isQuestion = sentence.EndsWith('?');
        var conditionAt = Array.FindIndex(clauses, ClaimWords.Conditions().IsMatch);
        for (var index = 0; index < clauses.Length; index++)
        {
            var clause = new Clause(
                clauses[index].Trim(),
                index > 0 ? clauses[index - 1] : "",
                isQuestion && (ClaimWords.Asking().IsMatch(clauses[index].Trim()) || ClaimWords.Tag().IsMatch(clauses[^1].Trim())),
                HasCondition: conditionAt >= 0,
                FollowsCondition: conditionAt >= 0 && conditionAt < index);
            if (!(isQuestion && index == clauses.Length - 1) && Read(clause) is { } claim)
            {
                yield return claim with { Words = sentence };
            }
        }
    }

    private static ChangeClaim? Read(Clause clause)
    {
        var text = clause.Text;
        if (ClaimWords.Doing().Match(text) is { Success: true } doing)
        {
            return ClaimOf(doing, clause, text[doing.Index..]);
        }

        if (clause.IsOfQuestion || clause.FollowsCondition || ClaimWords.OtherDays().IsMatch(text))
        {
            return null;
        }

        if (ClaimWords.Done().Match(text) is { Success: true } done && ClaimWords.Something().IsMatch(text[..done.Index]))
        {
            return ClaimOf(done, clause, text);
        }

        var state = ClaimWords.State().Match(text) is { Success: true } standing ? standing : ClaimWords.Headline().Match(text);
        return state.Success && !clause.HasCondition ? ClaimOf(state, clause, text) : null;
    }

    /// <param name="match">The words that say that it was done.</param>
    /// <param name="clause">Where they stand.</param>
    /// <param name="said">The part of it that says to what.</param>
    private static ChangeClaim? ClaimOf(Match match, Clause clause, string said)
    {
        var (before, after) = (clause.Text[..match.Index], clause.Text[(match.Index + match.Length)..]);
        if (ClaimWords.Unreal().IsMatch(before) || ClaimWords.Nothing().IsMatch(after) || ClaimedChanges.Of(match, said) is not { } change)
        {
            return null;
        }

        // "Both, CM-1 and CM-2, have been canceled": the subject stands in the clause before.
        return new(change, OrderIdsIn(match.Index == 0 ? $"{clause.Before} {clause.Text}" : clause.Text), clause.Text);
    }

    private static ImmutableArray<string> OrderIdsIn(string clause) =>
    [
        .. OrderIds().Matches(ClaimWords.Contrast().Split(clause, 2)[0]).Select(id => OrderNumber.Normalize(id.Value)).OfType<string>().Distinct(),
    ];

    [GeneratedRegex(@"(?<=[.!?])\s+|\n+")]
    private static partial Regex Sentences();

    /// <summary>A list of orders is one clause.</summary>
    [GeneratedRegex(@"[;:()–—]|,(?! *(?:and )?#?(?:cm-|w)[0-9]+ *(?:,|and|has|have|are|were|$))| - |(?<!ahead) (?:and|but|so)(?! #?(?:cm-|w)[0-9])(?= )", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Clauses();

    [GeneratedRegex("#?cm-[0-9]{1,24}|#w[0-9]{1,24}", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex OrderIds();

    /// <param name="Text">The clause.</param>
    /// <param name="Before">The clause before it; empty where there is none.</param>
    /// <param name="IsOfQuestion">It is asked, not told.</param>
    /// <param name="HasCondition">Its sentence has a condition.</param>
    /// <param name="FollowsCondition">The condition stands in an earlier clause.</param>
    private sealed record Clause(string Text, string Before, bool IsOfQuestion, bool HasCondition, bool FollowsCondition);
}
