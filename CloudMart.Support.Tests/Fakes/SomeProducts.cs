using CloudMart.Support.Core.Products;

namespace CloudMart.Support.Tests.Fakes;

public static class SomeProducts
{
    /// <summary>A product as the shop has them: variants with options and prices of their own, every third not to be had.</summary>
    public static Product WithVariants(int count, string? productId = null, string name = "Wireless headphones") => new(
        productId ?? $"{Guid.NewGuid():N}",
        name,
        [
            .. Enumerable.Range(0, count).Select(n => new ProductVariant(
                $"84{n:D8}", [new("color", n % 2 == 0 ? "black" : "midnight blue"), new("size", $"{n}")], 89.00m + (n * 1.05m), n % 3 != 2)),
        ]);
}
