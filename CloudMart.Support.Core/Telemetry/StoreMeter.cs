using System.Diagnostics.Metrics;

namespace CloudMart.Support.Core.Telemetry;

/// <summary>What the store costs.</summary>
public sealed class StoreMeter(IMeterFactory meters)
{
    private readonly Histogram<double> _units = meters.Create(TelemetryNames.Source).CreateHistogram<double>(
        "cloudmart.dynamodb.units", "{unit}", "Capacity units that calls of DynamoDB consumed, by operation and table");

    /// <summary>Whether anybody wants to know: DynamoDB tells only who asks.</summary>
    public bool Enabled => _units.Enabled;

    public void Consumed(string operation, string table, double units) => _units.Record(
        units,
        new KeyValuePair<string, object?>(TelemetryNames.DbOperation, operation),
        new KeyValuePair<string, object?>(TelemetryNames.DbCollection, table));
}
