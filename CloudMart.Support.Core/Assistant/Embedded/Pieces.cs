namespace CloudMart.Support.Core.Assistant.Embedded;

/// <summary>Cuts a text into the pieces that a model would send: a word with the space after it, short words together.</summary>
internal static class Pieces
{
    private const int Shortest = 4;

    public static IEnumerable<string> Of(string text)
    {
        var from = 0;
        for (var at = 1; at < text.Length; at++)
        {
            if (char.IsWhiteSpace(text[at - 1]) && !char.IsWhiteSpace(text[at]) && at - from >= Shortest)
            {
                yield return text[from..at];
                from = at;
            }
        }

        if (from < text.Length)
        {
            yield return text[from..];
        }
    }
}
