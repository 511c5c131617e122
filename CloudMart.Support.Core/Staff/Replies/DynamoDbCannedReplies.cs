using Amazon.DynamoDBv2.Model;
using CloudMart.Support.Core.Conversations;
using CloudMart.Support.Core.Storage;
using static CloudMart.Support.Core.Storage.DynamoDbValues;

namespace CloudMart.Support.Core.Staff.Replies;

/// <summary>Replies stand in the table <c>Conversations</c>, in one partition of their own; no conversation's id looks like it.</summary>
internal sealed class DynamoDbCannedReplies(DynamoDbCalls calls, DynamoDbTables tables) : ICannedReplies
{
    private const string Partition = "replies#staff";

    public async Task<IReadOnlyList<CannedReply>> ListAsync(CancellationToken cancellationToken)
    {
        var query = new QueryRequest
        {
            TableName = tables.Conversations,
            KeyConditionExpression = "conversationId = :replies",
            ExpressionAttributeValues = new() { [":replies"] = Text(Partition) },
            ConsistentRead = true,
        };
        var found = new List<CannedReply>();
        await foreach (var page in calls.QueryAsync(query, cancellationToken))
        {
            found.AddRange(page.Select(Reply));
        }

        return found;
    }

    public async Task<bool> KeepAsync(CannedReply reply, CancellationToken cancellationToken)
    {
        var next = reply with { Version = reply.Version + 1 };
        var put = new PutItemRequest
        {
            TableName = tables.Conversations,
            Item = new(Key(reply.Id)) { ["title"] = Text(next.Title), ["text"] = Text(next.Text), ["version"] = Number(next.Version) },
            ConditionExpression = reply.Version == 0 ? "attribute_not_exists(sk)" : "#version = :version",
            ExpressionAttributeNames = reply.Version == 0 ? null : new() { ["#version"] = "version" },
            ExpressionAttributeValues = reply.Version == 0 ? null : new() { [":version"] = Number(reply.Version) },
        };
        try
        {
            await calls.WriteAsync(client => client.PutItemAsync(put, cancellationToken), cancellationToken);
            return true;
        }
        catch (ConditionalCheckFailedException)
        {
            // The client tries again where no reply came: what stands in the way may be what we wrote ourselves.
            return await FindAsync(reply.Id, cancellationToken) == next;
        }
    }

    public async Task<bool> DeleteAsync(CannedReply reply, CancellationToken cancellationToken)
    {
        var delete = new DeleteItemRequest
        {
            TableName = tables.Conversations,
            Key = Key(reply.Id),
            ConditionExpression = "#version = :version",
            ExpressionAttributeNames = new() { ["#version"] = "version" },
            ExpressionAttributeValues = new() { [":version"] = Number(reply.Version) },
        };
        try
        {
            await calls.WriteAsync(client => client.DeleteItemAsync(delete, cancellationToken), cancellationToken);
            return true;
        }
        catch (ConditionalCheckFailedException)
        {
            return await FindAsync(reply.Id, cancellationToken) is null;
        }
    }

    private async Task<CannedReply?> FindAsync(string id, CancellationToken cancellationToken) =>
        await calls.FindAsync(tables.Conversations, Key(id), cancellationToken) is { } item ? Reply(item) : null;

    private static CannedReply Reply(Dictionary<string, AttributeValue> item) => new(
        item.Text("sk")[2..], item.Text("title"), item.Text("text"), (long)item.Number("version"));

    private static Dictionary<string, AttributeValue> Key(string id) => DynamoDbEntries.Key(Partition, $"r#{id}");
}
