using System.Diagnostics;
using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using CloudMart.Support.Core;
using CloudMart.Support.Core.Insights;
using CloudMart.Support.Core.Storage;
using CloudMart.Support.Tests.Fakes;

namespace CloudMart.Support.Tests.Insights;

/// <summary>A year opens as fast as a day: what is read are counters, some dozens a day, however many conversations there were.</summary>
public abstract class YearReadTests(StoreUnderTest store)
{
    private const int Reads = 15;

    /// <summary>What somebody hardly waits for, on a busy machine too.</summary>
    private static readonly TimeSpan Unnoticed = TimeSpan.FromSeconds(1);

    private static readonly DateOnly First = new(2001, 1, 1);

    protected static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_figures_of_a_year_of_busy_days_are_there_before_anybody_notices()
    {
        var insights = new InsightsService(store.Get<IDayCounters>());
        await FillAsync([.. Enumerable.Range(0, 365).Select(day => First.AddDays(day))]);

        var (day, year) = (await MedianAsync(insights, 1), await MedianAsync(insights, 365));

        TestContext.Current.TestOutputHelper!.WriteLine(
            $"{BusyDay.Counters.Count} counters a day; 1 day: {day.TotalMilliseconds:0.0} ms, 365 days: {year.TotalMilliseconds:0.0} ms (medians of {Reads})");
        Assert.InRange(year, TimeSpan.Zero, Unnoticed);
    }

    /// <summary>Adds the counters of each day.</summary>
    protected abstract Task FillAsync(DateOnly[] days);

    private static async Task<TimeSpan> MedianAsync(InsightsService insights, int days)
    {
        List<TimeSpan> took = [];
        for (var n = 0; n < Reads; n++)
        {
            var begun = Stopwatch.GetTimestamp();
            var figures = await insights.ReadAsync(StaffBrowser.Priya, Period.Between(First, First.AddDays(days - 1))!, Stop);
            took.Add(Stopwatch.GetElapsedTime(begun));
            Assert.Equal(BusyDay.Conversations * days, figures!.Conversations);
        }

        return took.Order().ElementAt(Reads / 2);
    }
}

[Trait("Needs", "Time")]
public sealed class SqliteYearReadTests(SqliteStore store) : YearReadTests(store), IClassFixture<SqliteStore>
{
    protected override Task FillAsync(DateOnly[] days) => store.Get<SqliteDatabase>().WriteAsync(
        connection =>
        {
            Array.ForEach(days, day => SqliteDayCounters.Add(connection, day, [.. BusyDay.Counters]));
            return true;
        },
        Stop);
}

[Trait("Needs", "DynamoDB")]
public sealed class DynamoDbYearReadTests(DynamoDbStore store) : YearReadTests(store), IClassFixture<DynamoDbStore>
{
    protected override async Task FillAsync(DateOnly[] days)
    {
        var (client, table) = (store.Get<IAmazonDynamoDB>(), store.Get<DynamoDbTables>().Conversations);
        foreach (var some in days.Chunk(50))
        {
            await client.TransactWriteItemsAsync(
                new TransactWriteItemsRequest
                {
                    TransactItems = [.. some.Select(day => new TransactWriteItem { Update = DynamoDbDayCounters.Add(table, day, new NodeName("node-1"), [.. BusyDay.Counters]) })],
                },
                Stop);
        }
    }
}
