using System.Collections.Immutable;
using CloudMart.Support.Core.Conversations;
using CloudMart.Support.Core.Insights;
using CloudMart.Support.Tests.Fakes;
using CsCheck;
using Microsoft.Extensions.DependencyInjection;

namespace CloudMart.Support.Tests.Insights.Recounting;

/// <summary>Whatever happens on some days, though every clearing is repeated, the daily counters say what the logs say.</summary>
public abstract class RecountTests(Action<IServiceCollection> store, int iterations)
{
    private static readonly DateTimeOffset Noon = new(2027, 1, 1, 12, 0, 0, TimeSpan.Zero);

    /// <summary>More than any play lasts: no two count on the same day.</summary>
    private const int DaysOfAPlay = 200;

    private static int _plays;

    private static readonly Figure[] Figures =
    [
        Figure.Conversations, Figure.SolvedAlone, Figure.HandedOver, Figure.HandedOver.Of("CustomerAsked"), Figure.FirstAnswer, Figure.Resolution,
        Figure.Rated, Figure.Tools, Figure.Tools.Of("cancel_order"), Figure.Tokens,
    ];

    [Fact]
    public Task The_counters_of_any_days_are_those_counted_anew_from_the_logs_and_each_figure_leads_to_the_conversations_that_count_in_it() =>
        Gen.Select(Moment.Days, Gen.Int[0, 1_000_000]).SampleAsync(
            async (moments, seed) =>
            {
                await using var days = new BusyDays(seed, Noon.AddDays(DaysOfAPlay * Interlocked.Increment(ref _plays)), store);
                await days.LiveAsync(moments);
                var recounted = await days.RecountAsync();

                Assert.Equal(Lines(Sums(recounted)), Lines(await days.CountersAsync()));
                foreach (var figure in Figures)
                {
                    Assert.Equal(
                        recounted.Where(one => figure.In(one.Counts) != 0).Select(one => one.State.Id).Order(),
                        (await days.BehindAsync(figure)).Order());
                }
            },
            iter: iterations,
            threads: 1);

    /// <summary>One of the product's own stores, in place of the one in memory.</summary>
    protected static Action<IServiceCollection> Over(StoreUnderTest store) => services => services
        .AddSingleton(store.Log).AddSingleton(store.Owed).AddSingleton(store.Get<IDayCounters>())
        .AddSingleton(store.Orders).AddSingleton(store.Customers).AddSingleton(store.Products).AddSingleton(store.Inbox).AddSingleton(store.Audit);

    private static IEnumerable<PeriodCounts> Sums(IEnumerable<(Conversation State, IReadOnlyDictionary<string, long> Counts)> recounted) => recounted
        .GroupBy(one => Counting.DayOf(one.State.StartedAt)).OrderBy(day => day.Key)
        .Select(day => new PeriodCounts(Period.Between(day.Key, day.Key)!, day.SelectMany(one => one.Counts)
            .GroupBy(count => count.Key).ToImmutableDictionary(name => name.Key, name => name.Sum(count => count.Value))));

    private static IEnumerable<string> Lines(IEnumerable<PeriodCounts> days) => days.SelectMany(day => day.Counts
        .OrderBy(count => count.Key, StringComparer.Ordinal).Select(count => $"{day.Period.First:yyyy-MM-dd} {count.Key} {count.Value}"));
}

[Trait("Needs", "Time")]
public sealed class InMemoryRecountTests() : RecountTests(_ => { }, iterations: 200);

[Trait("Needs", "Time")]
public sealed class SqliteRecountTests(SqliteStore store) : RecountTests(Over(store), iterations: 30), IClassFixture<SqliteStore>;

[Trait("Needs", "DynamoDB")]
public sealed class DynamoDbRecountTests(DynamoDbStore store) : RecountTests(Over(store), iterations: 2), IClassFixture<DynamoDbStore>;
