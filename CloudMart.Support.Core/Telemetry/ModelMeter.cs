using System.Diagnostics.Metrics;

namespace CloudMart.Support.Core.Telemetry;

/// <summary>What is asked of whoever thinks: tokens, steps and tries, by provider and model.</summary>
public sealed class ModelMeter(IMeterFactory meters)
{
    private readonly Counter<long> _retries = meters.Create(TelemetryNames.Source).CreateCounter<long>(
        "cloudmart.provider.retries", "{retry}", "Tries after a provider's fault that may pass");

    private readonly Histogram<long> _tokens = meters.Create(TelemetryNames.Source).CreateHistogram<long>(
        "gen_ai.client.token.usage", "{token}", "Tokens of a step, where the provider tells");

    private readonly Histogram<double> _steps = meters.Create(TelemetryNames.Source).CreateHistogram<double>(
        "gen_ai.client.operation.duration", "s", "How long steps took, tries and pauses included");

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
