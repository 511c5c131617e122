namespace CloudMart.Support.Web.SignIn;

/// <summary>The ways in which a request says who sent it.</summary>
public static class SignInSchemes
{
    /// <summary>The customer's cookie.</summary>
    public const string Customer = "Customer";

    /// <summary>The cookie of a member of staff; a cookie of its own, so that one browser can show both sides.</summary>
    public const string Staff = "Staff";

    /// <summary>Both cookies: what pages and their circuits see.</summary>
    public const string Browser = "Browser";

    /// <summary>A bearer token of the identity provider (JWT).</summary>
    public const string Bearer = "Bearer";

    /// <summary>A bearer token of a demo account. Only where <c>Demo:Enabled</c> holds.</summary>
    public const string DemoBearer = "DemoBearer";

    /// <summary>For the API: the bearer token where there is one, otherwise the customer's cookie. Never a redirect.</summary>
    public const string Api = "Api";

    /// <summary>The way to the identity provider that ends in <paramref name="cookie"/>.</summary>
    internal static string ProviderFor(string cookie) => $"{cookie}Provider";

    /// <summary>Which of them <see cref="Api"/> takes. A browser adds the cookie by itself, whoever made it ask; a token it does not.</summary>
    internal static string ForApi(HttpRequest request, bool demo) =>
        !IsByToken(request) ? Customer
        : demo && !LooksLikeJwt(request.Headers.Authorization) ? DemoBearer
        : Bearer;

    internal static bool IsByToken(HttpRequest request) => request.Headers.Authorization.Count > 0;

    /// <summary>Three parts with dots between them; the demo's tokens have none.</summary>
    private static bool LooksLikeJwt(string? authorization) => authorization?.Split('.').Length == 3;
}

/// <summary>What somebody may see; the values of the role claim.</summary>
public static class SignInRoles
{
    public const string Customer = "customer";
    public const string Staff = "staff";

    /// <summary>Staff who also see insights and the audit log and write canned replies; a supervisor has the role of staff as well.</summary>
    public const string Supervisor = "supervisor";
}

/// <summary>The names of the authorization policies.</summary>
public static class SignInPolicies
{
    /// <summary>A page for customers.</summary>
    public const string Customer = "Customer";

    /// <summary>A page for staff; supervisors are staff.</summary>
    public const string Staff = "Staff";

    /// <summary>A page for supervisors only.</summary>
    public const string Supervisor = "Supervisor";

    /// <summary>An endpoint of the API for customers.</summary>
    public const string ApiCustomer = "ApiCustomer";
}
