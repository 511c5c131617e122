using CloudMart.Support.Web.SignIn;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http.HttpResults;

namespace CloudMart.Support.Web.Api;

/// <summary>
/// A browser sends the sign-in cookie by itself, also when another site's page makes it ask. So whoever is signed in by cookie also
/// proves to have read something that only our own pages can read. A bearer token is proof enough.
/// </summary>
internal static class CookieAntiforgery
{
    public const string Header = "RequestVerificationToken";
    public const string Path = "/api/antiforgery";

    public static void MapAntiforgery(this IEndpointRouteBuilder routes) => routes.MapGet("/antiforgery", Token)
        .WithSummary("The header that requests with a sign-in cookie need, and its value.");

    public static RouteHandlerBuilder RequireAntiforgeryOfCookies(this RouteHandlerBuilder endpoint) =>
        endpoint.AddEndpointFilter(async (context, next) =>
        {
            var http = context.HttpContext;
            return !SignInSchemes.IsByToken(http.Request) && !await http.RequestServices.GetRequiredService<IAntiforgery>().IsRequestValidAsync(http)
                ? Problems.StaleForm()
                : await next(context);
        });

    private static Ok<AntiforgeryReply> Token(HttpContext context, IAntiforgery antiforgery) =>
        TypedResults.Ok(new AntiforgeryReply(Header, antiforgery.GetAndStoreTokens(context).RequestToken!));
}

internal sealed record AntiforgeryReply(string Header, string Token);
