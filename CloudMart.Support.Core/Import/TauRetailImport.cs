using CloudMart.Support.Core.Customers;
using CloudMart.Support.Core.Orders;
using CloudMart.Support.Core.Products;

namespace CloudMart.Support.Core.Import;

/// <summary>Fills the store with the retail shop of τ-bench, so that the portal can be tried on a thousand real-looking orders.</summary>
public sealed class TauRetailImport(IOrderStore orders, ICustomerStore customers, IProductStore products, TimeProvider clock)
{
    private const int Batch = 500;

    /// <summary>Adds what is missing from <c>products.json</c>, <c>users.json</c> and <c>orders.json</c>, and overwrites nothing.</summary>
    /// <exception cref="ImportFailedException">A file is missing, or is not what it should be. Nothing was imported.</exception>
    public async Task<ImportedRecords> RunAsync(string directory, CancellationToken cancellationToken)
    {
        var shop = new TauRetailShop(
            await TauRetailFiles.ReadAsync(directory, cancellationToken), new TauRetailCalendar(clock.GetUtcNow()));
        await products.AddMissingAsync(shop.Products, cancellationToken);
        await customers.AddMissingAsync(shop.Customers, cancellationToken);
        foreach (var batch in shop.Orders.Chunk(Batch))
        {
            await orders.AddMissingAsync(batch, cancellationToken);
        }

        return new(shop.Products.Count, shop.Customers.Count, shop.Orders.Length);
    }
}

/// <summary>How many there were to import; those that were in the store already among them.</summary>
public sealed record ImportedRecords(int Products, int Customers, int Orders);
