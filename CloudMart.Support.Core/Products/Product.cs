using System.Collections.Immutable;

namespace CloudMart.Support.Core.Products;

/// <summary>A kind of thing that the shop sells, in its variants.</summary>
/// <param name="ProductId">The catalogue's id; it has nothing to do with the variants' ids.</param>
/// <param name="Name">E.g. <c>Wireless headphones</c>.</param>
/// <param name="Variants">At least one.</param>
public sealed record Product(string ProductId, string Name, ImmutableArray<ProductVariant> Variants)
{
    public ProductVariant? Find(string itemId) => Variants.FirstOrDefault(variant => variant.ItemId == itemId);
}

/// <summary>One thing that can be bought.</summary>
/// <param name="ItemId">What an order's line names.</param>
/// <param name="Options">What tells it from the other variants, e.g. color and size; always in the same order within a product.</param>
/// <param name="Price">In the shop's currency.</param>
/// <param name="IsAvailable">Whether it can be bought now.</param>
public sealed record ProductVariant(string ItemId, ImmutableArray<ProductOption> Options, decimal Price, bool IsAvailable)
{
    /// <summary>The options in words, as an order's line has them: <c>black, over-ear</c>.</summary>
    public string InWords => string.Join(", ", Options.Select(option => option.InWords));
}

/// <summary>E.g. <c>color</c> and <c>black</c>.</summary>
public sealed record ProductOption(string Name, string Value)
{
    /// <summary>The value, with its name where nobody could tell what it is the value of: <c>backlight: none</c>, <c>size: 8</c>.</summary>
    public string InWords => Value is "yes" or "no" or "none" || Value.All(char.IsAsciiDigit) ? $"{Name}: {Value}" : Value;
}
