using System.Globalization;
using Amazon.DynamoDBv2.Model;
using CloudMart.Support.Core.Conversations;
using CloudMart.Support.Core.Storage;
using static CloudMart.Support.Core.Storage.DynamoDbValues;

namespace CloudMart.Support.Core.Insights;

/// <summary>
/// The counters of a day are attributes of an item, one a few nodes: <c>insights#2026</c>, <c>2026-11-26#3</c>. A year is one query. Who began
/// on a day, an index of the heads knows.
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

    public async Task<IReadOnlyList<DayCounts>> ReadAsync(DateOnly first, DateOnly last, CancellationToken cancellationToken)
    {
        var years = await Task.WhenAll(Enumerable.Range(first.Year, Math.Max(0, last.Year - first.Year + 1))
            .Select(year => ReadAsync(year, first, last, cancellationToken)));
        return
        [
            .. years.SelectMany(items => items).GroupBy(item => DayOf(item.Text("sk"))).OrderBy(day => day.Key)
                .Select(day => new DayCounts(day.Key, Sum(day))),
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

    private async Task<List<Dictionary<string, AttributeValue>>> ReadAsync(
        int year, DateOnly first, DateOnly last, CancellationToken cancellationToken)
    {
        var query = new QueryRequest
        {
            TableName = tables.Conversations,
            KeyConditionExpression = "conversationId = :year AND sk BETWEEN :first AND :last",
            ExpressionAttributeValues = new()
            {
                [":year"] = Text(Partition(year)),
                [":first"] = Text(Name(first)),
                [":last"] = Text($"{Name(last)}~"), // behind every node's
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

    private static DateOnly DayOf(string sortKey) => DateOnly.ParseExact(sortKey.AsSpan(0, Format.Length), Format, CultureInfo.InvariantCulture);

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
