using Amazon.DynamoDBv2.Model;
using CloudMart.Support.Core.Storage;
using static CloudMart.Support.Core.Storage.DynamoDbValues;

namespace CloudMart.Support.Core.Conversations;

/// <summary>The lists of the inbox over an index of the heads, which changes only when a conversation moves to another list.</summary>
internal sealed class DynamoDbInbox(DynamoDbCalls calls, DynamoDbTables tables) : IInbox
{
    public static string Shard(InboxSection section, string conversationId) => ConversationShards.Of(section.ToString(), conversationId);

    public async Task PlaceAsync(Conversation state, CancellationToken cancellationToken)
    {
        var update = new UpdateItemRequest
        {
            TableName = tables.Conversations,
            Key = DynamoDbEntries.Key(state.Id, DynamoDbEntries.Head),
            UpdateExpression = "SET #state = :state, inbox = :inbox, inboxAt = :at, inboxNumber = :number",
            ConditionExpression = "attribute_exists(sk) AND (attribute_not_exists(inboxNumber) OR inboxNumber < :number)",
            ExpressionAttributeNames = new() { ["#state"] = "state" },
            ExpressionAttributeValues = new()
            {
                [":state"] = Text(ConversationStateJson.Write(state)),
                [":inbox"] = Text(Shard(state.Place!.Section, state.Id)),
                [":at"] = Text(state.Place.Since.ToStored()),
                [":number"] = Number(state.LastNumber),
            },
        };
        try
        {
            await calls.WriteAsync(client => client.UpdateItemAsync(update, cancellationToken), cancellationToken);
        }
        catch (ConditionalCheckFailedException)
        {
            // Something newer is kept already, which is what was asked for.
        }
    }

    public async Task<InboxPage> ListAsync(InboxSection section, int limit, string? cursor, CancellationToken cancellationToken)
    {
        var from = PageCursor.Parse(cursor);
        var oldestFirst = section == InboxSection.Attention;
        var shards = await Task.WhenAll(ConversationShards.AllOf(section.ToString())
            .Select(shard => ListAsync(shard, from, oldestFirst, limit + 1, cancellationToken)));
        var merged = shards.SelectMany(shard => shard).OrderBy(place => (place.At, place.Id)).ToList();
        if (!oldestFirst)
        {
            merged.Reverse();
        }

        var shown = merged.Take(limit).ToList();
        return new(
            await calls.StatesAsync(tables, shown.Select(place => place.Id), cancellationToken), merged.Count > limit ? shown[^1].ToString() : null);
    }

    private async Task<List<PageCursor>> ListAsync(
        string shard, PageCursor? from, bool oldestFirst, int most, CancellationToken cancellationToken)
    {
        var query = new QueryRequest
        {
            TableName = tables.Conversations,
            IndexName = DynamoDbTables.Inbox,
            KeyConditionExpression = from is null ? "inbox = :shard" : $"inbox = :shard AND inboxAt {(oldestFirst ? ">=" : "<=")} :at",
            ExpressionAttributeValues = new() { [":shard"] = Text(shard) },
            ScanIndexForward = oldestFirst,
            Limit = most,
        };
        if (from is not null)
        {
            query.ExpressionAttributeValues[":at"] = Text(from.At.ToStored());
        }

        var places = new List<PageCursor>();
        await foreach (var page in calls.QueryAsync(query, cancellationToken))
        {
            places.AddRange(page
                .Select(head => new PageCursor(head.Time("inboxAt"), head.Text("conversationId")))
                .Where(place => from is null || Follows(place, from, oldestFirst)));
            if (places.Count >= most)
            {
                break;
            }
        }

        return places;
    }

    private static bool Follows(PageCursor place, PageCursor from, bool oldestFirst)
    {
        var order = (place.At, place.Id).CompareTo((from.At, from.Id));
        return oldestFirst ? order > 0 : order < 0;
    }
}
