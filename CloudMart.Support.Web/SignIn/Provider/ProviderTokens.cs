using Microsoft.AspNetCore.Authentication;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace CloudMart.Support.Web.SignIn.Provider;

/// <summary>What a sign-in holds from the provider, to ask there again.</summary>
/// <param name="Access">For its user info.</param>
/// <param name="Refresh">For a new access token; null where it gives none.</param>
/// <param name="TellsRoles">Whether its user info tells roles; with some providers only the ID token does.</param>
internal sealed record ProviderTokens(string Access, string? Refresh, bool TellsRoles)
{
    public const string RolesInUserInfo = "roles_in_user_info";

    /// <returns>Null where no provider was asked.</returns>
    public static ProviderTokens? In(AuthenticationProperties properties) =>
        properties.GetTokenValue(OpenIdConnectParameterNames.AccessToken) is { } access
            ? new(access, properties.GetTokenValue(OpenIdConnectParameterNames.RefreshToken), properties.Items.ContainsKey(RolesInUserInfo))
            : null;

    public void PutInto(AuthenticationProperties properties)
    {
        properties.UpdateTokenValue(OpenIdConnectParameterNames.AccessToken, Access);
        properties.UpdateTokenValue(OpenIdConnectParameterNames.RefreshToken, Refresh ?? "");
    }
}
