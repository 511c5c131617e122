namespace CloudMart.Support.Core.Products;

/// <summary>Where the catalogue is kept.</summary>
public interface IProductStore
{
    /// <summary>The product with all its variants, read consistently; null where there is none.</summary>
    Task<Product?> FindAsync(string productId, CancellationToken cancellationToken);

    /// <summary>All products' ids and names, by name. A product added a moment ago may be missing.</summary>
    Task<IReadOnlyList<ProductName>> ListAsync(CancellationToken cancellationToken);

    /// <summary>Puts products that are not there yet; never overwrites one.</summary>
    Task AddMissingAsync(IReadOnlyCollection<Product> products, CancellationToken cancellationToken);
}

/// <summary>A line of the catalogue.</summary>
public sealed record ProductName(string ProductId, string Name);
