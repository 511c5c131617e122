using System.Security.Claims;
using CloudMart.Support.Core.Customers;

namespace CloudMart.Support.Web.SignIn.Provider;

/// <summary>What a provider says of somebody, in the shop's claims. Of the provider's own claims nothing else is kept.</summary>
internal static class ShopIdentity
{
    /// <summary>Who they are in <paramref name="scheme"/>, <see cref="SignInSchemes.Customer"/> or <see cref="SignInSchemes.Staff"/>.</summary>
    /// <returns>Null where they have no business there.</returns>
    public static ClaimsIdentity? In(string scheme, ClaimsPrincipal person, OidcOptions options, SignInWay way = SignInWay.Provider)
    {
        var given = person.FindAll(options.RoleClaim).Select(claim => claim.Value).ToHashSet();
        var isSupervisor = given.Contains(options.SupervisorRole);
        var isStaff = isSupervisor || given.Contains(options.StaffRole);
        var isCustomer = options.CustomerRole is { Length: > 0 } role ? given.Contains(role) : !isStaff;
        return scheme switch
        {
            SignInSchemes.Customer when isCustomer => Named(person, options.CustomerIdClaim, scheme, way, SignInRoles.Customer),
            SignInSchemes.Staff when isSupervisor => Named(person, options.StaffIdClaim, scheme, way, SignInRoles.Staff, SignInRoles.Supervisor),
            SignInSchemes.Staff when isStaff => Named(person, options.StaffIdClaim, scheme, way, SignInRoles.Staff),
            _ => null,
        };
    }

    /// <summary>Who they are to the API, which has one sign-in for all: possibly nobody that it knows.</summary>
    public static ClaimsPrincipal ForApi(ClaimsPrincipal person, OidcOptions options)
    {
        ClaimsIdentity[] known = [.. new[] { In(SignInSchemes.Customer, person, options, SignInWay.Token), In(SignInSchemes.Staff, person, options, SignInWay.Token) }.OfType<ClaimsIdentity>()];
        return known.Length > 0 ? new ClaimsPrincipal(known) : new ClaimsPrincipal(new ClaimsIdentity(SignInSchemes.Bearer));
    }

    /// <summary>The same person with the same roles.</summary>
    public static bool IsSameAs(this ClaimsIdentity one, ClaimsIdentity other) =>
        one.FindFirst(ClaimTypes.NameIdentifier)?.Value == other.FindFirst(ClaimTypes.NameIdentifier)?.Value
        && one.FindAll(ClaimTypes.Role).Select(claim => claim.Value).ToHashSet().SetEquals(other.FindAll(ClaimTypes.Role).Select(claim => claim.Value));

    private static ClaimsIdentity? Named(ClaimsPrincipal person, string idClaim, string scheme, SignInWay way, params string[] roles)
    {
        if (person.FindFirst(idClaim)?.Value is not { Length: > 0 } id)
        {
            return null;
        }

        var name = person.FindFirst("name")?.Value ?? id;
        return new ClaimsIdentity(
            [
                new(ClaimTypes.NameIdentifier, id),
                new(ClaimTypes.Name, name),
                new(ClaimTypes.GivenName, person.FindFirst("given_name")?.Value ?? name.Split(' ')[0]),
                SignedIn.By(way),
                .. roles.Select(role => new Claim(ClaimTypes.Role, role)),
            ],
            scheme);
    }
}
