namespace CloudMart.Support.Core;

/// <summary>Text from outside, kept to a length.</summary>
internal static class BoundedText
{
    /// <summary>At most <paramref name="length"/> characters, the last an ellipsis where some are missing; never half a pair.</summary>
    public static string Cut(string text, int length)
    {
        if (text.Length <= length)
        {
            return text;
        }

        var kept = char.IsHighSurrogate(text[length - 2]) ? length - 2 : length - 1;
        return $"{text.AsSpan(0, kept)}…";
    }
}
