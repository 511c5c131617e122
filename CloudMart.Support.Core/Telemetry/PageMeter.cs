using System.Diagnostics.Metrics;

namespace CloudMart.Support.Core.Telemetry;

/// <summary>Who is there.</summary>
public sealed class PageMeter(IMeterFactory meters)
{
    private readonly UpDownCounter<long> _open = meters.Create(TelemetryNames.Source).CreateUpDownCounter<long>(
        "cloudmart.pages.open", "{page}", "Pages whose browser is connected to this node");

    public void Opened() => _open.Add(1);

    public void Closed() => _open.Add(-1);
}
