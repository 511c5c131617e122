using System.Globalization;
using Amazon.DynamoDBv2.Model;
using CloudMart.Support.Core.Conversations;
using CloudMart.Support.Core.Storage;
using static CloudMart.Support.Core.Storage.DynamoDbValues;

namespace CloudMart.Support.Core.Insights;

/// <summary>
/// The counters of a day are attributes of an item, one a few nodes: <c>insights#2026</c>, <c>2026-11-26#3</c>. A month is one query, and
/// the months of a year are read at once. Who began on a day, an index of the heads knows.
/// </summary>
internal sealed class DynamoDbDayCounters(DynamoDbCalls calls, DynamoDbTables tables, DynamoDbDays days) : IDayCounters
{
    private const string Format = "yyyy-MM-dd";
    private const int LookedAtOnce = 100; // as many heads as one batch reads
    private const int MostLookedAt = 1_000;

    public static string Name(DateOnly day) => day.ToString(Format, CultureInfo.InvariantCulture);

    /// <summary>Nodes seldom meet at one item, where they would make each other's transactions repeat.</summary>
    public static Update Add(string table, DateOnly day, NodeName node, List<(string Name, long By)> changes) => new()
    {
        TableName = table,
        Key = DynamoDbEntries.Key(Partition(day.Year), ConversationShards.Of(Name(day), node.Value)),
        UpdateExpression = $"ADD {string.Join(", ", changes.Select((_, n) => $"#c{n} :c{n}"))}",
        ExpressionAttributeNames = changes.Select((change, n) => (Key: $"#c{n}", change.Name)).ToDictionary(pair => pair.Key, pair => pair.Name),
        ExpressionAttributeValues = changes.Select((change, n) => (Key: $":c{n}", Value: Number(change.By))).ToDictionary(pair => pair.Key, pair => pair.Value),
    };

    public async Task<IReadOnlyList<PeriodCounts>> ReadAsync(IReadOnlyList<Period> parts, CancellationToken cancellationToken)
    {
        if (parts.Count == 0)
        {
            return [];
        }

        var months = Period.Over(parts).InMonths().Select(days => ReadAsync(days, cancellationToken));
        var ofDay = (await Task.WhenAll(months)).SelectMany(month => month).ToLookup(DayOf);
        return [.. parts.Select(part => new PeriodCounts(part, Sum(part.EachDay().SelectMany(day => ofDay[day]))))];
    }

    public async Task<IReadOnlyList<DateOnly>> DaysOfAsync(Figure figure, Period period, CancellationToken cancellationToken)
    {
        var items = await Task.WhenAll(period.InMonths().Select(days => ReadAsync(days, cancellationToken)));
        return
        [
            .. items.SelectMany(month => month).GroupBy(DayOf).Where(day => figure.In(Sum(day)) != 0).Select(day => day.Key).OrderDescending(),
        ];
    }

    public async Task<InboxPage> ListAsync(
        DateOnly day, Figure figure, int limit, string? cursor, CancellationToken cancellationToken)
    {
        List<(PageCursor Place, Conversation State)> found = [];
        var after = PageCursor.Parse(cursor);
        for (var looked = 0; looked < MostLookedAt; looked += LookedAtOnce)
        {
            var begun = await days.HeadsOfAsync(day, LookedAtOnce, after, cancellationToken);
            found.AddRange(begun.Where(each => Counts(figure, each.Head))
                .Select(each => (each.Place, ConversationStateJson.Read(each.Place.Id, each.Head!.TextOrNull("state")))));
            if (found.Count > limit)
            {
                return new([.. found.Take(limit).Select(one => one.State)], found[limit - 1].Place.ToString());
            }

            if (begun.Count < LookedAtOnce)
            {
                return new([.. found.Select(one => one.State)], null);
            }

            after = begun[^1].Place;
        }

        return new([.. found.Select(one => one.State)], after!.ToString());
    }

    private async Task<List<Dictionary<string, AttributeValue>>> ReadAsync(Period days, CancellationToken cancellationToken)
    {
        var query = new QueryRequest
        {
            TableName = tables.Conversations,
            KeyConditionExpression = "conversationId = :year AND sk BETWEEN :first AND :last",
            ExpressionAttributeValues = new()
            {
                [":year"] = Text(Partition(days.First.Year)),
                [":first"] = Text(Name(days.First)),
                [":last"] = Text($"{Name(days.Last)}~"), // behind every node's
            },
        };
        var items = new List<Dictionary<string, AttributeValue>>();
        await foreach (var page in calls.QueryAsync(query, cancellationToken))
        {
            items.AddRange(page);
        }

        return items;
    }

    private static bool Counts(Figure figure, Dictionary<string, AttributeValue>? head) =>
        head?.TextOrNull("counted") is { } counted && figure.In(CountedJson.Read(counted)) != 0;

    private static string Partition(int year) => $"insights#{year}";

    private static DateOnly DayOf(Dictionary<string, AttributeValue> item) =>
        DateOnly.ParseExact(item.Text("sk").AsSpan(0, Format.Length), Format, CultureInfo.InvariantCulture);

    private static Dictionary<string, long> Sum(IEnumerable<Dictionary<string, AttributeValue>> items)
    {
        var sums = new Dictionary<string, long>();
        foreach (var (name, value) in items.SelectMany(item => item).Where(attribute => attribute.Value.N is not null))
        {
            sums[name] = sums.GetValueOrDefault(name) + long.Parse(value.N, CultureInfo.InvariantCulture);
        }

        return sums.Where(pair => pair.Value != 0).ToDictionary();
    }
}
