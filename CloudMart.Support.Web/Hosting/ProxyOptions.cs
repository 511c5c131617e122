using System.Net;
using Microsoft.Extensions.Options;

namespace CloudMart.Support.Web.Hosting;

/// <summary>The proxies before this server: settings of the section <c>Proxy</c>.</summary>
public sealed class ProxyOptions
{
    public const string Section = "Proxy";

    /// <summary>
    /// The networks they are in, e.g. <c>10.0.0.0/8</c>. Only what comes from there is believed about who asks and by which scheme
    /// (<c>X-Forwarded-For</c>, <c>X-Forwarded-Proto</c>). Default none.
    /// </summary>
    public string[] KnownNetworks { get; set; } = [];
}

internal sealed class ProxyOptionsValidator : IValidateOptions<ProxyOptions>
{
    public ValidateOptionsResult Validate(string? name, ProxyOptions options)
    {
        string[] faults =
        [
            .. options.KnownNetworks.Index().Where(each => !IPNetwork.TryParse(each.Item, out _)).Select(each =>
                $"{ProxyOptions.Section}:{nameof(options.KnownNetworks)}:{each.Index} is '{each.Item}'; it must be a network such as 10.0.0.0/8."),
        ];
        return faults.Length == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }
}
