using System.Security.Claims;
using CloudMart.Support.Core;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;

namespace CloudMart.Support.Web.SignIn.Sessions;

/// <summary>Gives each sign-in its session, and asks after it whenever its cookie comes.</summary>
internal sealed class SessionCookieEvents(SignInSessions sessions, IIdSource ids) : CookieAuthenticationEvents
{
    // No SigningOut: refusing a cookie signs it out, and whoever asked for it there would be refused again, without end.
    public override Task SigningIn(CookieSigningInContext context)
    {
        ((ClaimsIdentity)context.Principal!.Identity!).AddClaim(new Claim(SignInSessions.IdClaim, ids.NewId()));
        return Task.CompletedTask;
    }

    public override async Task ValidatePrincipal(CookieValidatePrincipalContext context)
    {
        var identity = (ClaimsIdentity)context.Principal!.Identity!;
        if (identity.FindFirst(SignInSessions.IdClaim)?.Value is not { } id)
        {
            context.RejectPrincipal();
            return;
        }

        var session = sessions.Saw(id, identity, context.Properties);
        if (!await sessions.HoldsAsync(id, context.HttpContext.RequestAborted))
        {
            context.RejectPrincipal();
            await context.HttpContext.SignOutAsync(context.Scheme.Name);
        }
        else if (session.Tokens is { } tokens && tokens.Access != Provider.ProviderTokens.In(context.Properties)?.Access)
        {
            tokens.PutInto(context.Properties);
            context.ShouldRenew = true;
        }
    }
}
