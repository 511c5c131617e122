using System.Net;
using System.Net.Sockets;
using CloudMart.Support.Core.Storage;
using CloudMart.Support.Tests.Fakes;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace CloudMart.Support.Tests.Storage;

[Trait("Needs", "Time")]
public sealed class DynamoDbProbeTests(DynamoDbLocal local)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_endpoint_where_nobody_listens_is_named_with_its_setting()
    {
        var url = $"http://localhost:{ClosedPort()}";
        await using var services = Services(TimeProvider.System, ("DynamoDb:ServiceUrl", url));
        var trouble = await services.GetRequiredService<IStorageProbe>().CheckAsync(Stop);
        Assert.StartsWith($"DynamoDb:ServiceUrl '{url}' can't be reached: ", trouble, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', trouble!);
    }

    [Fact]
    public async Task An_endpoint_that_keeps_silent_is_given_up_after_five_seconds()
    {
        using var silent = new TcpListener(IPAddress.Loopback, 0);
        silent.Start();
        var url = $"http://127.0.0.1:{((IPEndPoint)silent.LocalEndpoint).Port}";
        var clock = new FakeTimeProvider();
        await using var services = Services(clock, ("DynamoDb:ServiceUrl", url));

        var check = services.GetRequiredService<IStorageProbe>().CheckAsync(Stop);
        using var connection = await silent.AcceptTcpClientAsync(Stop);
        clock.Advance(TimeSpan.FromSeconds(5));

        Assert.Equal($"DynamoDb:ServiceUrl '{url}' does not answer.", await check);
    }

    [Fact]
    public async Task A_client_that_cannot_reach_its_endpoint_fails_in_a_way_that_may_pass()
    {
        await using var services = Services(TimeProvider.System, ("DynamoDb:ServiceUrl", $"http://localhost:{ClosedPort()}"));
        var failure = await Assert.ThrowsAnyAsync<Exception>(
            () => services.GetRequiredService<Core.Orders.IOrderStore>().FindAsync("CM-1", Stop));
        Assert.True(services.GetRequiredService<IStoreFaults>().IsTransient(failure), failure.ToString());
    }

    [Fact]
    [Trait("Needs", "DynamoDB")]
    public async Task Missing_tables_are_named_where_they_may_not_be_created()
    {
        await using var services = Services(TimeProvider.System, ("DynamoDb:ServiceUrl", await AddressAsync()), ("DynamoDb:TablePrefix", Prefix()));
        var trouble = await services.GetRequiredService<IStorageProbe>().CheckAsync(Stop);
        Assert.StartsWith("DynamoDb:TablePrefix 't", trouble, StringComparison.Ordinal);
        Assert.Contains("-Conversations", trouble, StringComparison.Ordinal);
        Assert.Contains("DynamoDb:CreateTables", trouble, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', trouble!);
    }

    [Fact]
    [Trait("Needs", "DynamoDB")]
    public async Task Nodes_that_start_together_create_the_tables_together()
    {
        (string, string?)[] settings =
        [
            ("DynamoDb:ServiceUrl", await AddressAsync()), ("DynamoDb:TablePrefix", Prefix()), ("DynamoDb:CreateTables", "true"),
        ];
        await using var one = Services(TimeProvider.System, settings);
        await using var other = Services(TimeProvider.System, settings);
        var troubles = await Task.WhenAll(
            one.GetRequiredService<IStorageProbe>().CheckAsync(Stop), other.GetRequiredService<IStorageProbe>().CheckAsync(Stop));
        Assert.All(troubles, Assert.Null);
        Assert.Null(await one.GetRequiredService<IStorageProbe>().CheckAsync(Stop));
    }

    private async Task<string> AddressAsync()
    {
        var address = await local.AddressAsync(Stop);
        Assert.SkipWhen(address is null, DynamoDbLocal.Missing);
        return address;
    }

    private static string Prefix() => $"t{Guid.NewGuid():N}-";

    private static int ClosedPort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static ServiceProvider Services(TimeProvider clock, params (string Key, string? Value)[] settings)
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(settings.Append(("Store", "DynamoDB")).Select(setting => KeyValuePair.Create(setting.Item1, setting.Item2))).Build();
        return new ServiceCollection().AddSingleton<IConfiguration>(configuration).AddSingleton(clock).AddStorage(configuration).BuildServiceProvider();
    }
}
