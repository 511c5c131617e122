using CloudMart.Support.Web.SignIn.Provider;
using CloudMart.Support.Web.SignIn.Sessions;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Mvc;

namespace CloudMart.Support.Web.SignIn;

internal static class SignOutEndpoint
{
    public static void MapSignOut(this IEndpointRouteBuilder routes) =>
        routes.MapPost(SignInPaths.Out, SignOutAsync).DisableAntiforgery().ExcludeFromDescription();

    /// <summary>Leaves one of the two sign-ins (<paramref name="scheme"/>), the other stays. A form that went stale only shows the page again.</summary>
    private static async Task SignOutAsync([FromForm] string? scheme, HttpContext context, IAntiforgery antiforgery, SignInSessions sessions)
    {
        context.Response.Redirect(SignInPaths.Page);
        if (scheme is SignInSchemes.Customer or SignInSchemes.Staff && await antiforgery.IsRequestValidAsync(context))
        {
            var signedIn = await context.AuthenticateAsync(scheme);
            if (signedIn.Principal?.FindFirst(SignInSessions.IdClaim)?.Value is { } session)
            {
                sessions.End(session);
            }

            await LeaveProviderAsync(context, scheme, signedIn.Properties);
            await context.SignOutAsync(scheme);
        }
    }

    /// <summary>Who came by the provider leaves there as well, and comes back. The way to it takes the ID token from the cookie, so it goes first.</summary>
    private static async Task LeaveProviderAsync(HttpContext context, string cookie, AuthenticationProperties? properties)
    {
        if (properties is null || ProviderTokens.In(properties) is null)
        {
            return;
        }

        try
        {
            await context.SignOutAsync(SignInSchemes.ProviderFor(cookie), new AuthenticationProperties { RedirectUri = SignInPaths.Page });
        }
        catch (Exception fault) when (ProviderAway.Says(fault, context.RequestAborted))
        {
            // Out of reach: here they are signed out all the same.
        }
    }
}
