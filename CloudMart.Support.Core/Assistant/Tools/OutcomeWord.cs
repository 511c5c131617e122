using CloudMart.Support.Core.Assistant.Providers;

namespace CloudMart.Support.Core.Assistant.Tools;

/// <summary>A tool's outcome as telemetry may tell it: the one word, never the message.</summary>
internal static class OutcomeWord
{
    private const int Longest = 40;

    public static string Of(string output) =>
        JsonReading.TryParse(output)?.TextAt("outcome") is { Length: > 0 and <= Longest } word && word.All(IsOfWord) ? word : "other";

    private static bool IsOfWord(char sign) => char.IsAsciiLetterLower(sign) || sign == '_';
}
