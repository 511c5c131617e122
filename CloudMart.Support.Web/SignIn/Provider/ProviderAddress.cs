namespace CloudMart.Support.Web.SignIn.Provider;

internal static class ProviderAddress
{
    /// <summary>What is wrong with a provider's address: whoever can change what comes from there can be anybody here.</summary>
    /// <returns>Null where nothing is.</returns>
    public static string? FaultOf(string setting, Uri? authority) => authority switch
    {
        null => $"{setting} is missing.",
        { IsAbsoluteUri: false } => $"{setting} is '{authority}'; it must be an address such as https://example.com.",
        { Scheme: "https" } or { Scheme: "http", IsLoopback: true } => null,
        _ => $"{setting} is {authority}; it must begin with https, except on this machine.",
    };
}
