using Amazon.DynamoDBv2.Model;
using CloudMart.Support.Core.Storage;
using static CloudMart.Support.Core.Storage.DynamoDbValues;

namespace CloudMart.Support.Core.Customers;

/// <summary>An address within an item: an order's or a profile's.</summary>
internal static class DynamoDbAddress
{
    public static AttributeValue From(PostalAddress address) => Map(
        ("line1", Text(address.Line1)),
        ("line2", Text(address.Line2)),
        ("city", Text(address.City)),
        ("state", Text(address.State)),
        ("zip", Text(address.Zip)),
        ("country", Text(address.Country)));

    public static PostalAddress ToAddress(Dictionary<string, AttributeValue> map) => new(
        map.TextOrNull("line1") ?? "",
        map.TextOrNull("line2") ?? "",
        map.TextOrNull("city") ?? "",
        map.TextOrNull("state") ?? "",
        map.TextOrNull("zip") ?? "",
        map.TextOrNull("country") ?? "");
}
