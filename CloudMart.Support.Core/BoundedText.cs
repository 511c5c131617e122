using System.Text;
using System.Text.Encodings.Web;

namespace CloudMart.Support.Core;

/// <summary>Text from outside, kept to a length.</summary>
internal static class BoundedText
{
    private const int Escaped = 6; // \u0000

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

    /// <summary>
    /// As much of the beginning of <paramref name="text"/> as takes at most <paramref name="bytes"/> in the log: as JSON in UTF-8, in which a
    /// character can take six, and a smiley twelve. Half a pair becomes the replacement character, which is how it would be read back.
    /// </summary>
    public static string Beginning(string text, int bytes)
    {
        var kept = new StringBuilder();
        foreach (var rune in text.EnumerateRunes())
        {
            bytes -= SizeOf(rune);
            if (bytes < 0)
            {
                break;
            }

            kept.Append(rune);
        }

        return kept.ToString();
    }

    private static int SizeOf(Rune rune) => rune.Value is '"' or '\\' ? 2
        : JavaScriptEncoder.UnsafeRelaxedJsonEscaping.WillEncode(rune.Value) ? Escaped * rune.Utf16SequenceLength
        : rune.Utf8SequenceLength;
}
