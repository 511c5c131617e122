namespace CloudMart.Support.Tests.Kills;

/// <summary>A product over these records, which customers can sign in to.</summary>
internal static class DemoSettings
{
    /// <param name="records">The shop's.</param>
    /// <param name="customer">Who signs in as <c>customer-1</c>; null: nobody new.</param>
    public static Dictionary<string, string?> For(ShopRecords records, string? customer = null) => new(records.Settings)
    {
        ["Demo:Enabled"] = "true",
        ["Demo:Customer"] = customer ?? "",
        ["RateLimit:Enabled"] = "false",
    };
}
