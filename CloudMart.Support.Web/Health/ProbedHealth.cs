using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace CloudMart.Support.Web.Health;

/// <summary>
/// A part that has to be tried. It is tried once at a time and its answer kept for a moment, so that any number of probes cost one try,
/// and no answer in time is an answer.
/// </summary>
internal abstract partial class ProbedHealth(TimeProvider clock, ILogger logger) : IHealthCheck
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan KeptFor = TimeSpan.FromSeconds(3);

    private readonly Lock _gate = new();
    private Task<bool>? _probe;
    private long _begun;

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var part = context.Registration;
        return new(await NewestAsync(part.Name).WaitAsync(cancellationToken) ? HealthStatus.Healthy : part.FailureStatus);
    }

    /// <summary>Tries it; throws where it is away.</summary>
    protected abstract Task ProbeAsync(CancellationToken cancellationToken);

    private Task<bool> NewestAsync(string part)
    {
        lock (_gate)
        {
            if (_probe is null || (_probe.IsCompleted && clock.GetElapsedTime(_begun) >= KeptFor))
            {
                _begun = clock.GetTimestamp();
                _probe = Task.Run(() => TryAsync(part)); // the embedded store works on the caller's thread
            }

            return _probe;
        }
    }

    /// <summary>Nobody's request: who asked first may leave, and the others still wait for it.</summary>
    private async Task<bool> TryAsync(string part)
    {
        using var limit = new CancellationTokenSource(Patience, clock);
        try
        {
            await ProbeAsync(limit.Token).WaitAsync(limit.Token);
            return true;
        }
        catch (Exception fault)
        {
            LogAway(fault, part);
            return false;
        }
    }

    [LoggerMessage(2020, LogLevel.Warning, "The {Part} does not answer a health probe")]
    private partial void LogAway(Exception fault, string part);
}
