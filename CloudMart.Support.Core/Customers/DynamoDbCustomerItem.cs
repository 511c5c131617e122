using Amazon.DynamoDBv2.Model;
using CloudMart.Support.Core.Storage;
using static CloudMart.Support.Core.Storage.DynamoDbValues;

namespace CloudMart.Support.Core.Customers;

/// <summary>A profile as an item of the table <c>Customers</c>.</summary>
internal static class DynamoDbCustomerItem
{
    public const string Id = "customerId";

    public static Dictionary<string, AttributeValue> Key(string customerId) => new() { [Id] = Text(customerId) };

    public static Dictionary<string, AttributeValue> From(CustomerProfile profile) => new(Key(profile.CustomerId))
    {
        ["givenName"] = Text(profile.GivenName),
        ["familyName"] = Text(profile.FamilyName),
        ["email"] = Text(profile.Email),
        ["address"] = DynamoDbAddress.From(profile.Address),
        ["paymentMethods"] = List(profile.PaymentMethods.Select(method => Map(
            ("id", Text(method.Id)),
            ("kind", Text(Word(method.Kind))),
            ("name", Text(method.Name)),
            ("balance", method.Balance is { } balance ? Number(balance) : null)))),
        ["version"] = Number(profile.Version),
    };

    public static CustomerProfile ToProfile(Dictionary<string, AttributeValue> item) => new(
        item.Text(Id),
        item.TextOrNull("givenName") ?? "",
        item.TextOrNull("familyName") ?? "",
        item.TextOrNull("email") ?? "",
        DynamoDbAddress.ToAddress(item["address"].M),
        [
            .. item.Maps("paymentMethods").Select(method => new PaymentMethod(
                method.Text("id"),
                Kind(method.Text("kind")),
                method.TextOrNull("name") ?? "",
                method.ContainsKey("balance") ? method.Number("balance") : null)),
        ],
        (long)item.Number("version"));

    private static string Word(PaymentMethodKind kind) => kind switch
    {
        PaymentMethodKind.Card => "card",
        PaymentMethodKind.PayPal => "paypal",
        PaymentMethodKind.GiftCard => "gift card",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };

    private static PaymentMethodKind Kind(string word) => word switch
    {
        "card" => PaymentMethodKind.Card,
        "paypal" => PaymentMethodKind.PayPal,
        "gift card" => PaymentMethodKind.GiftCard,
        _ => throw new FormatException($"'{word}' is not a kind of payment method."),
    };
}
