using CloudMart.Support.Tests.Fakes;
using CloudMart.Support.Tests.Kills.Points;

namespace CloudMart.Support.Tests.Kills;

[Trait("Needs", "Process")]
public sealed class StartupHookTests
{
    [Fact]
    public async Task A_server_that_is_not_of_Development_does_not_start_with_a_trap_in_it()
    {
        var trap = new Trap(KillPoint.BeforeRunEnded, 1, Blow.Kill);

        var failure = await Assert.ThrowsAsync<InvalidOperationException>(() => ProductProcess.StartAsync(
            [.. trap.Settings, new("ASPNETCORE_ENVIRONMENT", "Production")], TestContext.Current.CancellationToken));

        Assert.Contains("Servers are killed at named points in Development only.", failure.Message, StringComparison.Ordinal);
    }
}
