using System.Text.RegularExpressions;
using CloudMart.Support.Core.Orders;

namespace CloudMart.Support.Core.Scenarios.Text;

/// <summary>
/// The form of a step: a sentence with gaps, e.g. <c>{who} says {text}[ {tab}]</c>. What stands in square brackets may be left out. The
/// name of a gap says what can stand in it; a digit behind the name tells two of a kind apart.
/// </summary>
internal static partial class StepForm
{
    private static readonly Dictionary<string, string> Gaps = new()
    {
        ["who"] = "[a-z]+",
        ["text"] = "[\"“](?<{0}>.+)[\"”]",
        ["order"] = @"CM-\d+|#W\d+",
        ["money"] = @"\$[\d,]+(?:\.\d\d)?",
        ["count"] = @"no|an?|one|two|three|\d{1,4}",
        ["status"] = string.Join('|', Enum.GetValues<OrderStatus>().Select(status => status.ToWord())),
        ["tool"] = "[a-z]+(?:_[a-z]+)+",
        ["fate"] = "open|done|declined|expired|void|withdrawn|rejected|failed|waiting for approval",
        ["tab"] = "in the second tab",
        ["items"] = ".+?",
        ["method"] = ".+",
        ["is"] = "is|are",
        ["unit"] = "minutes?|hours?",
    };

    public static Regex ToPattern(string form) =>
        new($"^{Piece().Replace(form, Write)}$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));

    /// <summary>The form with a plain word in every gap and without what may be left out: a mistyped step is compared with it.</summary>
    public static string Shortest(string form) => Gap().Replace(Optional().Replace(form, ""), gap => gap.Groups["kind"].Value switch
    {
        "who" => "she",
        "text" => "\"\"",
        "order" => "CM-1",
        "money" => "$1",
        "count" => "1",
        "status" => "canceled",
        "tool" => "cancel_order",
        "is" => "is",
        "unit" => "minutes",
        _ => "it",
    });

    private static string Write(Match piece) => piece switch
    {
        { Value: "[" } => "(?:",
        { Value: "]" } => ")?",
        { Value: ['{', ..] } => WriteGap(piece.Groups["name"].Value, Gaps[piece.Groups["kind"].Value]),
        _ => Regex.Escape(piece.Value).Replace("'", "['’]", StringComparison.Ordinal),
    };

    private static string WriteGap(string name, string pattern) => pattern.Contains("{0}", StringComparison.Ordinal)
        ? pattern.Replace("{0}", name, StringComparison.Ordinal)
        : $"(?<{name}>{pattern})";

    [GeneratedRegex(@"\{(?<name>(?<kind>[a-z]+)\d?)\}|\[|\]|[^{}\[\]]+")]
    private static partial Regex Piece();

    [GeneratedRegex(@"\{(?<kind>[a-z]+)\d?\}")]
    private static partial Regex Gap();

    [GeneratedRegex(@"\[[^\]]*\]")]
    private static partial Regex Optional();
}
