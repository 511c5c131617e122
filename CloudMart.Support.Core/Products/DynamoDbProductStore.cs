using Amazon.DynamoDBv2.Model;
using CloudMart.Support.Core.Storage;

namespace CloudMart.Support.Core.Products;

internal sealed class DynamoDbProductStore(DynamoDbCalls calls, DynamoDbTables tables) : IProductStore
{
    public async Task<Product?> FindAsync(string productId, CancellationToken cancellationToken) =>
        await calls.FindAsync(tables.Products, DynamoDbProductItem.Key(productId), cancellationToken) is { } item
            ? DynamoDbProductItem.ToProduct(item)
            : null;

    public async Task<IReadOnlyList<ProductName>> ListAsync(CancellationToken cancellationToken)
    {
        var query = new QueryRequest
        {
            TableName = tables.Products,
            IndexName = DynamoDbTables.ByName,
            KeyConditionExpression = "listed = :listed",
            ExpressionAttributeValues = new() { [":listed"] = DynamoDbValues.Text(DynamoDbProductItem.Listed) },
        };
        var names = new List<ProductName>();
        await foreach (var page in calls.QueryAsync(query, cancellationToken))
        {
            names.AddRange(page.Select(item => new ProductName(item.Text(DynamoDbProductItem.Id), item.Text("name"))));
        }

        return names;
    }

    public Task AddMissingAsync(IReadOnlyCollection<Product> products, CancellationToken cancellationToken) =>
        calls.AddMissingAsync(tables.Products, DynamoDbProductItem.Id, products.Select(DynamoDbProductItem.From), cancellationToken);
}
