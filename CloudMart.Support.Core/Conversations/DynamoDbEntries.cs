using System.Globalization;
using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using CloudMart.Support.Core.Storage;

namespace CloudMart.Support.Core.Conversations;

/// <summary>
/// Items of the table <c>Conversations</c>: entries (<c>e#000000000001</c>, the number of the first event) and the head, which sorts
/// after all of them, so that one query from the end gives the head and the newest entries.
/// </summary>
internal static class DynamoDbEntries
{
    public const string Head = "head";

    public const long MaxNumber = 999_999_999_999;

    public static string SortKey(long number) => $"e#{Math.Clamp(number, 0, MaxNumber).ToString("D12", CultureInfo.InvariantCulture)}";

    public static Dictionary<string, AttributeValue> Key(string conversationId, string sortKey) => new()
    {
        ["conversationId"] = DynamoDbValues.Text(conversationId),
        ["sk"] = DynamoDbValues.Text(sortKey),
    };

    /// <summary>A put of the entry on condition that its number is free. Refused, it brings what stands there, for <see cref="Is"/>.</summary>
    public static Put Put(string table, LogEntry entry) => new()
    {
        TableName = table,
        Item = new(Key(entry.ConversationId, SortKey(entry.Number)))
        {
            ["writeId"] = DynamoDbValues.Text(entry.WriteId),
            ["events"] = DynamoDbValues.Text(ConversationEventJson.Write(entry)),
        },
        ConditionExpression = "attribute_not_exists(sk)",
        ReturnValuesOnConditionCheckFailure = ReturnValuesOnConditionCheckFailure.ALL_OLD,
    };

    /// <summary>The item that refused the entry is the entry itself: an earlier try had put it and its reply was lost.</summary>
    public static bool Is(Dictionary<string, AttributeValue>? item, LogEntry entry) => item?.TextOrNull("writeId") == entry.WriteId;

    public static IReadOnlyList<RecordedEvent> Events(Dictionary<string, AttributeValue> item) =>
        ConversationEventJson.Read(long.Parse(item.Text("sk").AsSpan(2), CultureInfo.InvariantCulture), item.Text("events"));
}
