using Amazon.DynamoDBv2.Model;
using CloudMart.Support.Core.Storage;

namespace CloudMart.Support.Core.Conversations;

internal static class DynamoDbHeads
{
    /// <summary>The states that the heads keep, one for each of <paramref name="ids"/>; the empty one where its first turn has not ended.</summary>
    public static async Task<IReadOnlyList<Conversation>> StatesAsync(
        this DynamoDbCalls calls, DynamoDbTables tables, IEnumerable<string> ids, CancellationToken cancellationToken)
    {
        var wanted = ids.ToList();
        var heads = await calls.HeadsAsync(tables, wanted, cancellationToken);
        return [.. wanted.Select(id => ConversationStateJson.Read(id, heads.GetValueOrDefault(id)?.TextOrNull("state")))];
    }

    /// <summary>The heads of those of <paramref name="ids"/> that have one, by their id.</summary>
    public static async Task<Dictionary<string, Dictionary<string, AttributeValue>>> HeadsAsync(
        this DynamoDbCalls calls, DynamoDbTables tables, IEnumerable<string> ids, CancellationToken cancellationToken)
    {
        var heads = await calls.GetAllAsync(
            tables.Conversations, ids.Select(id => DynamoDbEntries.Key(id, DynamoDbEntries.Head)), cancellationToken);
        return heads.ToDictionary(head => head.Text("conversationId"));
    }
}
