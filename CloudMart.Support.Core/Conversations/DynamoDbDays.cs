using System.Runtime.CompilerServices;
using Amazon.DynamoDBv2.Model;
using CloudMart.Support.Core.Insights;
using CloudMart.Support.Core.Storage;
using static CloudMart.Support.Core.Storage.DynamoDbValues;

namespace CloudMart.Support.Core.Conversations;

/// <summary>The conversations by the day (UTC) on which they began, over an index that is written once for each.</summary>
internal sealed class DynamoDbDays(DynamoDbCalls calls, DynamoDbTables tables, TimeProvider clock)
{
    private const int MostDaysAtATime = 8;

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

    /// <summary>
    /// All from <paramref name="after"/> on, newest first, day by day until <paramref name="oldest"/>. The longer nothing is enough, the more days
    /// are asked about at a time: a shop where little happens would otherwise wait for dozens of replies, one after another.
    /// </summary>
    public async IAsyncEnumerable<(PageCursor Place, Conversation State)> NewestAsync(
        PageCursor? after, DateOnly oldest, int atATime, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var first = Counting.DayOf(after?.At ?? clock.GetUtcNow());
        var count = 1;
        for (var newest = first; newest >= oldest; (newest, count) = (newest.AddDays(-count), Math.Min(count * 2, MostDaysAtATime)))
        {
            var days = Enumerable.Range(0, count).Select(back => newest.AddDays(-back)).Where(day => day >= oldest).ToList();
            var pages = await Task.WhenAll(days.Select(day => OfAsync(day, atATime, day == first ? after : null, cancellationToken)));
            foreach (var (day, page) in days.Zip(pages))
            {
                await foreach (var each in WithRestAsync(day, page, atATime, cancellationToken))
                {
                    yield return each;
                }
            }
        }
    }

    private async IAsyncEnumerable<(PageCursor Place, Conversation State)> WithRestAsync(
        DateOnly day,
        IReadOnlyList<(PageCursor Place, Conversation State)> page,
        int atATime,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        while (true)
        {
            foreach (var each in page)
            {
                yield return each;
            }

            if (page.Count < atATime)
            {
                yield break;
            }

            page = await OfAsync(day, atATime, page[^1].Place, cancellationToken);
        }
    }
}
