using Microsoft.Extensions.DependencyInjection;

namespace CloudMart.Support.Core.Insights;

public static class InsightsSetup
{
    /// <summary>What supervisors read of the daily counters, which the store keeps up.</summary>
    public static IServiceCollection AddInsights(this IServiceCollection services) => services.AddSingleton<InsightsService>();
}
