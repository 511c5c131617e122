namespace CloudMart.Support.Web.SignIn.Provider;

/// <summary>Sign-in by an OpenID provider: settings of the section <c>Authentication:Oidc</c>. Without an authority there is none.</summary>
public sealed class OidcOptions
{
    public const string Section = "Authentication:Oidc";

    /// <summary>The provider's address, below which <c>.well-known/openid-configuration</c> lies. https, except on this machine.</summary>
    public Uri? Authority { get; set; }

    public string ClientId { get; set; } = "";

    /// <summary>None for a public client, which PKCE alone protects.</summary>
    public string? ClientSecret { get; set; }

    /// <summary>Separated by spaces. Add <c>offline_access</c> where access tokens live shorter than a sign-in. Default <c>openid profile</c>.</summary>
    public string Scopes { get; set; } = "openid profile";

    /// <summary>The claim that holds roles, one or several. Default <c>roles</c>.</summary>
    public string RoleClaim { get; set; } = "roles";

    /// <summary>The provider's name for the role of staff. Default <c>staff</c>.</summary>
    public string StaffRole { get; set; } = "staff";

    /// <summary>The provider's name for the role of supervisors, who are staff as well. Default <c>supervisor</c>.</summary>
    public string SupervisorRole { get; set; } = "supervisor";

    /// <summary>The provider's name for the role of customers. Default none: whoever is not staff is a customer.</summary>
    public string? CustomerRole { get; set; }

    /// <summary>The claim that holds the shop's id of a customer. Default <c>sub</c>.</summary>
    public string CustomerIdClaim { get; set; } = "sub";

    /// <summary>The claim that holds the shop's id of a member of staff. Default <c>sub</c>.</summary>
    public string StaffIdClaim { get; set; } = "sub";

    /// <summary>Whether somebody meant to set up a provider, for deciding what to register.</summary>
    public static bool IsMeant(IConfiguration configuration) =>
        configuration[$"{Section}:{nameof(Authority)}"] is { Length: > 0 } || configuration[$"{Section}:{nameof(ClientId)}"] is { Length: > 0 };
}
