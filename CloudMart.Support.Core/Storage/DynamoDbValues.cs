using System.Globalization;
using Amazon.DynamoDBv2.Model;

namespace CloudMart.Support.Core.Storage;

/// <summary>DynamoDB's values, written and read in one word.</summary>
internal static class DynamoDbValues
{
    public static AttributeValue Text(string text) => new(text);

    public static AttributeValue Number(decimal number) => new() { N = number.ToString(CultureInfo.InvariantCulture) };

    public static AttributeValue List(IEnumerable<AttributeValue> values) => new() { L = [.. values], IsLSet = true };

    public static AttributeValue Map(Dictionary<string, AttributeValue> values) => new() { M = values, IsMSet = true };

    /// <summary>A map without the texts that are missing or empty: a name without a value costs as much as one with.</summary>
    public static AttributeValue Map(params ReadOnlySpan<(string Name, AttributeValue? Value)> values)
    {
        var map = new Dictionary<string, AttributeValue>();
        foreach (var (name, value) in values)
        {
            if (value is not null and not { S: "" })
            {
                map[name] = value;
            }
        }

        return Map(map);
    }

    public static string Text(this Dictionary<string, AttributeValue> item, string name) => item[name].S;

    public static string? TextOrNull(this Dictionary<string, AttributeValue> item, string name) => item.GetValueOrDefault(name)?.S;

    public static decimal Number(this Dictionary<string, AttributeValue> item, string name) =>
        decimal.Parse(item[name].N, NumberStyles.Float, CultureInfo.InvariantCulture);

    public static DateTimeOffset Time(this Dictionary<string, AttributeValue> item, string name) => StoredTime.Parse(item[name].S);

    public static IEnumerable<Dictionary<string, AttributeValue>> Maps(this Dictionary<string, AttributeValue> item, string name) =>
        item[name].L?.Select(value => value.M) ?? [];
}
