using CloudMart.Support.Core.Assistant;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace CloudMart.Support.Web.Health;

/// <summary>As its newest steps went; it is not asked for a probe's sake. What nobody has asked yet counts as well.</summary>
internal sealed class ProviderHealth(RecentSteps steps) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(new HealthCheckResult(steps.AreFailing ? context.Registration.FailureStatus : HealthStatus.Healthy));
}
