using System.Diagnostics.Metrics;

namespace CloudMart.Support.Core.Telemetry;

/// <summary>What customers do, and how long they wait.</summary>
public sealed class TurnMeter(IMeterFactory meters)
{
    /// <summary>A word comes within a second or two, a run takes some more; what takes longer is counted, not told apart.</summary>
    private static readonly InstrumentAdvice<double> Seconds = new()
    {
        HistogramBucketBoundaries = [0.05, 0.1, 0.25, 0.5, 1, 2, 4, 8, 15, 30, 60, 120],
    };

    private readonly Counter<long> _turns = meters.Create(TelemetryNames.Source).CreateCounter<long>(
        "cloudmart.turns", "{turn}", "Messages and presses of a card's button that were kept");

    private readonly Histogram<double> _runs = meters.Create(TelemetryNames.Source).CreateHistogram(
        "cloudmart.run.duration", "s", "How long runs took until they ended, by the reason of their end", tags: null, Seconds);

    private readonly Histogram<double> _firstWords = meters.Create(TelemetryNames.Source).CreateHistogram(
        "cloudmart.first_word.duration", "s", "How long customers waited for the first word of an answer", tags: null, Seconds);

    public void Kept(string kind) => _turns.Add(1, new KeyValuePair<string, object?>(TelemetryNames.TurnKind, kind));

    public void Ended(string reason, TimeSpan duration) =>
        _runs.Record(duration.TotalSeconds, new KeyValuePair<string, object?>(TelemetryNames.RunEndReason, reason));

    public void Spoke(TimeSpan waited) => _firstWords.Record(waited.TotalSeconds);
}
