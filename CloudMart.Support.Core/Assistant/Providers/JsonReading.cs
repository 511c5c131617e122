using System.Text.Json;
using System.Text.RegularExpressions;

namespace CloudMart.Support.Core.Assistant.Providers;

/// <summary>
/// Reads what others wrote: whatever is missing or of another type is null. So is text that is none: half a pair of surrogates, which JSON can
/// escape, or bytes that are no UTF-8, which its parser lets through within quotes.
/// </summary>
internal static class JsonReading
{
    public static JsonElement? TryParse(string text)
    {
        try
        {
            using var document = JsonDocument.Parse(text);
            return document.RootElement.Clone();
        }
        catch (Exception nonsense) when (nonsense is JsonException or ArgumentException)
        {
            return null;
        }
    }

    public static JsonElement? At(this JsonElement element, params ReadOnlySpan<string> path)
    {
        foreach (var name in path)
        {
            if (element.ValueKind != JsonValueKind.Object || !TryGet(element, name, out element))
            {
                return null;
            }
        }

        return element.ValueKind is JsonValueKind.Null or JsonValueKind.Undefined ? null : element;
    }

    public static string? TextAt(this JsonElement element, params ReadOnlySpan<string> path) =>
        element.At(path) is { ValueKind: JsonValueKind.String } text ? InFull(text) : null;

    /// <summary>As it was written; empty where its bytes are no text.</summary>
    public static string RawText(this JsonElement element)
    {
        try
        {
            return element.GetRawText();
        }
        catch (InvalidOperationException)
        {
            return ""; // bytes that are no UTF-8
        }
    }

    public static long? NumberAt(this JsonElement element, params ReadOnlySpan<string> path) =>
        element.At(path) is { ValueKind: JsonValueKind.Number } number && number.TryGetInt64(out var value) ? value : null;

    /// <summary>The items of a list; none where there is no list.</summary>
    public static IEnumerable<JsonElement> ListAt(this JsonElement element, params ReadOnlySpan<string> path) =>
        element.At(path) is { ValueKind: JsonValueKind.Array } list ? list.EnumerateArray() : [];

    private static bool TryGet(JsonElement element, string name, out JsonElement value)
    {
        try
        {
            return element.TryGetProperty(name, out value);
        }
        catch (InvalidOperationException)
        {
            value = default; // half a pair among the names
            return false;
        }
    }

    private static string? InFull(JsonElement text)
    {
        try
        {
            return text.GetString();
        }
        catch (InvalidOperationException)
        {
            // Half a pair of surrogates, which the reader does not give out: some servers cut text in between, and the next piece has the rest.
            return text.RawText() is { Length: > 1 } raw ? Regex.Unescape(raw[1..^1]) : null;
        }
    }
}
