using System.Collections.Immutable;
using System.Diagnostics;
using CloudMart.Support.Core.Conversations;
using CloudMart.Support.Core.Insights;
using CloudMart.Support.Tests.Fakes;

namespace CloudMart.Support.Tests.Insights;

/// <summary>A year opens as fast as a day: what is read are counters, a few dozen a day, however many conversations there were.</summary>
public abstract class YearReadTests(StoreUnderTest store)
{
    private const int Reads = 40;

    /// <summary>What somebody does not wait for; a busy machine included.</summary>
    private static readonly TimeSpan Unnoticed = TimeSpan.FromMilliseconds(400);

    private static readonly DateOnly First = new(1999, 1, 1);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_figures_of_a_year_of_days_are_there_before_anybody_notices()
    {
        await Parallel.ForEachAsync(Enumerable.Range(0, 365 * 3), Stop, (n, _) => CountAsync(n));
        var insights = new InsightsService(store.Get<IDayCounters>());

        var (day, year) = (await MedianAsync(insights, 1), await MedianAsync(insights, 365));

        TestContext.Current.TestOutputHelper!.WriteLine($"1 day: {day.TotalMilliseconds:0.0} ms, 365 days: {year.TotalMilliseconds:0.0} ms (medians of {Reads})");
        Assert.InRange(year, TimeSpan.Zero, Unnoticed);
    }

    private static async Task<TimeSpan> MedianAsync(InsightsService insights, int days)
    {
        List<TimeSpan> took = [];
        for (var n = 0; n < Reads; n++)
        {
            var begun = Stopwatch.GetTimestamp();
            var figures = await insights.ReadAsync(StaffBrowser.Priya, Period.Between(First, First.AddDays(days - 1))!, Stop);
            took.Add(Stopwatch.GetElapsedTime(begun));
            Assert.Equal(3 * days, figures!.Conversations);
        }

        return took.Order().ElementAt(Reads / 2);
    }

    /// <summary>Three conversations a day, which together move as many counters as a busy day does.</summary>
    private async ValueTask CountAsync(int n)
    {
        var id = Entries.NewConversation();
        var mark = await store.Owed.MarkAsync(id, "customer-1", "node-1", Stop);
        Assert.True(await store.Owed.ClearAsync(mark, Conversation.Empty(id) with
        {
            LastNumber = 1,
            LastSaidAt = 1,
            AnsweredThrough = 1,
            StartedAt = new(First.AddDays(n / 3).ToDateTime(new(12, 0)), TimeSpan.Zero),
            Usage = new(1_000, 100),
            Tally = new()
            {
                FirstAnswerAfter = 1_000 * (n % 17),
                ResolvedAfter = 100_000 * (n % 13),
                Rating = 1 + (n % 5),
                HandedOver = (HandOverCause)(n % 5),
                Outcomes = Enumerable.Range(0, 12).ToImmutableSortedDictionary(tool => $"tool_{n % 3}{tool:00} found", _ => 1, StringComparer.Ordinal),
            },
        }, Stop));
    }
}

[Trait("Needs", "Time")]
public sealed class SqliteYearReadTests(SqliteStore store) : YearReadTests(store), IClassFixture<SqliteStore>;

[Trait("Needs", "DynamoDB")]
public sealed class DynamoDbYearReadTests(DynamoDbStore store) : YearReadTests(store), IClassFixture<DynamoDbStore>;
