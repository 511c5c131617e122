using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;

namespace CloudMart.Support.Web.SignIn;

/// <summary>
/// A browser may be signed in as a customer and as staff at once. A circuit serves any page over one connection, so its user has to
/// carry both; each page takes the identity it is for.
/// </summary>
internal sealed class BrowserSignIn(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        var customer = await Context.AuthenticateAsync(SignInSchemes.Customer);
        var staff = await Context.AuthenticateAsync(SignInSchemes.Staff);
        ClaimsIdentity[] identities = [.. customer.Principal?.Identities ?? [], .. staff.Principal?.Identities ?? []];
        return identities.Length == 0
            ? AuthenticateResult.NoResult()
            : AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(identities), Scheme.Name));
    }

    /// <summary>Leads to the sign-in page and back.</summary>
    protected override Task HandleChallengeAsync(AuthenticationProperties properties) =>
        Context.ChallengeAsync(SignInSchemes.Customer, properties);

    /// <summary>Signed in, but not as whom the page is for: the sign-in page offers the others.</summary>
    protected override Task HandleForbiddenAsync(AuthenticationProperties properties) =>
        Context.ChallengeAsync(SignInSchemes.Customer, properties);
}
