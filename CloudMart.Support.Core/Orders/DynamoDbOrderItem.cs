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

    public const string Id = "orderId";

    public static Dictionary<string, AttributeValue> Key(string orderId) => new() { [Id] = Text(orderId) };

    public static Dictionary<string, AttributeValue> From(Order order)
    {
        var item = new Dictionary<string, AttributeValue>(Key(order.OrderId))
        {
            ["customerId"] = Text(order.CustomerId),
            ["status"] = Text(order.Status.ToWord()),
            ["placedAt"] = Text(order.PlacedAt.ToStored()),
            ["version"] = Number(order.Version),
            ["items"] = List(order.Items.Select(line => Map(
                ("id", Text(line.ItemId)),
                ("name", Text(line.Name)),
                ("price", Number(line.Price)),
                ("options", Text(line.Options)),
                ("product", Text(line.ProductId))))),
            ["shipTo"] = DynamoDbAddress.From(order.ShipTo),
            ["payments"] = List(order.Payments.Select(From)),
            ["history"] = List(order.History.TakeLast(Order.MaxHistory).Select(From)),
        };
        if (order.Shipment is { } shipment)
        {
            item["shipment"] = From(shipment);
        }

        if (order.ItemsChanged)
        {
            item["itemsChanged"] = new AttributeValue { BOOL = true };
        }

        if (order.CancelReason is { } reason)
        {
            item["cancelReason"] = Text(reason);
        }

        if (order.Return is { } itemReturn)
        {
            item["return"] = From(itemReturn);
        }

        if (order.Exchange is { } exchange)
        {
            item["exchange"] = From(exchange);
        }

        return item;
    }

    public static Order ToOrder(Dictionary<string, AttributeValue> item) => new(
        item.Text(Id),
        item.Text("customerId"),
        OrderStatusWords.Parse(item.Text("status")),
        item.Time("placedAt"),
        [.. item.Maps("items").Select(ToLine)],
        DynamoDbAddress.ToAddress(item["shipTo"].M),
        [.. item.Maps("payments").Select(ToPayment)],
        item.TryGetValue("shipment", out var shipment) ? ToShipment(shipment.M) : null,
        (long)item.Number("version"),
        [.. item.Maps("history").Select(ToOperation)],
        item.TryGetValue("itemsChanged", out var changed) && changed.BOOL == true,
        item.TextOrNull("cancelReason"),
        item.TryGetValue("return", out var itemReturn) ? ToReturn(itemReturn.M) : null,
        item.TryGetValue("exchange", out var exchange) ? ToExchange(exchange.M) : null);

    private static OrderLine ToLine(Dictionary<string, AttributeValue> map) => new(
        map.Text("id"), map.Text("name"), map.Number("price"), map.TextOrNull("options") ?? "", map.TextOrNull("product") ?? "");

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

    private static AttributeValue From(ItemReturn asked) => Map(
        ("items", List(asked.ItemIds.Select(Text))),
        ("amount", Number(asked.Refund.Amount)),
        ("methodId", Text(asked.Refund.MethodId)),
        ("method", Text(asked.Refund.Method)));

    private static ItemReturn ToReturn(Dictionary<string, AttributeValue> map) => new(
        [.. map["items"].L.Select(item => item.S)],
        new Refund(map.Number("amount"), map.TextOrNull("methodId") ?? "", map.TextOrNull("method") ?? ""));

    private static AttributeValue From(ItemExchange asked) => Map(
        ("changes", List(asked.Changes.Select(change => Map(("id", Text(change.ItemId)), ("new", Text(change.NewItemId)))))),
        ("difference", Number(asked.Difference)),
        ("methodId", Text(asked.MethodId)),
        ("method", Text(asked.Method)));

    private static ItemExchange ToExchange(Dictionary<string, AttributeValue> map) => new(
        [.. map.Maps("changes").Select(change => new ItemChange(change.Text("id"), change.Text("new")))],
        map.Number("difference"),
        map.TextOrNull("methodId") ?? "",
        map.TextOrNull("method") ?? "");
}
