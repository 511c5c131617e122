using System.Collections.Immutable;
using CloudMart.Support.Core.Storage;

namespace CloudMart.Support.Core.Products;

internal sealed class SqliteProductStore(SqliteDatabase database) : IProductStore
{
    public Task<Product?> FindAsync(string productId, CancellationToken cancellationToken) => database.ReadAsync(
        connection => connection.FirstOrDefault(
            "SELECT product_id, name, variants FROM products WHERE product_id = $id",
            row => new Product(row.GetString(0), row.GetString(1), SqliteJson.Read<ImmutableArray<ProductVariant>>(row.GetString(2))),
            ("$id", productId)),
        cancellationToken);

    public Task<IReadOnlyList<ProductName>> ListAsync(CancellationToken cancellationToken) => database.ReadAsync<IReadOnlyList<ProductName>>(
        connection => connection.ToList(
            "SELECT product_id, name FROM products ORDER BY name, product_id", row => new ProductName(row.GetString(0), row.GetString(1)), _ => true),
        cancellationToken);

    public Task AddMissingAsync(IReadOnlyCollection<Product> products, CancellationToken cancellationToken) => database.WriteAsync(
        connection => products.Sum(product => connection.Execute(
            "INSERT INTO products (product_id, name, variants) VALUES ($id, $name, $variants) ON CONFLICT DO NOTHING",
            ("$id", product.ProductId),
            ("$name", product.Name),
            ("$variants", SqliteJson.Write(product.Variants)))),
        cancellationToken);
}
