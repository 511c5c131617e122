using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using CloudMart.Support.Core.Products;

namespace CloudMart.Support.Core.Assistant.Tools;

/// <summary>Looks one product up in the catalogue, with its variants.</summary>
internal sealed class GetProductTool(IProductStore products) : Tool<GetProductTool.Arguments>(
    "get_product", "Looks up one product: its variants with item id, options, price, and whether they can be had. Get the id from an order's item or find_products.")
{
    protected override string Doing(Arguments? arguments) => "Looking in the catalogue…";

    protected override async Task<ToolDecision> DecideAsync(Arguments arguments, ToolContext context, CancellationToken cancellationToken) =>
        new(await products.FindAsync(arguments.ProductId, cancellationToken) is { } product
            ? LookUpOutput.Found(product)
            : LookUpOutput.ProductNotFound());

    internal sealed record Arguments(
        [property: Description("The product's id, as an order's item or find_products names it; not an item's id")]
        [property: Required, StringLength(64)]
        string ProductId);
}
