using System.Security.Claims;
using CloudMart.Support.Core.Customers;

namespace CloudMart.Support.Web.SignIn;

/// <summary>A demo account as claims.</summary>
internal static class DemoIdentity
{
    public static string Scheme(this DemoAccount account) =>
        account.Role == DemoRole.Customer ? SignInSchemes.Customer : SignInSchemes.Staff;

    public static ClaimsPrincipal ToPrincipal(this DemoAccount account, string scheme)
    {
        var identity = new ClaimsIdentity(
            [
                new(ClaimTypes.NameIdentifier, account.Id),
                new(ClaimTypes.Name, account.FullName),
                new(ClaimTypes.GivenName, account.GivenName),
                SignedIn.By(scheme == SignInSchemes.DemoBearer ? SignInWay.Token : SignInWay.Demo),
                .. Roles(account.Role).Select(role => new Claim(ClaimTypes.Role, role)),
            ],
            scheme);
        return new ClaimsPrincipal(identity);
    }

    private static string[] Roles(DemoRole role) => role switch
    {
        DemoRole.Customer => [SignInRoles.Customer],
        DemoRole.Staff => [SignInRoles.Staff],
        DemoRole.Supervisor => [SignInRoles.Staff, SignInRoles.Supervisor],
        _ => throw new ArgumentOutOfRangeException(nameof(role), role, null),
    };
}
