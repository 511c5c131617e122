using CloudMart.Support.Core.Storage;

namespace CloudMart.Support.Core.Conversations;

internal static class DynamoDbHeads
{
    /// <summary>The states that the heads keep, one for each of <paramref name="ids"/>; the empty one where its first turn has not ended.</summary>
    public static async Task<IReadOnlyList<Conversation>> StatesAsync(
        this DynamoDbCalls calls, DynamoDbTables tables, IEnumerable<string> ids, CancellationToken cancellationToken)
    {
        var wanted = ids.ToList();
        var heads = await calls.GetAllAsync(
            tables.Conversations, wanted.Select(id => DynamoDbEntries.Key(id, DynamoDbEntries.Head)), cancellationToken);
        var stored = heads.ToDictionary(head => head.Text("conversationId"), head => head.TextOrNull("state"));
        return [.. wanted.Select(id => ConversationStateJson.Read(id, stored.GetValueOrDefault(id)))];
    }
}
