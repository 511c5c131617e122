using CloudMart.Support.Core.Telemetry;

namespace CloudMart.Support.Core.Assistant.Providers;

/// <summary>How often one step may be tried again, and with what pauses: twice as long each time, never in step with other nodes.</summary>
internal sealed class RetryBudget(AssistantOptions options, ModelMeter meter, TimeProvider clock, DateTimeOffset deadline)
{
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(8);

    private int _spent;

    /// <summary>The same once more, for what has gone well since.</summary>
    public RetryBudget Anew() => new(options, meter, clock, deadline);

    /// <summary>Waits before another try.</summary>
    /// <param name="asked">How long the server wants to be left alone; never less is waited.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>False at once when no try is left, or none before the deadline.</returns>
    public async Task<bool> WaitAsync(TimeSpan? asked, CancellationToken cancellationToken)
    {
        if (_spent >= options.MaxRetries)
        {
            return false;
        }

        var doubled = options.RetryPause * Math.Pow(2, _spent++);
        var pause = (doubled < LongestPause ? doubled : LongestPause) * (0.75 + (Random.Shared.NextDouble() / 2));
        pause = asked > pause ? asked.Value : pause;
        if (clock.GetUtcNow() + pause >= deadline)
        {
            return false;
        }

        await Task.Delay(pause, clock, cancellationToken);
        meter.Retried(ProviderName.Of(options), ProviderName.ModelOf(options));
        return true;
    }
}
