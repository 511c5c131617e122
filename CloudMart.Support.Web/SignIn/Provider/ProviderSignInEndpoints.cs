using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;

namespace CloudMart.Support.Web.SignIn.Provider;

/// <summary>The way to the provider. Mapped only where there is one. A link and no form, since <c>form-action</c> would hold for all that follows.</summary>
internal static partial class ProviderSignInEndpoints
{
    public static void MapProviderSignIn(this IEndpointRouteBuilder routes)
    {
        routes.MapGet(SignInPaths.Customer, (HttpContext context, string? returnUrl, bool? other) =>
            AskAsync(context, SignInSchemes.Customer, returnUrl, other)).ExcludeFromDescription();
        routes.MapGet(SignInPaths.Staff, (HttpContext context, string? returnUrl, bool? other) =>
            AskAsync(context, SignInSchemes.Staff, returnUrl, other)).ExcludeFromDescription();
    }

    private static async Task AskAsync(HttpContext context, string cookie, string? returnUrl, bool? other)
    {
        var properties = new OpenIdConnectChallengeProperties { RedirectUri = SignInPaths.After(cookie, returnUrl) };
        if (other == true || await IsSignedInAsync(context, cookie == SignInSchemes.Staff ? SignInSchemes.Customer : SignInSchemes.Staff))
        {
            // The provider remembers who signed in last, and would answer with that account without asking.
            properties.Prompt = "login";
        }

        try
        {
            await context.ChallengeAsync(SignInSchemes.ProviderFor(cookie), properties);
        }
        catch (Exception fault) when (ProviderAway.Says(fault, context.RequestAborted))
        {
            LogAway(context.RequestServices.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(ProviderSignInEndpoints).FullName!), fault);
            context.Response.Redirect(SignInPaths.PageFor(returnUrl, SignInProblem.Away));
        }
    }

    private static async Task<bool> IsSignedInAsync(HttpContext context, string cookie) => (await context.AuthenticateAsync(cookie)).Succeeded;

    [LoggerMessage(2033, LogLevel.Error, "The provider can't be reached, so nobody can sign in")]
    private static partial void LogAway(ILogger logger, Exception fault);
}
