using CloudMart.Support.Core.Assistant.Tools;

namespace CloudMart.Support.Core.Assistant.Embedded.Dialogue;

using static OrderWords;

/// <summary>Says where an order stands.</summary>
/// <param name="today">For dates, and for knowing what is late.</param>
internal sealed class OrderReport(DateOnly today)
{
    /// <summary>A sentence or two about where it is and what comes next.</summary>
    public string Whereabouts(OrderView order) => (order.Status, order.Tracking) switch
    {
        ("pending", _) => $"{order.Named()} is **pending**: it has not been packed yet, so it can still be canceled. "
            + "A tracking number follows once it ships.",
        ("processed", _) => $"{order.Named()} is **processed**: it is being packed. A tracking number follows once it ships.",
        ("canceled", _) => $"{order.Named()} is **canceled**, so nothing is on its way.",
        ("delivered", { DeliveredAt: { } at } parcel) =>
            $"{order.Named()} was **delivered** {OnDay(at, today)} by {Plain(parcel.Carrier)}.",
        ("shipped", { } parcel) => $"{order.Named()} has **shipped**. {UnderWay(parcel)}",
        _ => $"{order.Named()} is **{Plain(order.Status)}**.",
    };

    /// <summary>All that is known of it.</summary>
    public string Everything(OrderView order)
    {
        string[] more = order.MoreItems > 0 ? [$"- and {order.MoreItems} more"] : [];
        var items = (order.Items.IsDefault ? [] : order.Items.Select(Line)).Concat(more);
        return $"{Id(order.OrderId)}, placed {OnDay(order.PlacedAt, today)}:\n\n{string.Join('\n', items)}\n\n"
            + $"Total **{Money(order.Total)}**, paid with {Plain(order.Payment)}, going to {Plain(order.ShipTo)}. "
            + $"It is **{Plain(order.Status)}**.";
    }

    public string Line(OrderView order) => $"{Id(order.OrderId)}: {order.Items()}, {Money(order.Total)}, {Standing(order)}";

    public bool IsLate(OrderView order) =>
        order is { Status: "shipped", Tracking: { DeliveredAt: null, ExpectedOn: { } expected } } && expected < today;

    private static string Line(OrderLineView item) =>
        $"- {Plain(item.Name)}{(item.Options.Length > 0 ? $" ({Plain(item.Options)})" : "")}, {Money(item.Price)}";

    private string Standing(OrderView order) => order switch
    {
        { Status: "shipped", Tracking.ExpectedOn: { } expected } when expected >= today => $"shipped, expected {Day(expected, today)}",
        { Status: "delivered", Tracking.DeliveredAt: { } at } => $"delivered {OnDay(at, today)}",
        _ => Plain(order.Status),
    };

    private string UnderWay(TrackingView parcel)
    {
        var left = $"It left {OnDay(parcel.ShippedAt, today)} with {Plain(parcel.Carrier)}";
        var due = parcel.ExpectedOn switch
        {
            null => ".",
            { } late when late < today => $" and was expected {OnDay(late, today)}, so it is late. I'm sorry about that.",
            { } day => $" and should arrive **{Day(day, today)}**.",
        };
        return $"{left}{due} Tracking number: {Plain(parcel.TrackingNumber)}.";
    }
}
