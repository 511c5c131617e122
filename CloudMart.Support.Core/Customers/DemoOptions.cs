using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace CloudMart.Support.Core.Customers;

/// <summary>The demo shop: accounts that anybody may sign in with, and their orders.</summary>
public sealed class DemoOptions
{
    public const string Section = "Demo";

    /// <summary>Whether there is one. Where the setting is missing: in Development only.</summary>
    public bool Enabled { get; set; }

    /// <summary>How many further pending orders <c>customer-1</c> has, from <c>CM-100000</c> upward. Default 0.</summary>
    [Range(0, 1_000_000)]
    public int ExtraOrders { get; set; }

    /// <summary>The id of the customer who <c>customer-1</c> then is, e.g. an imported one. Default: herself.</summary>
    public string? Customer { get; set; }

    /// <summary>Lets the host serve the demo on an address that is not loopback, where strangers may sign in. Default false.</summary>
    public bool AllowRemote { get; set; }

    /// <summary>What <see cref="Enabled"/> will be, for deciding what to register.</summary>
    public static bool IsEnabled(IConfiguration configuration) =>
        configuration.GetValue($"{Section}:{nameof(Enabled)}", configuration[HostDefaults.EnvironmentKey] == Environments.Development);
}

[OptionsValidator]
internal sealed partial class DemoOptionsValidator : IValidateOptions<DemoOptions>;
