using CloudMart.Support.Tests.Fakes;
using CloudMart.Support.Tests.Kills.Points;

namespace CloudMart.Support.Tests.Kills;

/// <summary>
/// The promise that all others stand on: whenever a server dies, every conversation settles by itself, every order changes once, and
/// every message has one answer.
/// </summary>
[Collection(ServerKills.Name)]
[Trait("Needs", "Process")]
public sealed class ServerKillTests(DynamoDbLocal local)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    [Trait("Needs", "DynamoDB")]
    public async Task A_server_killed_20_times_at_random_and_at_every_named_point_loses_nothing_and_does_nothing_twice()
    {
        var address = await local.AddressAsync(Stop);
        Assert.SkipWhen(address is null, DynamoDbLocal.Missing);

        var report = await new Killings(20, KillSeed.Value).OfServerOnDynamoDbAsync(address, Stop);
        Survived(20, report);
        Assert.All(Enum.GetNames<KillPoint>(), point => Assert.True(report.KillsAt(point) > 0, report.ToString()));
    }

    [Fact]
    public async Task Neither_on_SQLite() =>
        Survived(6, await new Killings(6, KillSeed.Value).OfServerOnSqliteAsync(Stop));

    private static void Survived(int kills, KillReport report)
    {
        TestContext.Current.TestOutputHelper!.WriteLine(report.ToString());
        Assert.True(report.IsClean, report.ToString());
        Assert.True(report.Kills == kills && report.Settled > 0, report.ToString());
    }
}

/// <summary>One after another; most of their time they wait for leases to run out, so others run beside them.</summary>
[CollectionDefinition(Name)]
public sealed class ServerKills
{
    public const string Name = "Server kills";
}
