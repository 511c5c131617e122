using System.Runtime.CompilerServices;
using Amazon.DynamoDBv2.Model;
using CloudMart.Support.Core.Insights;
using CloudMart.Support.Core.Storage;
using static CloudMart.Support.Core.Storage.DynamoDbValues;

namespace CloudMart.Support.Core.Conversations;

/// <summary>The conversations by the day (UTC) on which they began, over an index that is written once for each.</summary>
internal sealed class DynamoDbDays(DynamoDbCalls calls, DynamoDbTables tables, TimeProvider clock)
{
    /// <summary>Those of one day behind <paramref name="after"/>, newest first, with the state that their heads keep.</summary>
    public async Task<IReadOnlyList<(PageCursor Place, Conversation State)>> OfAsync(
        DateOnly day, int limit, PageCursor? after, CancellationToken cancellationToken) =>
    [
        .. (await HeadsOfAsync(day, limit, after, cancellationToken))
            .Select(each => (each.Place, ConversationStateJson.Read(each.Place.Id, each.Head?.TextOrNull("state")))),
    ];

    /// <summary>The same with their heads; null where one has gone.</summary>
    public async Task<IReadOnlyList<(PageCursor Place, Dictionary<string, AttributeValue>? Head)>> HeadsOfAsync(
        DateOnly day, int limit, PageCursor? after, CancellationToken cancellationToken)
    {
        var query = new QueryRequest
        {
            TableName = tables.Conversations,
            IndexName = DynamoDbTables.ByDay,
            KeyConditionExpression = "startedOn = :day",
            ExpressionAttributeValues = new() { [":day"] = Text(DynamoDbDayCounters.Name(day)) },
            ScanIndexForward = false,
            Limit = limit,
            ExclusiveStartKey = after is null ? null : new(DynamoDbEntries.Key(after.Id, DynamoDbEntries.Head))
            {
                ["startedOn"] = Text(DynamoDbDayCounters.Name(day)),
                ["startedAt"] = Text(after.At.ToStored()),
            },
        };
        var places = new List<PageCursor>();
        await foreach (var page in calls.QueryAsync(query, cancellationToken))
        {
            places.AddRange(page.Select(head => new PageCursor(head.Time("startedAt"), head.Text("conversationId"))));
            if (places.Count >= limit)
            {
                break;
            }
        }

        var heads = await calls.HeadsAsync(tables, places.Select(place => place.Id), cancellationToken);
        return [.. places.Select(place => (place, heads.GetValueOrDefault(place.Id)))];
    }

    /// <summary>All from <paramref name="after"/> on, newest first, day by day until <paramref name="oldest"/>.</summary>
    public async IAsyncEnumerable<(PageCursor Place, Conversation State)> NewestAsync(
        PageCursor? after, DateOnly oldest, int atATime, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        for (var day = Counting.DayOf(after?.At ?? clock.GetUtcNow()); day >= oldest; day = day.AddDays(-1))
        {
            do
            {
                var page = await OfAsync(day, atATime, after, cancellationToken);
                after = page.Count < atATime ? null : page[^1].Place;
                foreach (var each in page)
                {
                    yield return each;
                }
            }
            while (after is not null);
        }
    }
}
