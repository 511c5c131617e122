using System.Diagnostics;
using CloudMart.Support.Core.Telemetry;
using CloudMart.Support.Tests.Fakes;
using CloudMart.Support.Web.CustomerSupport;

namespace CloudMart.Support.Tests.CustomerSupport;

public sealed class OpenPagesTests : IDisposable
{
    private readonly SomeMeters _meters = new();

    [Fact]
    public async Task A_page_that_lost_its_connection_and_came_back_is_one_page()
    {
        using var heard = new HeardMeasurements(_meters);
        var page = new OpenPages(new PageMeter(_meters));

        await page.OnConnectionUpAsync(null!, TestContext.Current.CancellationToken);
        await page.OnConnectionDownAsync(null!, TestContext.Current.CancellationToken);
        await page.OnConnectionUpAsync(null!, TestContext.Current.CancellationToken);
        await page.OnConnectionDownAsync(null!, TestContext.Current.CancellationToken);
        await page.OnConnectionDownAsync(null!, TestContext.Current.CancellationToken); // told again when the circuit is given up

        Assert.Equal([1, -1, 1, -1], heard.Of("cloudmart.pages.open").Select(each => each.Value));
    }

    [Fact]
    public async Task What_is_done_in_a_page_is_no_part_of_its_connections_trace()
    {
        using var connection = new Activity("connection").Start();
        var seen = connection;
        var door = new OpenPages(new PageMeter(_meters)).CreateInboundActivityHandler(_ =>
        {
            seen = Activity.Current;
            return Task.CompletedTask;
        });

        await door(null!);

        Assert.Null(seen);
    }

    public void Dispose() => _meters.Dispose();
}
