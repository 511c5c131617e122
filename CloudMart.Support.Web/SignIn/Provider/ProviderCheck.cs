using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Security.Claims;
using System.Text.Json;
using CloudMart.Support.Web.SignIn.Sessions;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace CloudMart.Support.Web.SignIn.Provider;

/// <summary>Asks the provider whether somebody is still who they were: by its user info, or by a renewed ID token where only that tells roles.</summary>
internal sealed partial class ProviderCheck(
    IOptionsMonitor<OpenIdConnectOptions> schemes, IOptions<OidcOptions> options, ILogger<ProviderCheck> logger) : ISessionCheck
{
    public async Task<SessionVerdict> CheckAsync(ClaimsIdentity identity, ProviderTokens tokens, CancellationToken cancellationToken)
    {
        try
        {
            var oidc = schemes.Get(SignInSchemes.ProviderFor(identity.AuthenticationType!));
            var provider = await oidc.ConfigurationManager!.GetConfigurationAsync(cancellationToken);
            return tokens.TellsRoles || identity.HasClaim(ClaimTypes.Role, SignInRoles.Customer)
                ? await AskAsync(oidc, provider, identity, tokens, cancellationToken)
                : await AskByRenewingAsync(oidc, provider, identity, tokens, cancellationToken);
        }
        catch (Exception fault) when (ProviderAway.Says(fault, cancellationToken))
        {
            // A provider that is away says nothing against anybody. The sign-in's own end still comes.
            LogAway(fault);
            return new SessionVerdict(true, tokens);
        }
    }

    private async Task<SessionVerdict> AskAsync(
        OpenIdConnectOptions oidc, OpenIdConnectConfiguration provider, ClaimsIdentity identity, ProviderTokens tokens, CancellationToken cancellationToken)
    {
        if (string.IsNullOrEmpty(provider.UserInfoEndpoint))
        {
            return new SessionVerdict(true, tokens);
        }

        if (await UserInfoAsync(oidc, provider, tokens, cancellationToken) is { } claims)
        {
            return Compare(identity, claims, tokens);
        }

        return await RenewAsync(oidc, provider, tokens, cancellationToken) is ({ } renewed, _)
            && await UserInfoAsync(oidc, provider, renewed, cancellationToken) is { } later
                ? Compare(identity, later, renewed)
                : new SessionVerdict(false, tokens);
    }

    /// <summary>Without a refresh token there is no asking, and the sign-in holds until its own end.</summary>
    private async Task<SessionVerdict> AskByRenewingAsync(
        OpenIdConnectOptions oidc, OpenIdConnectConfiguration provider, ClaimsIdentity identity, ProviderTokens tokens, CancellationToken cancellationToken) =>
        string.IsNullOrEmpty(tokens.Refresh) ? new SessionVerdict(true, tokens)
        : await RenewAsync(oidc, provider, tokens, cancellationToken) is ({ } renewed, { } claims) ? Compare(identity, claims, renewed)
        : new SessionVerdict(false, tokens);

    private SessionVerdict Compare(ClaimsIdentity identity, IEnumerable<Claim> claims, ProviderTokens tokens) => new(
        ShopIdentity.In(identity.AuthenticationType!, new ClaimsPrincipal(new ClaimsIdentity(claims)), options.Value) is { } now && now.IsSameAs(identity),
        tokens);

    /// <returns>Null where the token is good no more.</returns>
    private static async Task<IReadOnlyList<Claim>?> UserInfoAsync(
        OpenIdConnectOptions oidc, OpenIdConnectConfiguration provider, ProviderTokens tokens, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, provider.UserInfoEndpoint);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", tokens.Access);
        using var reply = await oidc.Backchannel.SendAsync(request, cancellationToken);
        if (reply.StatusCode is HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden)
        {
            return null;
        }

        var info = await reply.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<JsonElement>(cancellationToken);
        return [.. info.EnumerateObject().SelectMany(ClaimsOf)];
    }

    /// <returns>No tokens where there is nothing to renew them with or the provider refuses; no claims where it sends no ID token.</returns>
    private static async Task<(ProviderTokens? Tokens, IEnumerable<Claim>? Claims)> RenewAsync(
        OpenIdConnectOptions oidc, OpenIdConnectConfiguration provider, ProviderTokens tokens, CancellationToken cancellationToken)
    {
        if (string.IsNullOrEmpty(tokens.Refresh))
        {
            return default;
        }

        var asked = new OpenIdConnectMessage
        {
            GrantType = OpenIdConnectGrantTypes.RefreshToken,
            RefreshToken = tokens.Refresh,
            ClientId = oidc.ClientId,
            ClientSecret = oidc.ClientSecret,
        };
        using var form = new FormUrlEncodedContent(asked.Parameters);
        using var reply = await oidc.Backchannel.PostAsync(new Uri(provider.TokenEndpoint), form, cancellationToken);
        if (reply.StatusCode is HttpStatusCode.BadRequest or HttpStatusCode.Unauthorized)
        {
            return default;
        }

        var given = new OpenIdConnectMessage(await reply.EnsureSuccessStatusCode().Content.ReadAsStringAsync(cancellationToken));
        return (
            tokens with { Access = given.AccessToken, Refresh = given.RefreshToken ?? tokens.Refresh },
            given.IdToken is { } id ? new JsonWebToken(id).Claims : null);
    }

    private static IEnumerable<Claim> ClaimsOf(JsonProperty said) => said.Value.ValueKind == JsonValueKind.Array
        ? said.Value.EnumerateArray().Select(each => new Claim(said.Name, each.ToString()))
        : [new Claim(said.Name, said.Value.ToString())];

    [LoggerMessage(2032, LogLevel.Warning, "The provider can't be asked whether a sign-in still holds")]
    private partial void LogAway(Exception fault);
}
