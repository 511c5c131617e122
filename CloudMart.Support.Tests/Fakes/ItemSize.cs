using System.Text;
using Amazon.DynamoDBv2.Model;

namespace CloudMart.Support.Tests.Fakes;

/// <summary>
/// The size of an item as AWS counts it ("DynamoDB item sizes and formats" in its developer guide): names and texts in UTF-8 bytes, a
/// number about a byte for two digits, lists and maps with 3 bytes of their own and one more for every element.
/// </summary>
public static class ItemSize
{
    public static int Of(Dictionary<string, AttributeValue>? item) =>
        item?.Sum(attribute => Encoding.UTF8.GetByteCount(attribute.Key) + Of(attribute.Value)) ?? 0;

    private static int Of(AttributeValue value) => value switch
    {
        { S: { } text } => Encoding.UTF8.GetByteCount(text),
        { N: { } number } => ((number.Count(char.IsAsciiDigit) + 1) / 2) + 1,
        { IsMSet: true } => 3 + Of(value.M) + value.M.Count,
        { IsLSet: true } => 3 + value.L.Sum(element => Of(element) + 1),
        { B: { } bytes } => (int)bytes.Length,
        _ => 1,
    };
}
