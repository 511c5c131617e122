using System.Globalization;
using Amazon.DynamoDBv2.Model;
using CloudMart.Support.Core.Storage;
using static CloudMart.Support.Core.Storage.DynamoDbValues;

namespace CloudMart.Support.Core.Staff;

/// <summary>
/// Entries stand in the table <c>Conversations</c>, a partition a month (<c>audit#2026-11</c>), so that one is never too hot nor too long; no
/// conversation's id looks like that.
/// </summary>
internal sealed class DynamoDbStaffAudit(DynamoDbCalls calls, DynamoDbTables tables, TimeProvider clock) : IStaffAudit
{
    /// <summary>How many months a list goes back over without meeting an entry.</summary>
    private const int EmptyMonths = 24;

    public async Task AddAsync(AuditEntry entry, CancellationToken cancellationToken)
    {
        var put = new PutItemRequest
        {
            TableName = tables.Conversations,
            Item = Map(
                ("conversationId", Text(Partition(entry.At))),
                ("sk", Text(SortKey(entry.At, entry.Id))),
                ("id", Text(entry.Id)),
                ("at", Text(entry.At.ToStored())),
                ("staffId", Text(entry.StaffId)),
                ("what", Text(entry.What)),
                ("aboutConversation", Text(entry.ConversationId ?? "")),
                ("aboutCustomer", Text(entry.CustomerId ?? ""))).M,
            ConditionExpression = "attribute_not_exists(sk)",
        };
        try
        {
            await calls.WriteAsync(client => client.PutItemAsync(put, cancellationToken), cancellationToken);
        }
        catch (ConditionalCheckFailedException)
        {
            // It stands already, as it was added first: nothing here is ever changed.
        }
    }

    public async Task<AuditPage> ListAsync(int limit, string? cursor, CancellationToken cancellationToken)
    {
        var from = PageCursor.Parse(cursor);
        var entries = new List<AuditEntry>();
        var month = from?.At ?? clock.GetUtcNow();
        for (var empty = 0; entries.Count <= limit && empty < EmptyMonths; month = month.AddMonths(-1))
        {
            var before = entries.Count;
            await AddMonthAsync(entries, month, from, limit + 1, cancellationToken);
            empty = entries.Count == before ? empty + 1 : 0;
        }

        return AuditPages.Of(entries, limit);
    }

    private async Task AddMonthAsync(
        List<AuditEntry> entries, DateTimeOffset month, PageCursor? from, int most, CancellationToken cancellationToken)
    {
        var query = new QueryRequest
        {
            TableName = tables.Conversations,
            KeyConditionExpression = "conversationId = :month AND sk < :before",
            ExpressionAttributeValues = new()
            {
                [":month"] = Text(Partition(month)),
                [":before"] = Text(from is null ? "b" : SortKey(from.At, from.Id)),
            },
            ConsistentRead = true,
            ScanIndexForward = false,
            Limit = most - entries.Count,
        };
        await foreach (var page in calls.QueryAsync(query, cancellationToken))
        {
            entries.AddRange(page.Take(most - entries.Count).Select(Entry));
            if (entries.Count >= most)
            {
                return;
            }
        }
    }

    private static AuditEntry Entry(Dictionary<string, AttributeValue> item) => new(
        item.Text("id"), item.Time("at"), item.Text("staffId"), item.Text("what"), item.TextOrNull("aboutConversation"), item.TextOrNull("aboutCustomer"));

    private static string Partition(DateTimeOffset at) => $"audit#{at.UtcDateTime.ToString("yyyy-MM", CultureInfo.InvariantCulture)}";

    private static string SortKey(DateTimeOffset at, string id) => $"a#{at.ToStored()}#{id}";
}
