namespace CloudMart.Support.Web.Hosting;

internal static class SafeHeaders
{
    /// <summary>
    /// No guessing of content types, no framing by anybody, and our addresses, which hold conversation ids, are told to no other site.
    /// Set as the response starts, because the error page clears what was set before.
    /// </summary>
    public static void UseSafeHeaders(this WebApplication app) => app.Use((context, next) =>
    {
        context.Response.OnStarting(() =>
        {
            var headers = context.Response.Headers;
            headers.XContentTypeOptions = "nosniff";
            headers.ContentSecurityPolicy = "frame-ancestors 'none'";
            headers["Referrer-Policy"] = "same-origin";
            return Task.CompletedTask;
        });
        return next(context);
    });
}
