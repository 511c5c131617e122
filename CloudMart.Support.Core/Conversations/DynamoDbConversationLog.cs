using Amazon.DynamoDBv2.Model;
using CloudMart.Support.Core.Storage;

namespace CloudMart.Support.Core.Conversations;

internal sealed class DynamoDbConversationLog(DynamoDbCalls calls, DynamoDbTables tables) : IConversationLog
{
    /// <summary>The head is stored when nothing is owed any more; a turn seldom appends more entries than this before.</summary>
    private const int EntriesBehindHead = 8;

    public async Task<bool> AppendAsync(LogEntry entry, CancellationToken cancellationToken)
    {
        var put = DynamoDbEntries.Put(tables.Conversations, entry);
        var request = new PutItemRequest
        {
            TableName = put.TableName,
            Item = put.Item,
            ConditionExpression = put.ConditionExpression,
            ReturnValuesOnConditionCheckFailure = put.ReturnValuesOnConditionCheckFailure,
        };
        try
        {
            await calls.WriteAsync(client => client.PutItemAsync(request, cancellationToken), cancellationToken);
            return true;
        }
        catch (ConditionalCheckFailedException e)
        {
            return DynamoDbEntries.Is(e.Item, entry);
        }
    }

    public async Task<ConversationSnapshot?> ReadAsync(string conversationId, int recent, CancellationToken cancellationToken)
    {
        var state = Conversation.Empty(conversationId);
        var newestFirst = new List<IReadOnlyList<RecordedEvent>>();
        var query = Query(conversationId, DynamoDbEntries.SortKey(0), DynamoDbEntries.Head, newestFirst: true, recent + EntriesBehindHead);
        await foreach (var page in calls.QueryAsync(query, cancellationToken))
        {
            foreach (var item in page)
            {
                if (item.Text("sk") == DynamoDbEntries.Head)
                {
                    state = ConversationStateJson.Read(conversationId, item.TextOrNull("state"));
                }
                else
                {
                    newestFirst.Add(DynamoDbEntries.Events(item));
                }
            }

            if (newestFirst.Count > 0 && newestFirst[^1][0].Number <= state.LastNumber + 1 && Count(newestFirst) >= recent)
            {
                break;
            }
        }

        var events = OldestFirst(newestFirst);
        return events.Count == 0 ? null : new ConversationSnapshot(state.Apply(events), [.. events]);
    }

    public async Task<IReadOnlyList<RecordedEvent>> ReadAfterAsync(
        string conversationId, long after, int limit, CancellationToken cancellationToken)
    {
        // The entry that holds the next event can begin before it; from there on is little to read, as entries are small.
        var (first, last) = (DynamoDbEntries.SortKey(after + 2 - LogEntry.MaxEvents), DynamoDbEntries.SortKey(DynamoDbEntries.MaxNumber));
        var query = Query(conversationId, first, last, newestFirst: false, limit + LogEntry.MaxEvents);
        var events = new List<RecordedEvent>();
        await foreach (var page in calls.QueryAsync(query, cancellationToken))
        {
            foreach (var entry in page.Select(DynamoDbEntries.Events).TakeWhile(_ => events.Count < limit))
            {
                events.AddRange(entry.Where(recorded => recorded.Number > after));
            }

            if (events.Count >= limit)
            {
                break;
            }
        }

        return events;
    }

    public async Task<IReadOnlyList<RecordedEvent>> ReadBeforeAsync(
        string conversationId, long before, int count, CancellationToken cancellationToken)
    {
        var query = Query(conversationId, DynamoDbEntries.SortKey(0), DynamoDbEntries.SortKey(before - 1), newestFirst: true, count);
        var newestFirst = new List<IReadOnlyList<RecordedEvent>>();
        await foreach (var page in calls.QueryAsync(query, cancellationToken))
        {
            foreach (var item in page.TakeWhile(_ => Count(newestFirst) < count))
            {
                newestFirst.Add([.. DynamoDbEntries.Events(item).Where(recorded => recorded.Number < before)]);
            }

            if (Count(newestFirst) >= count)
            {
                break;
            }
        }

        return OldestFirst(newestFirst);
    }

    public async Task<ConversationPage> ListAsync(string customerId, int limit, string? cursor, CancellationToken cancellationToken)
    {
        var shown = new List<(PageCursor Cursor, ConversationSummary Line)>();
        var pages = calls.NewestOfCustomerAsync(
            tables.Conversations,
            "conversationId",
            "startedAt",
            customerId,
            PageCursor.Parse(cursor),
            limit + 1,
            conversationId => DynamoDbEntries.Key(conversationId, DynamoDbEntries.Head),
            cancellationToken);
        await foreach (var page in pages)
        {
            var states = await StatesAsync(page, cancellationToken);
            shown.AddRange(page
                .Select(place => (place, State: states[place.Id]))
                .Where(one => one.State.LastSaidAt > 0)
                .Select(one => (one.place, new ConversationSummary(one.place.Id, one.State.Title, one.State.StartedAt))));
            if (shown.Count > limit)
            {
                break;
            }
        }

        return new([.. shown.Take(limit).Select(one => one.Line)], shown.Count > limit ? shown[limit - 1].Cursor.ToString() : null);
    }

    /// <summary>The heads' states. One that knows of no message yet may only lag behind, so that conversation is read.</summary>
    private async Task<Dictionary<string, Conversation>> StatesAsync(List<PageCursor> places, CancellationToken cancellationToken)
    {
        var heads = await calls.GetAllAsync(
            tables.Conversations, places.Select(place => DynamoDbEntries.Key(place.Id, DynamoDbEntries.Head)), cancellationToken);
        var stored = heads.ToDictionary(head => head.Text("conversationId"), head => head.TextOrNull("state"));
        var states = new Dictionary<string, Conversation>();
        foreach (var (id, state) in places.Select(place => (place.Id, ConversationStateJson.Read(place.Id, stored.GetValueOrDefault(place.Id)))))
        {
            states[id] = state.LastSaidAt > 0 ? state : (await ReadAsync(id, 0, cancellationToken))?.State ?? state;
        }

        return states;
    }

    private QueryRequest Query(string conversationId, string first, string last, bool newestFirst, int limit) => new()
    {
        TableName = tables.Conversations,
        KeyConditionExpression = "conversationId = :id AND sk BETWEEN :first AND :last",
        ExpressionAttributeValues = new()
        {
            [":id"] = DynamoDbValues.Text(conversationId),
            [":first"] = DynamoDbValues.Text(first),
            [":last"] = DynamoDbValues.Text(last),
        },
        ConsistentRead = true,
        ScanIndexForward = !newestFirst,
        Limit = Math.Max(limit, 1),
    };

    private static int Count(List<IReadOnlyList<RecordedEvent>> entries) => entries.Sum(entry => entry.Count);

    private static List<RecordedEvent> OldestFirst(List<IReadOnlyList<RecordedEvent>> newestFirst) =>
        [.. Enumerable.Reverse(newestFirst).SelectMany(entry => entry)];
}
