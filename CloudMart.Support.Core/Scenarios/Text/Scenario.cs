using System.Collections.Immutable;

namespace CloudMart.Support.Core.Scenarios.Text;

/// <summary>What a customer does and what must come of it, as somebody wrote it down who need not program.</summary>
/// <param name="Title">The heading above it.</param>
/// <param name="File">Where it stands, as it is shown to people.</param>
/// <param name="Line">The heading's line.</param>
/// <param name="Steps">At least one, in the order in which they happen.</param>
public sealed record Scenario(string Title, string File, int Line, ImmutableArray<ScenarioStep> Steps);

/// <summary>One list item of a scenario.</summary>
/// <param name="Text">As it was written.</param>
/// <param name="Line">Where.</param>
/// <param name="Phrase">The sentence that it is.</param>
/// <param name="Words">What stands in the sentence's gaps.</param>
public sealed record ScenarioStep(string Text, int Line, StepPhrase Phrase, StepWords Words);
