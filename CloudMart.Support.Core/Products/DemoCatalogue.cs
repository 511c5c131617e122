using System.Collections.Immutable;

namespace CloudMart.Support.Core.Products;

/// <summary>What the demo shop sells: every item of its orders among others, of which some cannot be had.</summary>
public static class DemoCatalogue
{
    public static ImmutableArray<Product> All { get; } =
    [
        new("1002", "Notebook, dotted", Variants(["format"],
            Item("1002-1", 14.50m, "A5"), Item("1002-2", 11.00m, "A6"), Item("1002-3", 19.00m, "A4"))),
        new("1187", "Burr coffee grinder", Variants(["color"],
            Item("1187-1", 79.00m, "cream"), Item("1187-2", 79.00m, "matte black"), Item("1187-3", 84.00m, "copper"),
            SoldOut("1187-4", 79.00m, "sage"))),
        new("1190", "Ceramic pour-over set", Variants(["color", "pieces"],
            Item("1190-1", 49.00m, "white", "3 pieces"), Item("1190-2", 68.00m, "white", "5 pieces"),
            Item("1190-4", 54.50m, "sage", "3 pieces"), SoldOut("1190-5", 72.00m, "sage", "5 pieces"))),
        new("2041", "Wireless headphones", Variants(["color", "fit"],
            Item("2041-1", 79.00m, "black", "on-ear"), Item("2041-2", 79.00m, "white", "on-ear"), Item("2041-3", 89.00m, "black", "over-ear"),
            Item("2041-4", 94.00m, "blue", "over-ear"), SoldOut("2041-5", 89.00m, "white", "over-ear"))),
        new("2050", "Bluetooth speaker", Variants(["color"],
            Item("2050-7", 64.00m, "black"), Item("2050-8", 64.00m, "sand"), Item("2050-9", 59.00m, "coral"))),
        new("2077", "Mechanical keyboard", Variants(["switches", "layout"],
            Item("2077-4", 149.00m, "red switches", "US layout"), Item("2077-5", 149.00m, "brown switches", "US layout"),
            Item("2077-6", 155.00m, "brown switches", "UK layout"), SoldOut("2077-7", 149.00m, "blue switches", "US layout"))),
        new("3310", "Aluminum laptop stand", Variants(["color"],
            Item("3310-1", 40.00m, "silver"), Item("3310-2", 42.50m, "space gray"), SoldOut("3310-3", 42.50m, "midnight"))),
        new("4105", "Merino throw blanket", Variants(["color"],
            Item("4105-6", 98.00m, "charcoal"), Item("4105-7", 98.00m, "oatmeal"), Item("4105-8", 104.00m, "forest"))),
        new("4112", "Linen cushion cover", Variants(["color"],
            Item("4112-1", 24.00m, "natural"), Item("4112-2", 24.00m, "rust"), Item("4112-3", 22.00m, "olive"),
            SoldOut("4112-4", 24.00m, "indigo"))),
        new("5522", "Trail running shoes", Variants(["color", "size"],
            Item("5522-7", 119.95m, "moss", "size 7"), Item("5522-9", 119.95m, "moss", "size 8"), Item("5522-11", 119.95m, "moss", "size 9"),
            Item("5522-14", 114.95m, "slate", "size 8"), SoldOut("5522-15", 114.95m, "slate", "size 9"))),
        new("5540", "Leather ankle boots", Variants(["color", "size"],
            Item("5540-1", 168.00m, "chestnut", "size 7"), Item("5540-2", 168.00m, "chestnut", "size 8"),
            Item("5540-3", 168.00m, "chestnut", "size 9"), Item("5540-5", 175.00m, "black", "size 8"))),
        new("6230", "Cast-iron skillet", Variants(["diameter"],
            Item("6230-1", 44.95m, "12 inch"), Item("6230-2", 36.95m, "10 inch"), Item("6230-3", 24.95m, "8 inch"),
            SoldOut("6230-4", 59.95m, "15 inch"))),
        new("6418", "Desk lamp", Variants(["finish"],
            Item("6418-1", 72.50m, "brass"), Item("6418-2", 69.00m, "matte black"), Item("6418-3", 69.00m, "white"))),
        new("7741", "Rain jacket", Variants(["color", "size"],
            Item("7741-5", 139.00m, "navy", "S"), Item("7741-6", 139.00m, "navy", "M"), Item("7741-7", 139.00m, "navy", "L"),
            Item("7741-9", 129.00m, "olive", "M"), SoldOut("7741-10", 129.00m, "olive", "L"))),
        new("7760", "Packing cubes", Variants(["set"],
            Item("7760-3", 32.00m, "set of 4"), Item("7760-4", 44.00m, "set of 6"), Item("7760-5", 58.00m, "set of 8"))),
        new("8120", "Espresso machine", Variants(["finish"],
            Item("8120-4", 329.00m, "stainless steel"), Item("8120-5", 339.00m, "matte black"), SoldOut("8120-6", 349.00m, "cream"))),
        new("8831", "Yoga mat", Variants(["color", "thickness"],
            Item("8831-1", 58.00m, "slate", "5 mm"), Item("8831-2", 64.00m, "slate", "8 mm"), Item("8831-3", 58.00m, "plum", "5 mm"),
            SoldOut("8831-4", 64.00m, "plum", "8 mm"))),
        new("8840", "Foam roller", Variants(["length"],
            Item("8840-1", 22.50m, "12 inch"), Item("8840-2", 27.50m, "18 inch"), Item("8840-3", 34.00m, "36 inch"))),
        new("9014", "Action camera", Variants(["bundle"],
            Item("9014-6", 229.00m, "camera only"), Item("9014-7", 249.00m, "with spare battery"), Item("9014-8", 299.00m, "with dive case"))),
        new("9310", "Board game: Harbor Lights", Variants([], Item("9310-5", 39.95m))),
    ];

    /// <summary>The product that the item is a variant of.</summary>
    internal static Product ProductOf(string itemId) => All.First(product => product.Find(itemId) is not null);

    private static ImmutableArray<ProductVariant> Variants(string[] options, params DemoItem[] items) =>
    [
        .. items.Select(item => new ProductVariant(
            item.Id, [.. options.Zip(item.Values, (name, value) => new ProductOption(name, value))], item.Price, item.IsAvailable)),
    ];

    private static DemoItem Item(string id, decimal price, params string[] values) => new(id, price, values, IsAvailable: true);

    private static DemoItem SoldOut(string id, decimal price, params string[] values) => new(id, price, values, IsAvailable: false);

    private sealed record DemoItem(string Id, decimal Price, string[] Values, bool IsAvailable);
}
