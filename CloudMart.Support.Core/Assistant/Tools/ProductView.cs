using System.Collections.Immutable;
using CloudMart.Support.Core.Orders;
using CloudMart.Support.Core.Products;

namespace CloudMart.Support.Core.Assistant.Tools;

/// <summary>A product as the assistant sees it.</summary>
internal sealed record ProductView(string ProductId, string Name, ImmutableArray<VariantView> Variants)
{
    private const int MaxVariants = 40;

    public static ProductView Of(Product product) => new(
        OrderView.Short(product.ProductId),
        OrderView.Short(product.Name),
        [.. product.Variants.Take(MaxVariants).Select(VariantView.Of)]);
}

internal sealed record VariantView(string ItemId, IReadOnlyDictionary<string, string> Options, decimal Price, bool Available)
{
    public static VariantView Of(ProductVariant variant) => new(
        OrderView.Short(variant.ItemId),
        variant.Options.DistinctBy(option => option.Name)
            .ToDictionary(option => OrderView.Short(option.Name), option => OrderView.Short(option.Value)),
        Money.ToCents(variant.Price),
        variant.IsAvailable);
}
