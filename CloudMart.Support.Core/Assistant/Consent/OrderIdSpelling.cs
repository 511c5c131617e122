namespace CloudMart.Support.Core.Assistant.Consent;

/// <summary>How order ids are written: <c>CM-7890</c>, or <c>#W1234567</c> for imported ones; in any case, in ASCII only.</summary>
public static class OrderIdSpelling
{
    private const int MaxDigits = 18;

    /// <summary>The id in upper case; null when <paramref name="word"/> is not exactly one order id.</summary>
    public static string? Normalize(string word)
    {
        var digits = word.StartsWith("CM-", StringComparison.OrdinalIgnoreCase) ? word.AsSpan(3)
            : word.StartsWith("#W", StringComparison.OrdinalIgnoreCase) ? word.AsSpan(2)
            : [];
        return digits.Length is > 0 and <= MaxDigits && !digits.ContainsAnyExceptInRange('0', '9') ? word.ToUpperInvariant() : null;
    }
}
