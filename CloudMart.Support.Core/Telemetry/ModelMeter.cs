using System.Diagnostics.Metrics;

namespace CloudMart.Support.Core.Telemetry;

/// <summary>What is asked of whoever thinks: tokens, steps and tries, by provider and model.</summary>
public sealed class ModelMeter(IMeterFactory meters)
{
    /// <summary>As the GenAI semantic conventions want them.</summary>
    private static readonly InstrumentAdvice<long> Tokens = new()
    {
        HistogramBucketBoundaries = [1, 4, 16, 64, 256, 1_024, 4_096, 16_384, 65_536, 262_144, 1_048_576, 4_194_304, 16_777_216, 67_108_864],
    };

    /// <inheritdoc cref="Tokens"/>
    private static readonly InstrumentAdvice<double> Seconds = new()
    {
        HistogramBucketBoundaries = [0.01, 0.02, 0.04, 0.08, 0.16, 0.32, 0.64, 1.28, 2.56, 5.12, 10.24, 20.48, 40.96, 81.92],
    };

    private readonly Counter<long> _retries = meters.Create(TelemetryNames.Source).CreateCounter<long>(
        "cloudmart.provider.retries", "{retry}", "Tries after a provider's fault that may pass");

    private readonly Histogram<long> _tokens = meters.Create(TelemetryNames.Source).CreateHistogram(
        "gen_ai.client.token.usage", "{token}", "Tokens of a step, where the provider tells", tags: null, Tokens);

    private readonly Histogram<double> _steps = meters.Create(TelemetryNames.Source).CreateHistogram(
        "gen_ai.client.operation.duration", "s", "How long steps took, tries and pauses included", tags: null, Seconds);

    public void Retried(string provider, string model) =>
        _retries.Add(1, Of(TelemetryNames.Provider, provider), Of(TelemetryNames.Model, model));

    public void Used(string provider, string model, long input, long output)
    {
        Record(provider, model, "input", input);
        Record(provider, model, "output", output);
    }

    /// <param name="provider">Who thought.</param>
    /// <param name="model">With what.</param>
    /// <param name="error">The kind of failure; null where there was none.</param>
    /// <param name="duration">How long.</param>
    public void Took(string provider, string model, string? error, TimeSpan duration)
    {
        if (error is null)
        {
            _steps.Record(
                duration.TotalSeconds,
                Of(TelemetryNames.Operation, "chat"),
                Of(TelemetryNames.Provider, provider),
                Of(TelemetryNames.Model, model));
        }
        else if (_steps.Enabled)
        {
            _steps.Record(
                duration.TotalSeconds,
                Of(TelemetryNames.Operation, "chat"),
                Of(TelemetryNames.Provider, provider),
                Of(TelemetryNames.Model, model),
                Of(TelemetryNames.ErrorType, error));
        }
    }

    private void Record(string provider, string model, string type, long tokens)
    {
        if (_tokens.Enabled)
        {
            _tokens.Record(
                tokens, Of(TelemetryNames.Operation, "chat"), Of(TelemetryNames.Provider, provider), Of(TelemetryNames.Model, model),
                Of(TelemetryNames.TokenType, type));
        }
    }

    private static KeyValuePair<string, object?> Of(string name, string value) => new(name, value);
}
