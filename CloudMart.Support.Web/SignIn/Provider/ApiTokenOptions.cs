using Microsoft.Extensions.Options;

namespace CloudMart.Support.Web.SignIn.Provider;

/// <summary>Bearer tokens (JWT) for the API: settings of the section <c>Authentication:Jwt</c>. Without an authority none are taken.</summary>
public sealed class ApiTokenOptions
{
    public const string Section = "Authentication:Jwt";

    /// <summary>Who issues them. Default: <c>Authentication:Oidc:Authority</c>.</summary>
    public Uri? Authority { get; set; }

    /// <summary>Whom they have to be for. Default: <c>Authentication:Oidc:ClientId</c>.</summary>
    public string? Audience { get; set; }
}

internal sealed class ApiTokenOptionsValidator : IValidateOptions<ApiTokenOptions>
{
    public ValidateOptionsResult Validate(string? name, ApiTokenOptions options) =>
        options.Authority is null ? ValidateOptionsResult.Success
        : ProviderAddress.FaultOf($"{ApiTokenOptions.Section}:{nameof(options.Authority)}", options.Authority) is { } fault ? ValidateOptionsResult.Fail(fault)
        : string.IsNullOrEmpty(options.Audience) ? ValidateOptionsResult.Fail($"{ApiTokenOptions.Section}:{nameof(options.Audience)} is missing.")
        : ValidateOptionsResult.Success;
}

/// <summary>An authority of their own asks for an audience of their own; one that is the provider's may do with the provider's.</summary>
internal sealed class ApiTokenDefaults(IOptions<OidcOptions> oidc) : IPostConfigureOptions<ApiTokenOptions>
{
    public void PostConfigure(string? name, ApiTokenOptions options)
    {
        if (options.Authority is null && oidc.Value.Authority is { } authority)
        {
            options.Authority = authority;
            options.Audience = options.Audience is { Length: > 0 } chosen ? chosen : oidc.Value.ClientId;
        }
    }
}
