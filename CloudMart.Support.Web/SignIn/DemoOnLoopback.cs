using CloudMart.Support.Core.Customers;
using CloudMart.Support.Web.Hosting;
using Microsoft.Extensions.Options;

namespace CloudMart.Support.Web.SignIn;

/// <summary>Anybody who reaches a demo may sign in as anybody, so it listens on loopback unless somebody has said otherwise.</summary>
internal sealed class DemoOnLoopback(IConfiguration settings) : IValidateOptions<DemoOptions>
{
    public ValidateOptionsResult Validate(string? name, DemoOptions options)
    {
        try
        {
            return ListeningAddresses.In(settings).FirstOrDefault(address => !address.IsLoopback()) is { } remote
                && options is { Enabled: true, AllowRemote: false }
                    ? ValidateOptionsResult.Fail($"Urls has {remote}, where strangers could sign in to the demo; set Demo:AllowRemote to true if they may.")
                    : ValidateOptionsResult.Success;
        }
        catch (FormatException e)
        {
            return ValidateOptionsResult.Fail($"Urls is {settings["Urls"]}: {e.Message}");
        }
    }
}
