using CloudMart.Support.Core.Customers;
using Microsoft.AspNetCore.Http.HttpResults;

namespace CloudMart.Support.Web.SignIn;

/// <summary>Where the sign-in leads. It never leads to another site, whatever a link says.</summary>
internal static class SignInPaths
{
    public const string Page = "/signin";
    public const string Out = "/signout";

    public static string PageFor(string? returnUrl) =>
        IsOwn(returnUrl) ? $"{Page}?returnUrl={Uri.EscapeDataString(returnUrl!)}" : Page;

    public static string After(DemoRole role, string? returnUrl) =>
        IsOwn(returnUrl) ? returnUrl! : role == DemoRole.Customer ? "/" : Page;

    public static bool IsOwn(string? url) => url is ['/', ..] && RedirectHttpResult.IsLocalUrl(url);
}
