using System.Diagnostics.Metrics;

namespace CloudMart.Support.Core.Telemetry;

/// <summary>What became of calls and of operations that were agreed to.</summary>
public sealed class ToolMeter(IMeterFactory meters)
{
    private readonly Counter<long> _outcomes = meters.Create(TelemetryNames.Source).CreateCounter<long>(
        "cloudmart.tool.outcomes", "{outcome}", "Outcomes that stand in the log, by tool and outcome word");

    /// <summary>Whether anybody wants to know, because finding the word costs something.</summary>
    public bool Enabled => _outcomes.Enabled;

    public void Stands(string tool, string outcome) => _outcomes.Add(
        1,
        new KeyValuePair<string, object?>(TelemetryNames.ToolName, tool),
        new KeyValuePair<string, object?>(TelemetryNames.Outcome, outcome));
}
