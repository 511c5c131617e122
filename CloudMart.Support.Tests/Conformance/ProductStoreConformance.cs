using CloudMart.Support.Core.Products;
using CloudMart.Support.Tests.Fakes;

namespace CloudMart.Support.Tests.Conformance;

/// <summary>What every store of products must do.</summary>
public abstract class ProductStoreConformance(StoreUnderTest store)
{
    private IProductStore Products => store.Products;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_product_is_read_back_as_it_was_put_with_its_variants_in_their_order()
    {
        var many = SomeProducts.WithVariants(20);
        var plain = new Product($"{Guid.NewGuid():N}", "Gift wrap", [new($"{Guid.NewGuid():N}", [], 4.5m, false)]);
        await Products.AddMissingAsync([many, plain], Stop);

        Assert.Equivalent(many, await Products.FindAsync(many.ProductId, Stop), strict: true);
        Assert.Equal(many.Variants.Select(variant => variant.ItemId), (await Products.FindAsync(many.ProductId, Stop))!.Variants.Select(v => v.ItemId));
        Assert.Equivalent(plain, await Products.FindAsync(plain.ProductId, Stop), strict: true);
    }

    [Fact]
    public async Task A_product_is_not_found_by_the_id_of_a_variant()
    {
        var product = SomeProducts.WithVariants(1);
        await Products.AddMissingAsync([product], Stop);
        Assert.Null(await Products.FindAsync(product.Variants[0].ItemId, Stop));
    }

    [Fact]
    public async Task The_catalogue_is_listed_by_name()
    {
        var mark = $"{Guid.NewGuid():N}";
        var products = new[] { "Yoga mat", "Action camera", "Éclair tin", "desk lamp", "Desk lamp" }
            .Select(name => SomeProducts.WithVariants(2, name: $"{name} {mark}")).ToList();
        await Products.AddMissingAsync(products, Stop);

        var mine = await Eventually.Async(
            async () => (await Products.ListAsync(Stop)).Where(product => product.Name.EndsWith(mark, StringComparison.Ordinal)).ToList(),
            listed => listed.Count == products.Count);

        Assert.Equal(
            products.OrderBy(product => product.Name, StringComparer.Ordinal).Select(product => new ProductName(product.ProductId, product.Name)), mine);
    }

    [Fact]
    public async Task Adding_what_is_missing_never_overwrites()
    {
        var product = SomeProducts.WithVariants(3);
        await Products.AddMissingAsync([product], Stop);
        await Products.AddMissingAsync([product with { Name = "Something else" }, SomeProducts.WithVariants(1)], Stop);
        Assert.Equal(product.Name, (await Products.FindAsync(product.ProductId, Stop))!.Name);
    }
}
