using System.Text.Json.Serialization;

namespace CloudMart.Support.Core.Orders;

/// <summary>Where an order stands; the words are the shop's and are what the store holds.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<OrderStatus>))]
public enum OrderStatus
{
    [JsonStringEnumMemberName("pending")] Pending,
    [JsonStringEnumMemberName("processed")] Processed,
    [JsonStringEnumMemberName("shipped")] Shipped,
    [JsonStringEnumMemberName("delivered")] Delivered,
    [JsonStringEnumMemberName("canceled")] Canceled,
    [JsonStringEnumMemberName("return requested")] ReturnRequested,
    [JsonStringEnumMemberName("exchange requested")] ExchangeRequested,
}

public static class OrderStatusWords
{
    private static readonly Dictionary<OrderStatus, string> Words = new()
    {
        [OrderStatus.Pending] = "pending",
        [OrderStatus.Processed] = "processed",
        [OrderStatus.Shipped] = "shipped",
        [OrderStatus.Delivered] = "delivered",
        [OrderStatus.Canceled] = "canceled",
        [OrderStatus.ReturnRequested] = "return requested",
        [OrderStatus.ExchangeRequested] = "exchange requested",
    };

    private static readonly Dictionary<string, OrderStatus> Statuses = Words.ToDictionary(pair => pair.Value, pair => pair.Key);

    public static string ToWord(this OrderStatus status) => Words[status];

    /// <exception cref="FormatException">The store holds a word that this release does not know.</exception>
    public static OrderStatus Parse(string word) =>
        TryParse(word, out var status) ? status : throw new FormatException($"'{word}' is not an order status.");

    public static bool TryParse(string word, out OrderStatus status) => Statuses.TryGetValue(word, out status);
}
