using CloudMart.Support.Web.SignIn.Sessions;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace CloudMart.Support.Web.SignIn.Provider;

internal static class ProviderSetup
{
    /// <summary>A customer's page waits for it.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    /// <summary>
    /// Sign-in by an OpenID provider, once for each of the two cookies, and its tokens for the API. Where none is set up, no bearer token
    /// but the demo's is good.
    /// </summary>
    public static AuthenticationBuilder AddProvider(
        this AuthenticationBuilder authentication, IConfiguration configuration, CookieSecurePolicy secure)
    {
        var services = authentication.Services;
        services.AddOptionsWithValidateOnStart<OidcOptions>().BindConfiguration(OidcOptions.Section);
        services.AddOptionsWithValidateOnStart<ApiTokenOptions, ApiTokenOptionsValidator>().BindConfiguration(ApiTokenOptions.Section);
        services.AddSingleton<IPostConfigureOptions<ApiTokenOptions>, ApiTokenDefaults>();
        services.AddOptions<JwtBearerOptions>(SignInSchemes.Bearer).Configure<IOptions<ApiTokenOptions>, IOptions<OidcOptions>>(
            (jwt, tokens, oidc) => jwt.Take(tokens.Value, oidc.Value));
        authentication.AddJwtBearer(SignInSchemes.Bearer, _ => { });
        if (OidcOptions.IsMeant(configuration))
        {
            services.AddSingleton<IValidateOptions<OidcOptions>, OidcOptionsValidator>();
            services.AddSingleton<ProviderEvents>();
            services.AddSingleton<ISessionCheck, ProviderCheck>();
            authentication.AddSignIn(SignInSchemes.Customer, secure).AddSignIn(SignInSchemes.Staff, secure);
        }

        return authentication;
    }

    private static AuthenticationBuilder AddSignIn(this AuthenticationBuilder authentication, string cookie, CookieSecurePolicy secure)
    {
        var scheme = SignInSchemes.ProviderFor(cookie);
        authentication.Services.AddOptions<OpenIdConnectOptions>(scheme).Configure<IOptions<OidcOptions>>(
            (oidc, options) => oidc.Ask(options.Value, cookie, secure));
        return authentication.AddOpenIdConnect(scheme, _ => { });
    }

    private static void Ask(this OpenIdConnectOptions oidc, OidcOptions options, string cookie, CookieSecurePolicy secure)
    {
        oidc.SignInScheme = oidc.SignOutScheme = cookie;
        oidc.Authority = options.Authority!.OriginalString;
        oidc.BackchannelTimeout = Patience;
        oidc.RequireHttpsMetadata = !options.Authority.IsLoopback;
        (oidc.ClientId, oidc.ClientSecret) = (options.ClientId, options.ClientSecret);
        oidc.ResponseType = OpenIdConnectResponseType.Code;
        oidc.ResponseMode = OpenIdConnectResponseMode.Query; // a form posted from elsewhere would need cookies without SameSite
        oidc.UsePkce = true;
        oidc.Scope.Clear();
        foreach (var scope in options.Scopes.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            oidc.Scope.Add(scope);
        }

        oidc.MapInboundClaims = false;
        oidc.GetClaimsFromUserInfoEndpoint = true;
        foreach (var claim in new[] { options.RoleClaim, options.CustomerIdClaim, options.StaffIdClaim }.Distinct())
        {
            oidc.ClaimActions.MapJsonKey(claim, claim);
        }

        oidc.SaveTokens = true; // to ask again whether the sign-in still holds, and to sign out there as well
        oidc.CallbackPath = $"{SignInPaths.Page}/{cookie.ToLowerInvariant()}/callback";
        oidc.SignedOutCallbackPath = $"{SignInPaths.Out}/{cookie.ToLowerInvariant()}/callback";
        oidc.SignedOutRedirectUri = SignInPaths.Page;
        oidc.AccessDeniedPath = SignInPaths.Page;
        oidc.RemoteSignOutPath = default; // it comes in a frame, which has no cookies; and anybody could make a browser ask for it
        foreach (var kept in new[] { oidc.CorrelationCookie, oidc.NonceCookie })
        {
            (kept.SameSite, kept.SecurePolicy) = (SameSiteMode.Lax, secure);
        }

        oidc.EventsType = typeof(ProviderEvents);
    }

    private static void Take(this JwtBearerOptions jwt, ApiTokenOptions tokens, OidcOptions oidc)
    {
        jwt.Authority = tokens.Authority?.OriginalString;
        jwt.Audience = tokens.Audience;
        jwt.RequireHttpsMetadata = tokens.Authority is not { IsLoopback: true };
        jwt.MapInboundClaims = false;
        jwt.Events = new()
        {
            OnTokenValidated = context =>
            {
                // An ID token tells a client who has signed in. It is no key to the API, though its audience may be the same.
                if (context.Principal!.HasClaim(claim => claim.Type == "nonce"))
                {
                    context.Fail("This is an ID token.");
                }

                context.Principal = ShopIdentity.ForApi(context.Principal, oidc);
                return Task.CompletedTask;
            },
        };
    }
}
