using CloudMart.Support.Core.Orders;

namespace CloudMart.Support.Core.Import;

/// <summary>
/// The dates that τ-bench's shop does not have: invented from ids alone, so that every import of one day agrees, and spread so that what
/// has been delivered is older than what is still to be packed.
/// </summary>
internal sealed class TauRetailCalendar(DateTimeOffset now)
{
    private const int Hour = 60, Day = 24 * Hour;

    private static readonly string[] Carriers = ["UPS", "FedEx", "USPS"];

    private readonly DateTimeOffset _now = new(now.Year, now.Month, now.Day, now.Hour, now.Minute, 0, now.Offset);

    public DateTimeOffset PlacedAt(string orderId, OrderStatus status) => status switch
    {
        OrderStatus.Pending => Ago(orderId, Hour, 3 * Day),
        OrderStatus.Processed => Ago(orderId, 3 * Day, 5 * Day),
        OrderStatus.Shipped => Ago(orderId, 5 * Day, 8 * Day),
        _ => Ago(orderId, 8 * Day, 60 * Day),
    };

    /// <summary>Within the eight days that the youngest delivered order has had.</summary>
    public static Shipment Delivered(DateTimeOffset placedAt, string trackingId)
    {
        var shippedAt = placedAt.AddMinutes(Between(trackingId, 8 * Hour, 2 * Day));
        var deliveredAt = shippedAt.AddMinutes(Between(trackingId, Day, 5 * Day));
        return new(
            Carriers[Between(trackingId, 0, Carriers.Length)], trackingId, shippedAt, DateOnly.FromDateTime(deliveredAt.UtcDateTime), deliveredAt);
    }

    public static DateTimeOffset RefundedAt(DateTimeOffset placedAt, string orderId) => placedAt.AddMinutes(Between(orderId, Hour, Day));

    private DateTimeOffset Ago(string id, int fromMinutes, int toMinutes) => _now.AddMinutes(-Between(id, fromMinutes, toMinutes));

    /// <summary>The same in every process, which <see cref="string.GetHashCode()"/> is not.</summary>
    private static int Between(string id, int from, int to) =>
        from + (int)(id.Aggregate(2166136261u, (hash, letter) => unchecked((hash ^ letter) * 16777619u)) % (uint)(to - from));
}
