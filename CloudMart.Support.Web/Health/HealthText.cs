using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace CloudMart.Support.Web.Health;

/// <summary>A line for the whole and one for each part, a name and a status word: anybody may ask, so causes are the log's.</summary>
internal static class HealthText
{
    public static Task WriteAsync(HttpContext context, HealthReport report)
    {
        context.Response.ContentType = "text/plain; charset=utf-8";
        var lines = report.Entries.Select(part => $"{part.Key} {WordOf(part.Value.Status)}").Prepend(WordOf(report.Status));
        return context.Response.WriteAsync(string.Join('\n', lines), context.RequestAborted);
    }

    private static string WordOf(HealthStatus status) => status switch
    {
        HealthStatus.Healthy => "healthy",
        HealthStatus.Degraded => "degraded",
        _ => "unhealthy",
    };
}
