using System.Globalization;
using Amazon.DynamoDBv2.Model;
using CloudMart.Support.Core.Customers;
using CloudMart.Support.Core.Storage;
using static CloudMart.Support.Core.Storage.DynamoDbValues;

namespace CloudMart.Support.Core.Orders;

/// <summary>
/// An order as an item of the table <c>Orders</c>. It stays small, because a transactional write costs two units a kilobyte, and readable,
/// because others read the table too: the status is the shop's word.
/// </summary>
internal static class DynamoDbOrderItem
{
    private const string DateFormat = "yyyy-MM-dd";

    public static Dictionary<string, AttributeValue> Key(string orderId) => new() { ["orderId"] = Text(orderId) };

    public static Dictionary<string, AttributeValue> From(Order order)
    {
        var item = new Dictionary<string, AttributeValue>(Key(order.OrderId))
        {
            ["customerId"] = Text(order.CustomerId),
            ["status"] = Text(order.Status.ToWord()),
            ["placedAt"] = Text(order.PlacedAt.ToStored()),
            ["version"] = Number(order.Version),
            ["items"] = List(order.Items.Select(line => Map(
                ("id", Text(line.ItemId)), ("name", Text(line.Name)), ("price", Number(line.Price)), ("options", Text(line.Options))))),
            ["shipTo"] = From(order.ShipTo),
            ["payments"] = List(order.Payments.Select(From)),
            ["history"] = List(order.History.TakeLast(Order.MaxHistory).Select(From)),
        };
        if (order.Shipment is { } shipment)
        {
            item["shipment"] = From(shipment);
        }

        return item;
    }

    public static Order ToOrder(Dictionary<string, AttributeValue> item) => new(
        item.Text("orderId"),
        item.Text("customerId"),
        OrderStatusWords.Parse(item.Text("status")),
        item.Time("placedAt"),
        [.. item.Maps("items").Select(line => new OrderLine(line.Text("id"), line.Text("name"), line.Number("price"), line.TextOrNull("options") ?? ""))],
        ToAddress(item["shipTo"].M),
        [.. item.Maps("payments").Select(ToPayment)],
        item.TryGetValue("shipment", out var shipment) ? ToShipment(shipment.M) : null,
        (long)item.Number("version"),
        [.. item.Maps("history").Select(ToOperation)]);

    private static AttributeValue From(PostalAddress address) => Map(
        ("line1", Text(address.Line1)),
        ("line2", Text(address.Line2)),
        ("city", Text(address.City)),
        ("state", Text(address.State)),
        ("zip", Text(address.Zip)),
        ("country", Text(address.Country)));

    private static PostalAddress ToAddress(Dictionary<string, AttributeValue> map) => new(
        map.TextOrNull("line1") ?? "",
        map.TextOrNull("line2") ?? "",
        map.TextOrNull("city") ?? "",
        map.TextOrNull("state") ?? "",
        map.TextOrNull("zip") ?? "",
        map.TextOrNull("country") ?? "");

    private static AttributeValue From(OrderPayment payment) => Map(
        ("kind", Text(payment.Kind == PaymentKind.Refund ? "refund" : "payment")),
        ("amount", Number(payment.Amount)),
        ("methodId", Text(payment.MethodId)),
        ("method", Text(payment.Method)),
        ("at", Text(payment.At.ToStored())));

    private static OrderPayment ToPayment(Dictionary<string, AttributeValue> map) => new(
        map.Text("kind") switch
        {
            "payment" => PaymentKind.Payment,
            "refund" => PaymentKind.Refund,
            var other => throw new FormatException($"'{other}' is not a kind of payment."),
        },
        map.Number("amount"),
        map.TextOrNull("methodId") ?? "",
        map.TextOrNull("method") ?? "",
        map.Time("at"));

    private static AttributeValue From(Shipment shipment) => Map(
        ("carrier", Text(shipment.Carrier)),
        ("tracking", Text(shipment.TrackingNumber)),
        ("shippedAt", Text(shipment.ShippedAt.ToStored())),
        ("expectedOn", shipment.ExpectedOn is { } day ? Text(day.ToString(DateFormat, CultureInfo.InvariantCulture)) : null),
        ("deliveredAt", shipment.DeliveredAt is { } time ? Text(time.ToStored()) : null));

    private static Shipment ToShipment(Dictionary<string, AttributeValue> map) => new(
        map.TextOrNull("carrier") ?? "",
        map.TextOrNull("tracking") ?? "",
        map.Time("shippedAt"),
        map.TextOrNull("expectedOn") is { } day ? DateOnly.ParseExact(day, DateFormat, CultureInfo.InvariantCulture) : null,
        map.TextOrNull("deliveredAt") is { } time ? StoredTime.Parse(time) : null);

    private static AttributeValue From(AppliedOperation operation) => Map(
        ("op", Text(operation.Operation)),
        ("act", Text(operation.Act)),
        ("by", Text(operation.By)),
        ("at", Text(operation.At.ToStored())),
        ("outcome", Text(operation.Outcome)));

    private static AppliedOperation ToOperation(Dictionary<string, AttributeValue> map) => new(
        map.Text("op"), map.Text("act"), map.Text("by"), map.Time("at"), map.TextOrNull("outcome") ?? "");
}
