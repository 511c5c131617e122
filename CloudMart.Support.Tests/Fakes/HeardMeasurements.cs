using System.Collections.Concurrent;
using System.Diagnostics.Metrics;

namespace CloudMart.Support.Tests.Fakes;

/// <summary>Listens to the instruments of one host.</summary>
internal sealed class HeardMeasurements : IDisposable
{
    private readonly MeterListener _listener = new();
    private readonly ConcurrentQueue<(string Instrument, double Value, string Tags)> _heard = new();

    public HeardMeasurements(IMeterFactory meters)
    {
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (ReferenceEquals(instrument.Meter.Scope, meters))
            {
                listener.EnableMeasurementEvents(instrument);
            }
        };
        _listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Hear(instrument, value, tags));
        _listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Hear(instrument, value, tags));
        _listener.Start();
    }

    public IReadOnlyList<(double Value, string Tags)> Of(string instrument) =>
        [.. _heard.Where(heard => heard.Instrument == instrument).Select(heard => (heard.Value, heard.Tags))];

    public IEnumerable<string> Told => _heard.Select(heard => $"{heard.Instrument} {heard.Tags}");

    public void Dispose() => _listener.Dispose();

    private void Hear(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags) =>
        _heard.Enqueue((instrument.Name, value, string.Join(' ', tags.ToArray().Select(tag => $"{tag.Key}={tag.Value}"))));
}
