using System.Text.RegularExpressions;

namespace CloudMart.Support.Core.Conversations.PaymentCards;

/// <summary>Finds the numbers in a text that can only be a card's.</summary>
internal static partial class CardNumbers
{
    /// <summary>"my tracking reference number is (" and some room.</summary>
    private const int Context = 48;

    private const string CalledNumber =
        @"([ \t]+(with|of|by))?([ \t]+the)?([ \t\u00A0]*\b(numbers?|num|no|nr|ids?|code|ref|reference)\b\.?)+";

    public static IEnumerable<CardNumber> In(string text) => DigitRuns.In(text).SelectMany(run => In(run, text));

    /// <summary>
    /// Whole groups only, the longest first: a number of twenty digits holds none, while one that is followed by the digits of its back
    /// side, or by another card's number, is still found.
    /// </summary>
    private static IEnumerable<CardNumber> In(List<Digit> run, string text)
    {
        for (var first = 0; first < run.Count;)
        {
            var said = run[first].BeginsGroup ? WhatItIs(text, run[first].At) : null;
            if (said == "tracking")
            {
                yield break; // carriers' numbers are long and written in groups of any length
            }

            var length = run[first].BeginsGroup ? LengthAt(run, first) : 0;
            if (length > 0 && said is null)
            {
                yield return new CardNumber([.. run.Skip(first).Take(length)]);
            }

            first += Math.Max(length, 1);
        }
    }

    private static int LengthAt(List<Digit> run, int first)
    {
        Span<char> digits = stackalloc char[CardIssuers.Longest];
        var most = Math.Min(CardIssuers.Longest, run.Count - first);
        for (var place = 0; place < most; place++)
        {
            digits[place] = run[first + place].Value;
        }

        for (var length = most; length >= CardIssuers.Shortest; length--)
        {
            var next = first + length;
            if ((next == run.Count || run[next].BeginsGroup) && CardIssuers.IsCardNumber(digits[..length]))
            {
                return length;
            }
        }

        return 0;
    }

    /// <summary>What the text right before a number calls it; null where it calls it nothing that speaks against a card.</summary>
    private static string? WhatItIs(string text, int at)
    {
        if (at > 0 && text[at - 1] is '+' or '\uFF0B')
        {
            return "phone";
        }

        var from = Math.Max(0, at - Context);
        return Named().Match(text[from..at]) is { Success: true } named ? named.Groups["thing"].Value.ToLowerInvariant() : null;
    }

    /// <summary>On one line and without a comma: "the card for this order, 4111…" names a card, and so does "order with 4111…".</summary>
    [GeneratedRegex(
        @"\b(?<thing>order|tracking)(['’]?s)?(" + CalledNumber + @")?([ \t]+is\b)?[ \t\u00A0:=.#№(""'“-]*([a-z]{1,4}-?)?\z",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Named();
}

/// <summary>A card's number where it stands in a text.</summary>
internal sealed record CardNumber(Digit[] Digits)
{
    public string Value => string.Concat(Digits.Select(digit => digit.Value));

    /// <summary>What is not shown: all but the last four.</summary>
    public ReadOnlySpan<Digit> Hidden => Digits.AsSpan(..^DigitRuns.Shown);
}
