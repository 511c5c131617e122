using CloudMart.Support.Core.Customers;
using CloudMart.Support.Web.SignIn.Provider;
using CloudMart.Support.Web.SignIn.Sessions;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Components.Server.Circuits;
using Microsoft.Extensions.Options;

namespace CloudMart.Support.Web.SignIn;

public static class SignInSetup
{
    /// <summary>Who is asking, for pages and API, and the keys that cookies and tokens are sealed with.</summary>
    public static IServiceCollection AddSignIn(this IServiceCollection services, IConfiguration configuration)
    {
        // The demo runs over plain http, where a browser would not send back a cookie marked as secure.
        var demo = DemoOptions.IsEnabled(configuration);
        var secure = demo ? CookieSecurePolicy.SameAsRequest : CookieSecurePolicy.Always;
        var authentication = services.AddAuthentication(SignInSchemes.Browser)
            .AddScheme<AuthenticationSchemeOptions, BrowserSignIn>(SignInSchemes.Browser, null)
            .AddCookie(SignInSchemes.Customer, options => Keep(options, "cloudmart.customer", secure))
            .AddCookie(SignInSchemes.Staff, options => Keep(options, "cloudmart.staff", secure))
            .AddProvider(configuration, secure)
            .AddPolicyScheme(SignInSchemes.Api, null, options =>
            {
                options.ForwardDefaultSelector = context => SignInSchemes.ForApi(context.Request, demo);
                options.ForwardChallenge = SignInSchemes.Bearer;
                options.ForwardForbid = SignInSchemes.Bearer;
            });
        if (demo)
        {
            authentication.AddBearerToken(SignInSchemes.DemoBearer, BearerHeader.ReadInAnyCase);
            services.AddSingleton<DemoPeople>().AddSingleton<DemoTokens>();
        }

        services.AddSessions();
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

        if (OidcOptions.IsMeant(app.Configuration))
        {
            app.MapProviderSignIn();
        }
    }

    private static void AddSessions(this IServiceCollection services)
    {
        services.AddOptionsWithValidateOnStart<SignInSessionOptions, SignInSessionOptionsValidator>().BindConfiguration(SignInSessionOptions.Section);
        services.AddSingleton<SignInSessions>();
        services.AddSingleton<SessionCookieEvents>();
        services.AddScoped<CircuitHandler, SignInWatch>();
        foreach (var cookie in new[] { SignInSchemes.Customer, SignInSchemes.Staff })
        {
            services.AddOptions<CookieAuthenticationOptions>(cookie).Configure<IOptions<SignInSessionOptions>>(
                (options, session) => options.ExpireTimeSpan = session.Value.SessionLifetime);
        }
    }

    private static void Keep(CookieAuthenticationOptions options, string name, CookieSecurePolicy secure)
    {
        options.Cookie.Name = name;
        options.Cookie.HttpOnly = true;
        options.Cookie.SameSite = SameSiteMode.Lax;
        options.Cookie.SecurePolicy = secure;
        options.SlidingExpiration = true;
        options.EventsType = typeof(SessionCookieEvents);
        options.LoginPath = SignInPaths.Page;
        options.AccessDeniedPath = SignInPaths.Page;
        options.ReturnUrlParameter = "returnUrl";
    }
}
