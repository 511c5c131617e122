using CloudMart.Support.Core.Assistant;
using CloudMart.Support.Core.Scenarios.Stage;
using CloudMart.Support.Core.Scenarios.Text;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace CloudMart.Support.Core.Scenarios;

/// <summary>
/// Plays scenarios with the configured assistant. A live model is judged on what it calls and on how things stand in the end, never on its
/// words: such steps are passed over.
/// </summary>
/// <param name="settings">Of these the section <c>Assistant</c> counts.</param>
public sealed class ScenarioRunner(IConfiguration settings)
{
    private const string Provider = $"{AssistantOptions.Section}:{nameof(AssistantOptions.Provider)}";

    /// <summary>Who thinks.</summary>
    public string Assistant { get; } = settings[Provider] is { Length: > 0 } provider ? provider : nameof(AssistantProvider.Embedded);

    private bool IsLive => Assistant != nameof(AssistantProvider.Embedded);

    /// <exception cref="OptionsValidationException">A setting is wrong; no scenario could be played.</exception>
    public async Task<ScenarioOutcome> PlayAsync(Scenario scenario, CancellationToken cancellationToken)
    {
        var begun = TimeProvider.System.GetTimestamp();
        var passedOver = 0;
        await using var stage = new ScenarioStage(settings);
        foreach (var step in scenario.Steps)
        {
            if (step.Phrase.IsWording && IsLive)
            {
                passedOver++;
            }
            else if (await TakeAsync(stage, step, cancellationToken) is { } seen)
            {
                return new(scenario, TimeProvider.System.GetElapsedTime(begun), passedOver, step, seen);
            }
        }

        return new(scenario, TimeProvider.System.GetElapsedTime(begun), passedOver);
    }

    private static async Task<string?> TakeAsync(ScenarioStage stage, ScenarioStep step, CancellationToken cancellationToken)
    {
        try
        {
            return await step.Phrase.Act(stage, step.Words, cancellationToken);
        }
        catch (StepFailedException failed)
        {
            return failed.Message;
        }
        catch (TimeoutException)
        {
            return "the conversation never came to rest";
        }
        catch (Exception bug) when (bug is not (OperationCanceledException or OptionsValidationException))
        {
            return $"it broke: {bug}"; // the other scenarios still have something to say
        }
    }
}
