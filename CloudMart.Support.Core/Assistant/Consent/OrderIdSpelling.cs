using CloudMart.Support.Core.Orders;

namespace CloudMart.Support.Core.Assistant.Consent;

/// <summary>Order ids written whole, as evidence has to have them: <c>CM-7890</c> and <c>#W1234567</c> in any case, and never the bare number.</summary>
public static class OrderIdSpelling
{
    /// <summary>The store's spelling; null when <paramref name="word"/> is not exactly one whole order id.</summary>
    public static string? Normalize(string word) =>
        OrderNumber.Normalize(word) is { } id && string.Equals(id, word, StringComparison.OrdinalIgnoreCase) ? id : null;
}
