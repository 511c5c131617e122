using CloudMart.Support.Web.SignIn.Provider;

namespace CloudMart.Support.Web.Hosting;

internal static class SafeHeaders
{
    private static readonly TimeSpan HttpsRemembered = TimeSpan.FromDays(365);

    /// <summary>How long a browser that came by https never comes by http again; it is never told so about this machine itself.</summary>
    public static IServiceCollection AddSafeHeaders(this IServiceCollection services) =>
        services.AddHsts(options => options.MaxAge = HttpsRemembered);

    /// <summary>
    /// No guessing of content types, no framing by anybody, no script but our own files, and our addresses, which hold conversation ids, are
    /// told to no other site. Set as the response starts, because the error page clears what was set before.
    /// </summary>
    public static void UseSafeHeaders(this WebApplication app)
    {
        var policy = ContentPolicy(app.Configuration);
        app.UseHsts();
        app.Use((context, next) =>
        {
            context.Response.OnStarting(() =>
            {
                var headers = context.Response.Headers;
                headers.XContentTypeOptions = "nosniff";
                headers.ContentSecurityPolicy = policy;
                headers["Referrer-Policy"] = "same-origin";
                return Task.CompletedTask;
            });
            return next(context);
        });
    }

    /// <summary>
    /// Styles may be inline: the theme and MudBlazor write them. A form may lead on to the provider, whose sign-out lies behind ours and may
    /// send the browser on to others.
    /// </summary>
    private static string ContentPolicy(IConfiguration settings)
    {
        var provider = OidcOptions.IsMeant(settings) ? $" https: {settings[$"{OidcOptions.Section}:{nameof(OidcOptions.Authority)}"]}" : "";
        return string.Join("; ",
            "default-src 'self'",
            "script-src 'self'",
            "style-src 'self' 'unsafe-inline'",
            "img-src 'self' data:",
            "object-src 'none'",
            "base-uri 'self'",
            $"form-action 'self'{provider}",
            "frame-ancestors 'none'");
    }
}
