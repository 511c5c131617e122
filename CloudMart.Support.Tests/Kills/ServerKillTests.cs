using System.Globalization;
using CloudMart.Support.Tests.Fakes;

namespace CloudMart.Support.Tests.Kills;

/// <summary>
/// The promise that all others stand on: whenever a server dies, every conversation settles by itself, every order changes once, and
/// every message has one answer. <c>KILL_SEED</c> repeats the choices of a run that failed, though not the cores' timing.
/// </summary>
[Collection(ServerKills.Name)]
[Trait("Needs", "Process")]
public sealed class ServerKillTests(DynamoDbLocal local)
{
    private static readonly int Seed = Environment.GetEnvironmentVariable("KILL_SEED") is { Length: > 0 } given
        ? int.Parse(given, CultureInfo.InvariantCulture)
        : Random.Shared.Next();

    [Fact]
    public Task A_server_killed_20_times_in_mid_turn_loses_nothing_and_does_nothing_twice() => SurvivesAsync(new SqliteStore(), kills: 20);

    [Fact]
    [Trait("Needs", "DynamoDB")]
    public Task On_DynamoDB_neither() => SurvivesAsync(new DynamoDbStore(local), kills: 8);

    private static async Task SurvivesAsync(StoreUnderTest store, int kills)
    {
        await using var _ = store;
        await store.InitializeAsync();
        Assert.SkipWhen(store.Settings.Count == 0, DynamoDbLocal.Missing);

        var report = await new KillSeries(store, kills, Seed).RunAsync(TestContext.Current.CancellationToken);

        TestContext.Current.TestOutputHelper!.WriteLine(report.ToString());
        Assert.True(report.IsClean, report.ToString());
        Assert.True(report.InMidTurn == kills, report.ToString());
    }
}

/// <summary>They starve whoever runs beside them, and are starved.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class ServerKills
{
    public const string Name = "Server kills";
}
