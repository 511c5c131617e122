using System.Text.RegularExpressions;
using CloudMart.Support.Core.Assistant.Embedded.Language;
using CloudMart.Support.Core.Scenarios.Steps;

namespace CloudMart.Support.Core.Scenarios.Text;

/// <summary>The step that somebody meant: the one with the fewest slips, whatever stands in its gaps.</summary>
internal static partial class NearestStep
{
    public static StepPhrase To(string text)
    {
        var plain = Plain(text);
        return StepPhrases.All.MinBy(phrase => Math.Min(
            Spelling.Slips(plain, Plain(phrase.Example)), Spelling.Slips(plain, Plain(StepForm.Shortest(phrase.Form)))))!;
    }

    private static string Plain(string text) =>
        Number().Replace(Person().Replace(Quoted().Replace(text, "\"\""), "she"), "1").ToLowerInvariant();

    [GeneratedRegex("[\"“].*[\"”]")]
    private static partial Regex Quoted();

    [GeneratedRegex(@"^(Ana|Ben|he|they)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Person();

    [GeneratedRegex(@"[\d,]*\d(\.\d\d)?")]
    private static partial Regex Number();
}
