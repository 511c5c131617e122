using System.Text;
using System.Text.Json;
using CloudMart.Support.Core.Customers;
using CloudMart.Support.Core.Products;

namespace CloudMart.Support.Core.Assistant.Tools;

/// <summary>What tools answer that look up profiles and products; none is larger than <see cref="ToolOutput.MaxBytes"/>.</summary>
internal static class LookUpOutput
{
    public static string ProfileNotFound() => Say("not_found", "The shop keeps no profile of this customer.");

    public static string ProductNotFound() => Say("not_found", "There is no product of that id. Look for it with find_products.");

    public static string Found(CustomerProfile profile) => Write(new { outcome = "found", profile = ProfileView.Of(profile) });

    /// <summary>With as many of its variants as there is room for.</summary>
    public static string Found(Product product)
    {
        var view = ProductView.Of(product);
        while (true)
        {
            var output = Write(new { outcome = "found", product = view });
            if (view.Variants.IsEmpty || Encoding.UTF8.GetByteCount(output) <= ToolOutput.MaxBytes)
            {
                return output;
            }

            view = view with { Variants = view.Variants[..^1] };
        }
    }

    /// <param name="products">Best match first.</param>
    /// <param name="more">There are more than these.</param>
    public static string Found(IReadOnlyList<ProductName> products, bool more) => Write(new
    {
        outcome = "found",
        products = products.Select(product => new { productId = OrderView.Short(product.ProductId), name = OrderView.Short(product.Name) }),
        more,
    });

    private static string Say(string outcome, string message) => Write(new { outcome, message });

    private static string Write<T>(T output) => JsonSerializer.Serialize(output, ToolJson.Writing);
}
