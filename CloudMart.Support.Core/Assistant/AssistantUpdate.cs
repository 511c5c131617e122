using System.Collections.Immutable;
using CloudMart.Support.Core.Conversations;

namespace CloudMart.Support.Core.Assistant;

/// <summary>What an assistant reports while it thinks.</summary>
public abstract record AssistantUpdate;

/// <summary>The next piece of text.</summary>
public sealed record TextPiece(string Text) : AssistantUpdate;

/// <summary>The pieces so far do not count: the step's text begins anew (a lost stream was asked for again).</summary>
public sealed record TextRestarted : AssistantUpdate;

/// <summary>The step holds something at the provider.</summary>
/// <param name="ProviderState">What to let go of (<see cref="IAssistant.AbandonAsync"/>) should the run not go on.</param>
/// <param name="IsNew">
/// It was opened just now, and nothing is begun in it before the next update is asked for. Whoever keeps a log writes the state down first, or
/// a crash would leave behind what nobody knows of.
/// </param>
public sealed record Holds(string ProviderState, bool IsNew = false) : AssistantUpdate;

/// <summary>How a step ended.</summary>
/// <param name="Usage">Tokens, where known.</param>
public abstract record StepEnded(TokenUsage? Usage) : AssistantUpdate;

/// <summary>It has answered; the run can end.</summary>
/// <param name="Text">The whole text: what the pieces add up to.</param>
/// <param name="ProviderState">To be given back on the next step; null where nothing is to be remembered.</param>
/// <param name="Usage">Tokens, where known.</param>
public sealed record Answered(string Text, string? ProviderState = null, TokenUsage? Usage = null) : StepEnded(Usage);

/// <summary>It wants tools (<c>requires_action</c>).</summary>
/// <param name="Text">Said before asking; may be empty.</param>
/// <param name="Calls">At least one.</param>
/// <param name="ProviderState">To be given back with the outputs.</param>
/// <param name="Usage">Tokens, where known.</param>
/// <param name="AnswerBy">Until when the provider waits for the outputs, where it says.</param>
public sealed record ToolsRequired(
    string Text,
    ImmutableArray<ToolCall> Calls,
    string? ProviderState = null,
    TokenUsage? Usage = null,
    DateTimeOffset? AnswerBy = null) : StepEnded(Usage);

/// <summary>It could not think this step to the end.</summary>
/// <param name="Failure">What kind of failure, which decides what the run does next.</param>
/// <param name="Detail">For the operator's log, with the setting's name where one is wrong. Never the server's own words, never shown to the customer.</param>
/// <param name="Text">Words already shown that stand (a cut-off answer); may be empty.</param>
/// <param name="ProviderState">To be given back on the next step.</param>
/// <param name="Usage">Tokens, where known.</param>
public sealed record StepFailed(
    StepFailure Failure, string Detail, string Text = "", string? ProviderState = null, TokenUsage? Usage = null) : StepEnded(Usage)
{
    /// <summary>What the server has to say for itself. It may repeat what the customer wrote, so it is never logged; the <c>check</c> command prints it.</summary>
    public string ServerSays { get; init; } = "";
}

public enum StepFailure
{
    /// <summary>Out of reach or overloaded, after the adapter's own retries.</summary>
    Unavailable,

    /// <summary>A setting is wrong (key, endpoint, deployment): an operator has to act.</summary>
    Misconfigured,

    /// <summary>Blocked by a content filter, or refused.</summary>
    Declined,

    /// <summary>The answer was cut off at the provider's length limit.</summary>
    CutOff,

    /// <summary>The provider's run expired or ran into the deadline.</summary>
    Expired,
}
