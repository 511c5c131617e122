using CloudMart.Support.Core.Customers;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.Extensions.Options;

namespace CloudMart.Support.Web.SignIn;

public static class SignInSetup
{
    private static readonly TimeSpan CookieLifetime = TimeSpan.FromHours(8);

    /// <summary>Who is asking, for pages and API, and the keys that cookies and tokens are sealed with.</summary>
    public static IServiceCollection AddSignIn(this IServiceCollection services, IConfiguration configuration)
    {
        // The demo runs over plain http, where a browser would not send back a cookie marked as secure.
        var secure = DemoOptions.IsEnabled(configuration) ? CookieSecurePolicy.SameAsRequest : CookieSecurePolicy.Always;
        services.AddAuthentication(SignInSchemes.Browser)
            .AddScheme<AuthenticationSchemeOptions, BrowserSignIn>(SignInSchemes.Browser, null)
            .AddCookie(SignInSchemes.Customer, options => Keep(options, "cloudmart.customer", secure))
            .AddCookie(SignInSchemes.Staff, options => Keep(options, "cloudmart.staff", secure))
            .AddBearerToken(SignInSchemes.Bearer, BearerHeader.ReadInAnyCase)
            .AddPolicyScheme(SignInSchemes.Api, null, options =>
            {
                options.ForwardDefaultSelector = context => SignInSchemes.ForApi(context.Request);
                options.ForwardChallenge = SignInSchemes.Bearer;
                options.ForwardForbid = SignInSchemes.Bearer;
            });
        services.AddAuthorizationBuilder()
            .AddPolicy(SignInPolicies.Customer, policy => policy.RequireRole(SignInRoles.Customer))
            .AddPolicy(SignInPolicies.Staff, policy => policy.RequireRole(SignInRoles.Staff, SignInRoles.Supervisor))
            .AddPolicy(SignInPolicies.Supervisor, policy => policy.RequireRole(SignInRoles.Supervisor))
            .AddPolicy(SignInPolicies.ApiCustomer, policy => policy
                .AddAuthenticationSchemes(SignInSchemes.Api)
                .RequireRole(SignInRoles.Customer));
        services.AddCascadingAuthenticationState();
        services.AddAntiforgery(options =>
        {
            options.Cookie.Name = "cloudmart.antiforgery";
            options.Cookie.SecurePolicy = secure;
            options.SuppressXFrameOptionsHeader = true; // frame-ancestors says it more strictly
        });
        services.AddSingleton<DemoPeople>();
        services.AddSingleton<DemoTokens>();
        services.AddSingleton<IValidateOptions<DemoOptions>, DemoOnLoopback>();
        services.AddSingleton<IValidateOptions<DemoOptions>, SomeSignIn>();
        return services.AddSealingKeys();
    }

    public static void MapSignIn(this WebApplication app)
    {
        app.MapSignOut();
        if (DemoOptions.IsEnabled(app.Configuration))
        {
            app.MapDemoSignIn();
        }
    }

    private static void Keep(CookieAuthenticationOptions options, string name, CookieSecurePolicy secure)
    {
        options.Cookie.Name = name;
        options.Cookie.HttpOnly = true;
        options.Cookie.SameSite = SameSiteMode.Lax;
        options.Cookie.SecurePolicy = secure;
        options.ExpireTimeSpan = CookieLifetime;
        options.SlidingExpiration = true;
        options.LoginPath = SignInPaths.Page;
        options.AccessDeniedPath = SignInPaths.Page;
        options.ReturnUrlParameter = "returnUrl";
    }
}
