namespace CloudMart.Support.Core.Assistant.Embedded.Language;

/// <summary>Undoes English endings: "canceling", "cancelled" → "cancel"; "modified" → "modify"; "changing" → "change".</summary>
internal static class Inflection
{
    private static readonly string[] Endings = ["ing", "ed", "es", "s", "d"];

    /// <summary>The word itself first, then what it may be a form of.</summary>
    public static IEnumerable<string> BaseForms(string word)
    {
        yield return word;
        foreach (var ending in Endings.Where(ending => word.Length >= ending.Length + 3 && word.EndsWith(ending, StringComparison.Ordinal)))
        {
            var stem = word[..^ending.Length];
            yield return stem;
            if (ending is "ing" or "ed")
            {
                yield return stem + "e";
                if (stem[^1] == stem[^2])
                {
                    yield return stem[..^1];
                }
            }

            if (stem[^1] == 'i')
            {
                yield return stem[..^1] + "y";
            }
        }
    }
}
