using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace CloudMart.Support.Web.SignIn;

internal static class SignOutEndpoint
{
    public static void MapSignOut(this IEndpointRouteBuilder routes) =>
        routes.MapPost(SignInPaths.Out, SignOutAsync).DisableAntiforgery().ExcludeFromDescription();

    /// <summary>Leaves one of the two sign-ins (<paramref name="scheme"/>), the other stays. A form that went stale only shows the page again.</summary>
    private static async Task<RedirectHttpResult> SignOutAsync([FromForm] string? scheme, HttpContext context, IAntiforgery antiforgery)
    {
        if (scheme is SignInSchemes.Customer or SignInSchemes.Staff && await antiforgery.IsRequestValidAsync(context))
        {
            await context.SignOutAsync(scheme);
        }

        return TypedResults.Redirect(SignInPaths.Page);
    }
}
