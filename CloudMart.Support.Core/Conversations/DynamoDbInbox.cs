using Amazon.DynamoDBv2.Model;
using CloudMart.Support.Core.Insights;
using CloudMart.Support.Core.Storage;
using static CloudMart.Support.Core.Storage.DynamoDbValues;

namespace CloudMart.Support.Core.Conversations;

/// <summary>
/// The lists of the inbox over an index of the heads, which changes only when a conversation moves to another list. What is with the assistant,
/// as most are, is in none: those are found by the day on which they began.
/// </summary>
internal sealed class DynamoDbInbox(DynamoDbCalls calls, DynamoDbTables tables, DynamoDbDays days, TimeProvider clock) : IInbox
{
    /// <summary>What began longer ago and is with the assistant still, nobody goes on with; a search finds it.</summary>
    private const int DaysBack = 62;

    /// <summary>A page may come short where most of a day's conversations have gone to other lists.</summary>
    private const int MostLookedAt = 400;

    public async Task PlaceAsync(Conversation state, CancellationToken cancellationToken)
    {
        var place = state.Place!;
        var update = new UpdateItemRequest
        {
            TableName = tables.Conversations,
            Key = DynamoDbEntries.Key(state.Id, DynamoDbEntries.Head),
            UpdateExpression = "SET #state = :state, inboxNumber = :number"
                + (place.Section == InboxSection.Assistant ? " REMOVE inbox, inboxAt" : ", inbox = :inbox, inboxAt = :at"),
            ConditionExpression = "attribute_exists(sk) AND (attribute_not_exists(inboxNumber) OR inboxNumber < :number)",
            ExpressionAttributeNames = new() { ["#state"] = "state" },
            ExpressionAttributeValues = new() { [":state"] = Text(ConversationStateJson.Write(state)), [":number"] = Number(state.LastNumber) },
        };
        if (place.Section != InboxSection.Assistant)
        {
            update.ExpressionAttributeValues[":inbox"] = Text(ConversationShards.Of(place.Section.ToString(), state.Id));
            update.ExpressionAttributeValues[":at"] = Text(place.Since.ToStored());
        }

        try
        {
            await calls.WriteAsync(client => client.UpdateItemAsync(update, cancellationToken), cancellationToken);
        }
        catch (ConditionalCheckFailedException)
        {
            // Something newer is kept already, which is what was asked for.
        }
    }

    public Task<InboxPage> ListAsync(InboxSection section, InboxOrder order, int limit, string? cursor, CancellationToken cancellationToken) =>
        section == InboxSection.Assistant
            ? ListWithAssistantAsync(limit, cursor, cancellationToken)
            : ListMovedAsync(section, order, limit, cursor, cancellationToken);

    private async Task<InboxPage> ListWithAssistantAsync(int limit, string? cursor, CancellationToken cancellationToken)
    {
        var (found, lookedAt, last) = (new List<Conversation>(), 0, (PageCursor?)null);
        var oldest = Counting.DayOf(clock.GetUtcNow()).AddDays(-DaysBack);
        await foreach (var (place, state) in days.NewestAsync(PageCursor.Parse(cursor), oldest, limit + 1, cancellationToken))
        {
            var isWithAssistant = state.Place?.Section == InboxSection.Assistant;
            if (lookedAt == MostLookedAt || (isWithAssistant && found.Count == limit))
            {
                return new(found, last!.ToString());
            }

            (lookedAt, last) = (lookedAt + 1, place);
            if (isWithAssistant)
            {
                found.Add(state);
            }
        }

        return new(found, null);
    }

    private async Task<InboxPage> ListMovedAsync(
        InboxSection section, InboxOrder order, int limit, string? cursor, CancellationToken cancellationToken)
    {
        var from = PageCursor.Parse(cursor);
        var oldestFirst = order == InboxOrder.LongestFirst;
        var shards = await Task.WhenAll(ConversationShards.AllOf(section.ToString())
            .Select(shard => ListAsync(shard, from, oldestFirst, limit + 1, cancellationToken)));
        var merged = shards.SelectMany(shard => shard).OrderBy(place => (place.At, place.Id)).ToList();
        if (!oldestFirst)
        {
            merged.Reverse();
        }

        var shown = merged.Take(limit).ToList();
        var states = await calls.StatesAsync(tables, shown.Select(place => place.Id), cancellationToken);
        return new([.. states.Where(state => state.LastNumber > 0)], merged.Count > limit ? shown[^1].ToString() : null);
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
