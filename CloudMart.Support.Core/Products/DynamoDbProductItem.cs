using Amazon.DynamoDBv2.Model;
using CloudMart.Support.Core.Storage;
using static CloudMart.Support.Core.Storage.DynamoDbValues;

namespace CloudMart.Support.Core.Products;

/// <summary>A product as an item of the table <c>Products</c>: some twenty variants are three kilobytes.</summary>
internal static class DynamoDbProductItem
{
    public const string Id = "productId";

    /// <summary>The same on every product, so that one query of the index lists them all.</summary>
    public const string Listed = "yes";

    public static Dictionary<string, AttributeValue> Key(string productId) => new() { [Id] = Text(productId) };

    public static Dictionary<string, AttributeValue> From(Product product) => new(Key(product.ProductId))
    {
        ["listed"] = Text(Listed),
        ["name"] = Text(product.Name),
        ["variants"] = List(product.Variants.Select(variant => Map(
            ("id", Text(variant.ItemId)),
            ("price", Number(variant.Price)),
            ("available", new AttributeValue { BOOL = variant.IsAvailable }),
            ("options", List(variant.Options.Select(option => Map(("name", Text(option.Name)), ("value", Text(option.Value))))))))),
    };

    public static Product ToProduct(Dictionary<string, AttributeValue> item) => new(
        item.Text(Id),
        item.Text("name"),
        [
            .. item.Maps("variants").Select(variant => new ProductVariant(
                variant.Text("id"),
                [.. variant.Maps("options").Select(option => new ProductOption(option.TextOrNull("name") ?? "", option.TextOrNull("value") ?? ""))],
                variant.Number("price"),
                variant["available"].BOOL ?? false)),
        ]);
}
