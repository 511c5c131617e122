using System.Collections.Immutable;
using System.Text.Json.Serialization;
using CloudMart.Support.Core.Orders;

namespace CloudMart.Support.Core.Assistant.Tools;

/// <summary>An order as the assistant sees it: what the customer may be told, and no more.</summary>
internal sealed record OrderView(
    string OrderId,
    string Status,
    DateTime PlacedAt,
    ImmutableArray<OrderLineView> Items,
    decimal Total,
    string Payment,
    string ShipTo,
    TrackingView? Tracking)
{
    private const int MaxItems = 20;

    /// <summary>How many items are left out of <see cref="Items"/>, where some are.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public int MoreItems { get; init; }

    public static OrderView Of(Order order) => new(
        order.OrderId,
        order.Status.ToWord(),
        order.PlacedAt.UtcDateTime,
        [.. order.Items.Take(MaxItems).Select(OrderLineView.Of)],
        Money.ToCents(order.Total),
        Short(string.Join(" and ", order.PaidWith)),
        Short($"{order.ShipTo.Line1}, {order.ShipTo.City}"),
        order.Shipment is { } shipment ? TrackingView.Of(shipment) : null)
    {
        MoreItems = Math.Max(0, order.Items.Length - MaxItems),
    };

    /// <summary>The same without its items, for where they would be too much.</summary>
    public OrderView WithoutItems() => this with { Items = [], MoreItems = MoreItems + Items.Length };

    /// <summary>Names and addresses come from outside; none needs more than a line.</summary>
    internal static string Short(string text) => BoundedText.Cut(text, 100);
}

internal sealed record OrderLineView(string ItemId, string Name, decimal Price, string Options)
{
    /// <summary>The product that it is a variant of; null where the catalogue has none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? ProductId { get; init; }

    public static OrderLineView Of(OrderLine line) =>
        new(OrderView.Short(line.ItemId), OrderView.Short(line.Name), Money.ToCents(line.Price), OrderView.Short(line.Options))
        {
            ProductId = line.ProductId.Length == 0 ? null : OrderView.Short(line.ProductId),
        };
}

internal sealed record TrackingView(
    string Carrier, string TrackingNumber, DateTime ShippedAt, DateOnly? ExpectedOn, DateTime? DeliveredAt)
{
    public static TrackingView Of(Shipment shipment) => new(
        OrderView.Short(shipment.Carrier),
        OrderView.Short(shipment.TrackingNumber),
        shipment.ShippedAt.UtcDateTime,
        shipment.ExpectedOn,
        shipment.DeliveredAt?.UtcDateTime);
}
