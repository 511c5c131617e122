using System.Globalization;
using System.Text.Json;
using CloudMart.Support.Core.Customers;
using CloudMart.Support.Core.Orders;
using CloudMart.Support.Core.Products;

namespace CloudMart.Support.Tests.Tau;

/// <summary>What a task leaves behind, put side by side with the store, field by field; every line names a difference.</summary>
internal static class TauExpectation
{
    private const decimal HalfACent = 0.005m;

    public static IEnumerable<string> Differences(JsonElement expected, Order order, IReadOnlyDictionary<string, Product> products) =>
        Compare(order.OrderId,
        [
            ("customer", Text(expected, "user_id"), order.CustomerId),
            ("status", Status(expected), $"{order.Status.ToWord()}{(order.ItemsChanged ? " (item modified)" : "")}"),
            ("address", Address(expected.GetProperty("address")), order.ShipTo.ToString()),
            ("items", Lines(expected, products), Join(order.Items.Select(line => Words(line.ItemId, line.ProductId, line.Name, line.Price, line.Options)))),
            ("payments", Payments(expected), Join(order.Payments.Where(payment => payment.Amount >= HalfACent).Select(payment =>
                $"{(payment.Kind == PaymentKind.Refund ? "refund" : "payment")} {Cents(payment.Amount)} {payment.MethodId}"))),
            ("tracking", order.Shipment is null ? "" : Tracking(expected), order.Shipment?.TrackingNumber ?? ""),
            ("cancel reason", Text(expected, "cancel_reason"), order.CancelReason ?? ""),
            ("returned", Sorted(expected, "return_items"), Sorted(order.Return?.ItemIds.AsEnumerable())),
            ("refund to", Text(expected, "return_payment_method_id"), order.Return?.Refund.MethodId ?? ""),
            ("exchanged", Sorted(expected, "exchange_items"), Sorted(order.Exchange?.Changes.Select(change => change.ItemId))),
            ("for", Sorted(expected, "exchange_new_items"), Sorted(order.Exchange?.Changes.Select(change => change.NewItemId))),
            ("difference by", Text(expected, "exchange_payment_method_id"), order.Exchange?.MethodId ?? ""),
            ("difference", expected.TryGetProperty("exchange_price_difference", out var amount) ? Cents(amount.GetDecimal()) : "",
                order.Exchange is { } exchange ? Cents(exchange.Difference) : ""),
        ]);

    public static IEnumerable<string> Differences(JsonElement expected, CustomerProfile customer)
    {
        var name = expected.GetProperty("name");
        return Compare(customer.CustomerId,
        [
            ("name", $"{Text(name, "first_name")} {Text(name, "last_name")}", $"{customer.GivenName} {customer.FamilyName}"),
            ("email", Text(expected, "email"), customer.Email),
            ("address", Address(expected.GetProperty("address")), customer.Address.ToString()),
            ("methods",
                Join(expected.GetProperty("payment_methods").EnumerateObject().Select(method =>
                    $"{method.Name} {(method.Value.TryGetProperty("balance", out var left) ? Cents(left.GetDecimal()) : "")}").Order()),
                Join(customer.PaymentMethods.Select(method => $"{method.Id} {(method.Balance is { } left ? Cents(left) : "")}").Order())),
        ]);
    }

    private static IEnumerable<string> Compare(string id, IEnumerable<(string Field, string Expected, string Actual)> fields) => fields
        .Where(field => field.Expected != field.Actual)
        .Select(field => $"{id} {field.Field}: expected '{field.Expected}', is '{field.Actual}'");

    private static string Status(JsonElement order) => Text(order, "status") is "cancelled" ? "canceled" : Text(order, "status");

    private static string Address(JsonElement address) => new PostalAddress(
        Text(address, "address1"), Text(address, "address2"), Text(address, "city"), Text(address, "state"), Text(address, "zip"), Text(address, "country"))
        .ToString();

    private static string Lines(JsonElement order, IReadOnlyDictionary<string, Product> products) =>
        Join(order.GetProperty("items").EnumerateArray().Select(line => Words(
            Text(line, "item_id"),
            Text(line, "product_id"),
            Text(line, "name"),
            line.GetProperty("price").GetDecimal(),
            InWords(line.GetProperty("options"), products[Text(line, "product_id")]))));

    /// <summary>In the order in which the product names its options, which the records do not always keep.</summary>
    private static string InWords(JsonElement options, Product product) => string.Join(", ", product.Variants
        .SelectMany(variant => variant.Options.Select(option => option.Name)).Distinct()
        .Where(name => options.TryGetProperty(name, out _))
        .Select(name => new ProductOption(name, Text(options, name)).InWords));

    /// <summary>Nothing is booked here where there is nothing to pay or give back; the original tools book a refund of 0.00.</summary>
    private static string Payments(JsonElement order) => Join(order.GetProperty("payment_history").EnumerateArray()
        .Where(payment => payment.GetProperty("amount").GetDecimal() >= HalfACent)
        .Select(payment => $"{Text(payment, "transaction_type")} {Cents(payment.GetProperty("amount").GetDecimal())} {Text(payment, "payment_method_id")}"));

    private static string Tracking(JsonElement order) => Text(order.GetProperty("fulfillments")[0].GetProperty("tracking_id")[0]);

    private static string Words(string itemId, string productId, string name, decimal price, string options) =>
        $"{itemId} of {productId} {name} {Cents(price)} [{options}]";

    private static string Sorted(JsonElement order, string field) =>
        Sorted(order.TryGetProperty(field, out var ids) ? ids.EnumerateArray().Select(Text) : null);

    private static string Sorted(IEnumerable<string>? ids) => Join((ids ?? []).Order(StringComparer.Ordinal));

    private static string Join(IEnumerable<string> parts) => string.Join("; ", parts);

    private static string Cents(decimal amount) => Money.ToCents(amount).ToString("0.00", CultureInfo.InvariantCulture);

    private static string Text(JsonElement record, string field) => record.TryGetProperty(field, out var value) ? Text(value) : "";

    private static string Text(JsonElement value) => value.GetString() ?? "";
}
