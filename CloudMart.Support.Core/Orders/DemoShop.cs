using CloudMart.Support.Core.Customers;
using CloudMart.Support.Core.Products;
using Microsoft.Extensions.Options;

namespace CloudMart.Support.Core.Orders;

/// <summary>Fills the store with the demo's catalogue, customers and orders. Registered only where <c>Demo:Enabled</c> holds.</summary>
public sealed class DemoShop(
    IOrderStore orders, ICustomerStore customers, IProductStore products, IOptions<DemoOptions> options, TimeProvider clock)
{
    private const int Batch = 500;

    /// <summary>Adds what is missing, overwrites nothing: a restart keeps what happened. To be called once the store is ready.</summary>
    public async Task SeedAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        await products.AddMissingAsync(DemoCatalogue.All, cancellationToken);
        await customers.AddMissingAsync(DemoCustomers.All, cancellationToken);
        await orders.AddMissingAsync(DemoOrders.PlacedBefore(now), cancellationToken);
        foreach (var extra in DemoOrders.Extra(options.Value.ExtraOrders, now).Chunk(Batch))
        {
            await orders.AddMissingAsync(extra, cancellationToken);
        }
    }
}
