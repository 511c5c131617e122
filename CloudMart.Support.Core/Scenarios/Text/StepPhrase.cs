using System.Text.RegularExpressions;
using CloudMart.Support.Core.Scenarios.Stage;

namespace CloudMart.Support.Core.Scenarios.Text;

/// <summary>Does a step, or looks whether it holds.</summary>
/// <returns>Null when all is as the step says; otherwise what is to be seen instead.</returns>
internal delegate Task<string?> StepAct(ScenarioStage stage, StepWords words, CancellationToken cancellationToken);

/// <summary>A sentence that may stand in a scenario.</summary>
public sealed class StepPhrase
{
    private readonly Regex _pattern;

    internal StepPhrase(StepKind kind, string form, string example, string meaning, StepAct act)
    {
        (Kind, Form, Example, Meaning, Act) = (kind, form, example, meaning, act);
        _pattern = StepForm.ToPattern(form);
    }

    public StepKind Kind { get; }

    /// <summary>With its gaps; what stands in square brackets may be left out.</summary>
    public string Form { get; }

    public string Example { get; }

    /// <summary>One sentence for whoever writes scenarios.</summary>
    public string Meaning { get; }

    /// <summary>It is about the assistant's own words, which nobody holds a live model to.</summary>
    public bool IsWording { get; init; }

    internal StepAct Act { get; }

    /// <summary>What is wrong with the words in the gaps, for what a pattern can't tell.</summary>
    internal Func<StepWords, string?>? Mistake { get; init; }

    /// <returns>Null when <paramref name="text"/> is another sentence.</returns>
    internal StepWords? Read(string text) => _pattern.Match(text) is { Success: true } match ? new StepWords(match) : null;
}

public enum StepKind
{
    /// <summary>How things are before anything happens.</summary>
    Before,

    /// <summary>Something happens.</summary>
    Happens,

    /// <summary>What must have come of it.</summary>
    Must,
}
