using System.Diagnostics.Metrics;

namespace CloudMart.Support.Tests.Fakes;

/// <summary>Meters of one test's own, so that a listener hears nobody else.</summary>
internal sealed class SomeMeters : IMeterFactory
{
    private readonly List<Meter> _meters = [];

    public Meter Create(MeterOptions options)
    {
        options.Scope = this;
        var meter = new Meter(options);
        _meters.Add(meter);
        return meter;
    }

    public void Dispose() => _meters.ForEach(meter => meter.Dispose());
}
