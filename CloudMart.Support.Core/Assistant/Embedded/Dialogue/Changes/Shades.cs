namespace CloudMart.Support.Core.Assistant.Embedded.Dialogue.Changes;

/// <summary>Who asks for a green jacket is shown the olive one: catalogues have finer words for colors than customers.</summary>
internal static class Shades
{
    private static readonly Dictionary<string, string[]> OfColors = new()
    {
        ["green"] = ["olive", "sage", "moss", "forest", "mint", "emerald", "khaki"],
        ["blue"] = ["navy", "indigo", "midnight", "teal", "azure", "denim"],
        ["red"] = ["coral", "crimson", "burgundy", "scarlet", "ruby"],
        ["brown"] = ["chestnut", "rust", "cognac", "walnut", "tan"],
        ["gray"] = ["slate", "charcoal", "graphite", "silver"],
        ["grey"] = ["gray", "slate", "charcoal", "graphite", "silver"],
        ["white"] = ["cream", "ivory", "oatmeal", "natural"],
        ["beige"] = ["sand", "oatmeal", "natural", "cream"],
        ["purple"] = ["plum", "violet", "lavender"],
        ["gold"] = ["brass"],
    };

    private static readonly HashSet<string> Others = ["black", "yellow", "orange", "pink", "silver", "turquoise"];

    public static bool IsAColor(string word) => OfColors.ContainsKey(word) || Others.Contains(word);

    /// <summary>One of <paramref name="said"/> is the plain word for the color <paramref name="value"/>.</summary>
    public static bool IsOneOf(string value, IReadOnlyList<string> said) =>
        said.Any(word => OfColors.GetValueOrDefault(word, []).Intersect(Tokens.Of(value)).Any());
}
