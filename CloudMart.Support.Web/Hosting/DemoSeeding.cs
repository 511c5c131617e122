using CloudMart.Support.Core.Orders;
using CloudMart.Support.Core.Staff.Replies;

namespace CloudMart.Support.Web.Hosting;

/// <summary>The demo shop has its orders, and its staff their replies, before the first customer comes.</summary>
internal sealed class DemoSeeding(DemoShop shop, DemoReplies replies) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        await shop.SeedAsync(cancellationToken);
        await replies.SeedAsync(cancellationToken);
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
