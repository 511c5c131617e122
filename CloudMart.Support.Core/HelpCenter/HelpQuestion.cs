using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace CloudMart.Support.Core.HelpCenter;

/// <summary>The words of a question that say what it is about.</summary>
internal static partial class HelpQuestion
{
    /// <summary>A longer question says nothing more about where to look.</summary>
    private const int MostWords = 24;

    /// <summary>Words of any question, about anything.</summary>
    private static readonly FrozenSet<string> Empty = """
        a about after all also am an and any anything are as at be because been before but by can could d did do does don else for from
        get give go goes got had has have he hello help her here hey hi him his how i if in into is it its just kindly know let like ll m
        make may me might more much must my need no not now of off ok okay on one or our out over please question re really regarding s
        say shall she should so some something still such sure t tell than thank thanks that the their them then there these they thing
        things this those to today tomorrow too up us use ve very want was way we well were what when where which while who why will with
        would write wonder wondering yes yesterday you your
        """.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).ToFrozenSet();

    /// <summary>
    /// Letters only, so that a word is nothing but a word to the index, whatever was written; numbers are order numbers or amounts and tell
    /// nothing.
    /// </summary>
    public static IReadOnlyList<string> WordsOf(string question) =>
    [
        .. Words().Matches(question)
            .Select(match => match.Value.ToLowerInvariant())
            .Where(word => !Empty.Contains(word))
            .Distinct()
            .Take(MostWords),
    ];

    [GeneratedRegex(@"\p{L}+")]
    private static partial Regex Words();
}
