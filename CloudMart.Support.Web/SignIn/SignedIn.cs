using System.Security.Claims;
using CloudMart.Support.Core.Customers;
using CloudMart.Support.Core.Staff;

namespace CloudMart.Support.Web.SignIn;

/// <summary>Who is signed in, read from the claims: the only place where they become a customer or a member of staff.</summary>
public static class SignedIn
{
    private const string WayClaim = "way";

    /// <summary>The customer; null where nobody is signed in as one.</summary>
    public static SignedInCustomer? Customer(this ClaimsPrincipal user) =>
        user.IdentityOf(SignInRoles.Customer) is { } identity && identity.Person() is var (id, name)
            ? new SignedInCustomer(id, name) { Way = identity.Way() }
            : null;

    /// <summary>The customer of a request or a circuit that only customers get through to.</summary>
    /// <exception cref="InvalidOperationException">The page or endpoint forgot to ask for <see cref="SignInPolicies"/>.</exception>
    public static SignedInCustomer RequiredCustomer(this ClaimsPrincipal user) =>
        user.Customer() ?? throw new InvalidOperationException("No customer is signed in where only customers should get.");

    /// <summary>The member of staff; null where nobody is signed in as one.</summary>
    public static SignedInStaff? Staff(this ClaimsPrincipal user) =>
        user.IdentityOf(SignInRoles.Staff) is { } identity && identity.Person() is var (id, name)
            ? new SignedInStaff(id, name, identity.HasClaim(ClaimTypes.Role, SignInRoles.Supervisor))
            : null;

    /// <summary>The member of staff of a request or a circuit that only staff get through to.</summary>
    /// <exception cref="InvalidOperationException">The page or endpoint forgot to ask for <see cref="SignInPolicies"/>.</exception>
    public static SignedInStaff RequiredStaff(this ClaimsPrincipal user) =>
        user.Staff() ?? throw new InvalidOperationException("Nobody of staff is signed in where only staff should get.");

    /// <summary>The identity that carries <paramref name="role"/>; an identity never borrows the role of the other cookie's.</summary>
    internal static ClaimsIdentity? IdentityOf(this ClaimsPrincipal user, string role) =>
        user.Identities.FirstOrDefault(identity => identity.IsAuthenticated && identity.HasClaim(ClaimTypes.Role, role));

    /// <summary>Says of an identity how it was shown.</summary>
    internal static Claim By(SignInWay way) => new(WayClaim, way.ToString());

    private static SignInWay? Way(this ClaimsIdentity identity) =>
        Enum.TryParse<SignInWay>(identity.FindFirst(WayClaim)?.Value, out var way) ? way : null;

    private static (string Id, string Name)? Person(this ClaimsIdentity identity) =>
        identity.FindFirst(ClaimTypes.NameIdentifier) is { Value: { Length: > 0 } id }
            ? (id, identity.FindFirst(ClaimTypes.GivenName)?.Value ?? identity.Name ?? id)
            : null;
}
