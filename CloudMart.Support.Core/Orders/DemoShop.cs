using CloudMart.Support.Core.Customers;
using Microsoft.Extensions.Options;

namespace CloudMart.Support.Core.Orders;

/// <summary>Fills the store with the demo's orders. Registered only where <c>Demo:Enabled</c> holds.</summary>
public sealed class DemoShop(IOrderStore store, IOptions<DemoOptions> options, TimeProvider clock)
{
    private const int Batch = 500;

    /// <summary>Adds what is missing, overwrites nothing: a restart keeps what happened. To be called once the store is ready.</summary>
    public async Task SeedAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        await store.AddMissingAsync(DemoOrders.PlacedBefore(now), cancellationToken);
        foreach (var extra in DemoOrders.Extra(options.Value.ExtraOrders, now).Chunk(Batch))
        {
            await store.AddMissingAsync(extra, cancellationToken);
        }
    }
}
