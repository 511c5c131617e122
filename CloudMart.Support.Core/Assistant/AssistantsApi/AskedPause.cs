using System.Globalization;
using System.Text.RegularExpressions;

namespace CloudMart.Support.Core.Assistant.AssistantsApi;

/// <summary>The protocol says when to try a failed run again only in words: "Try again in 4 seconds."</summary>
internal static partial class AskedPause
{
    /// <returns>Null where no pause is asked for.</returns>
    public static TimeSpan? In(string message)
    {
        var match = Pattern().Match(message);
        var (minutes, number) = (match.Groups["minutes"], match.Groups["number"]);
        return minutes.Success || number.Success ? TimeSpan.FromMinutes(ValueOf(minutes)) + PartOf(number, match.Groups["unit"].Value) : null;
    }

    private static TimeSpan PartOf(Group number, string unit) =>
        unit.Equals("ms", StringComparison.OrdinalIgnoreCase) ? TimeSpan.FromMilliseconds(ValueOf(number)) : TimeSpan.FromSeconds(ValueOf(number));

    private static double ValueOf(Group digits) => digits.Success ? double.Parse(digits.ValueSpan, CultureInfo.InvariantCulture) : 0;

    [GeneratedRegex(
        @"(?:try again in|retry after)\s+(?:(?<minutes>[0-9]{1,4})\s*m(?:in(?:ute)?s?)?(?:\s*(?=[0-9])|\b))?(?:(?<number>[0-9]{1,6}(?:\.[0-9]{1,6})?)\s*(?<unit>ms|s))?",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Pattern();
}
