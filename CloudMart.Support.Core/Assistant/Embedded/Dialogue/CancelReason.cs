using System.Text.RegularExpressions;

namespace CloudMart.Support.Core.Assistant.Embedded.Dialogue;

/// <summary>Why an order is canceled, where the customer says so: shops count these.</summary>
internal static partial class CancelReason
{
    private const int Longest = 200;

    public static string? In(string message) => message switch
    {
        _ when ByMistake().IsMatch(message) => "ordered by mistake",
        _ when NotNeeded().IsMatch(message) => "no longer needed",
        _ when Because().Match(message) is { Success: true } because => BoundedText.Cut(because.Groups["why"].Value.Trim(), Longest),
        _ => null,
    };

    [GeneratedRegex(@"\b(?:by|a) (?:mistake|accident)\b|\b(?:accidentally|mistakenly)\b", RegexOptions.IgnoreCase)]
    private static partial Regex ByMistake();

    [GeneratedRegex(
        @"\b(?:no longer|don['’]?t|do not) (?:need|want) (?!to\b)|\b(?:need|want) (?:it|them|this|that) any ?more\b|\bnot needed\b",
        RegexOptions.IgnoreCase)]
    private static partial Regex NotNeeded();

    [GeneratedRegex(@"\b(?:because|since|cuz|as i)\b\s*(?<why>[^.?!;\n]+)", RegexOptions.IgnoreCase)]
    private static partial Regex Because();
}
