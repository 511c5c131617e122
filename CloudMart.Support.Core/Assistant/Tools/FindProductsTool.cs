using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using CloudMart.Support.Core.Products;

namespace CloudMart.Support.Core.Assistant.Tools;

/// <summary>Finds products by words of their names.</summary>
internal sealed class FindProductsTool(IProductStore products) : Tool<FindProductsTool.Arguments>(
    "find_products", "Finds products by words of their names, best match first. `more` is true when there are further ones that are not listed.")
{
    private const int MaxProducts = 20;

    protected override string Doing(Arguments? arguments) => "Looking in the catalogue…";

    protected override async Task<ToolDecision> DecideAsync(Arguments arguments, ToolContext context, CancellationToken cancellationToken)
    {
        var words = WordsOf(arguments.Query);
        var matches = (await products.ListAsync(cancellationToken))
            .Select(product => (Product: product, Hits: words.Count(word => product.Name.Contains(word, StringComparison.OrdinalIgnoreCase))))
            .Where(match => match.Hits > 0)
            .OrderByDescending(match => match.Hits)
            .Select(match => match.Product)
            .ToList();
        return new(LookUpOutput.Found([.. matches.Take(MaxProducts)], more: matches.Count > MaxProducts));
    }

    /// <summary>Without an s at the end: who looks for "headphones" or "mugs" wants what is called "Headphone" or "Mug", too.</summary>
    private static HashSet<string> WordsOf(string query) =>
    [
        .. query.Split([' ', ',', '.', ';', '-', '"', '\''], StringSplitOptions.RemoveEmptyEntries)
            .Select(word => word.Length > 3 ? word.TrimEnd('s', 'S') : word)
            .Where(word => word.Length > 1),
    ];

    internal sealed record Arguments(
        [property: Description("What to look for, in a few words, e.g. desk lamp")]
        [property: Required, StringLength(200)]
        string Query);
}
