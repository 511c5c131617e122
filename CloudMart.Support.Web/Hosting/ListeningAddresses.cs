using System.Net;

namespace CloudMart.Support.Web.Hosting;

/// <summary>Where the settings tell the server to listen, by every way in which it can be told.</summary>
internal static class ListeningAddresses
{
    /// <exception cref="FormatException">One of them is no address.</exception>
    public static IEnumerable<BindingAddress> In(IConfiguration settings)
    {
        string[] endpoints = [.. settings.GetSection("Kestrel:Endpoints").GetChildren().Select(endpoint => endpoint["Url"]).OfType<string>()];
        string[] urls = Parts(settings["Urls"]);
        string[] ports = [.. Parts(settings["HTTP_PORTS"]), .. Parts(settings["HTTPS_PORTS"])];
        var chosen = endpoints.Length > 0 ? endpoints : urls.Length > 0 ? urls : ports.Select(port => $"http://*:{port}");
        return chosen.Select(BindingAddress.Parse);
    }

    /// <summary>Only programs on this machine reach it.</summary>
    public static bool IsLoopback(this BindingAddress address) =>
        address.IsUnixPipe || address.IsNamedPipe
        || string.Equals(address.Host, "localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(address.Host, out var ip) && IPAddress.IsLoopback(ip));

    private static string[] Parts(string? list) =>
        list?.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? [];
}
