using CloudMart.Support.Core.Scenarios.Text;

namespace CloudMart.Support.Core.Scenarios;

/// <summary>What came of playing a scenario once.</summary>
/// <param name="Scenario">The scenario.</param>
/// <param name="Took">How long it took.</param>
/// <param name="PassedOver">How many steps about the assistant's words were not looked at, because a live model thinks.</param>
/// <param name="Missed">The first step that did not hold; null when all did.</param>
/// <param name="Seen">What was to be seen instead.</param>
public sealed record ScenarioOutcome(
    Scenario Scenario, TimeSpan Took, int PassedOver, ScenarioStep? Missed = null, string? Seen = null)
{
    public bool Holds => Missed is null;

    /// <summary>Where, what was expected and what was seen; empty when all holds.</summary>
    public string Report => Missed is null ? "" : $"{Scenario.File}:{Missed.Line}: {Missed.Text}{Environment.NewLine}seen: {Seen}";
}
