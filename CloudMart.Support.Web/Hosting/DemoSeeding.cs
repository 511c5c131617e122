using CloudMart.Support.Core.Orders;

namespace CloudMart.Support.Web.Hosting;

/// <summary>The demo shop has its orders before the first customer comes.</summary>
internal sealed class DemoSeeding(DemoShop shop) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken) => shop.SeedAsync(cancellationToken);

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
