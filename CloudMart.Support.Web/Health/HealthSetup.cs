using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace CloudMart.Support.Web.Health;

/// <summary>
/// <c>/health/live</c>: the process answers. <c>/health/ready</c>: it can serve. Only a store that is away makes a node unready. While the
/// feed or the provider fails, pages follow the log and staff can answer, and every node would be unready at once: that is told, with
/// status 200.
/// </summary>
internal static class HealthSetup
{
    public const string Root = "/health";

    public static IServiceCollection AddHealth(this IServiceCollection services)
    {
        services.AddSingleton<StoreHealth>().AddSingleton<FeedHealth>().AddSingleton<ProviderHealth>();
        services.AddHealthChecks()
            .AddCheck<StoreHealth>("store", HealthStatus.Unhealthy)
            .AddCheck<FeedHealth>("feed", HealthStatus.Degraded)
            .AddCheck<ProviderHealth>("provider", HealthStatus.Degraded);
        return services;
    }

    public static void MapHealth(this WebApplication app)
    {
        Map(app, "/live", _ => false);
        Map(app, "/ready", _ => true);
    }

    private static void Map(WebApplication app, string path, Func<HealthCheckRegistration, bool> parts) => app
        .MapHealthChecks(Root + path, new HealthCheckOptions { Predicate = parts, ResponseWriter = HealthText.WriteAsync })
        .AllowAnonymous()
        .DisableHttpMetrics();
}
