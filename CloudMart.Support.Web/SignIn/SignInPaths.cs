using Microsoft.AspNetCore.Http.HttpResults;

namespace CloudMart.Support.Web.SignIn;

/// <summary>Where the sign-in leads. It never leads to another site, whatever a link says.</summary>
internal static class SignInPaths
{
    public const string Page = "/signin";
    public const string Customer = "/signin/customer";
    public const string Staff = "/signin/staff";
    public const string Out = "/signout";

    public static string PageFor(string? returnUrl, SignInProblem? problem = null) =>
        (IsOwn(returnUrl), problem) switch
        {
            (true, null) => $"{Page}?returnUrl={Uri.EscapeDataString(returnUrl!)}",
            (true, _) => $"{Page}?problem={problem}&returnUrl={Uri.EscapeDataString(returnUrl!)}",
            (_, null) => Page,
            _ => $"{Page}?problem={problem}",
        };

    /// <param name="cookie"><see cref="SignInSchemes.Customer"/> or <see cref="SignInSchemes.Staff"/>.</param>
    /// <param name="returnUrl">Where they wanted to go.</param>
    public static string After(string cookie, string? returnUrl) =>
        IsOwn(returnUrl) ? returnUrl! : cookie == SignInSchemes.Customer ? "/" : "/staff";

    public static bool IsOwn(string? url) => url is ['/', ..] && RedirectHttpResult.IsLocalUrl(url);
}
