using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace CloudMart.Support.Core.Assistant.Embedded.Addresses;

/// <summary>The states of the USA: by name, or by code where it stands as a code does.</summary>
internal static partial class States
{
    private const string All = """
        AL Alabama,AK Alaska,AZ Arizona,AR Arkansas,CA California,CO Colorado,CT Connecticut,DE Delaware,DC District of Columbia,
        FL Florida,GA Georgia,HI Hawaii,ID Idaho,IL Illinois,IN Indiana,IA Iowa,KS Kansas,KY Kentucky,LA Louisiana,ME Maine,
        MD Maryland,MA Massachusetts,MI Michigan,MN Minnesota,MS Mississippi,MO Missouri,MT Montana,NE Nebraska,NV Nevada,
        NH New Hampshire,NJ New Jersey,NM New Mexico,NY New York,NC North Carolina,ND North Dakota,OH Ohio,OK Oklahoma,OR Oregon,
        PA Pennsylvania,RI Rhode Island,SC South Carolina,SD South Dakota,TN Tennessee,TX Texas,UT Utah,VT Vermont,VA Virginia,
        WA Washington,WV West Virginia,WI Wisconsin,WY Wyoming
        """;

    private static readonly FrozenDictionary<string, string> Codes = All
        .Split([',', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
        .SelectMany(state => new[] { (Said: state[3..], Code: state[..2]), (Said: state[..2], Code: state[..2]) })
        .ToFrozenDictionary(state => state.Said, state => state.Code, StringComparer.OrdinalIgnoreCase);

    /// <summary>The code of the state that <paramref name="words"/> are, and nothing else.</summary>
    public static string? CodeOf(string words) => Codes.GetValueOrDefault(words.Trim(' ', '.'));

    /// <summary>
    /// The last state in <paramref name="text"/>, with where it stands. "OR" and "in" are everyday words too, so a code counts in capitals
    /// or right before a ZIP code only.
    /// </summary>
    public static (string Code, int Index, int Length)? LastIn(string text)
    {
        var named = Names().Matches(text).Concat(CapitalCodes().Matches(text)).Concat(CodesBeforeZip().Matches(text))
            .Where(match => Codes.ContainsKey(match.Value)).MaxBy(match => (match.Index, match.Length));
        return named is null ? null : (Codes[named.Value], named.Index, named.Length);
    }

    [GeneratedRegex(@"\b(?:West Virginia|(?:North|South|New|Rhode|West)\s\w+|District of Columbia|\w{4,13})\b", RegexOptions.IgnoreCase)]
    private static partial Regex Names();

    [GeneratedRegex(@"\b[A-Z]{2}\b")]
    private static partial Regex CapitalCodes();

    [GeneratedRegex(@"\b[A-Za-z]{2}\b(?=[,.]?\s+[0-9]{5}\b)")]
    private static partial Regex CodesBeforeZip();
}
