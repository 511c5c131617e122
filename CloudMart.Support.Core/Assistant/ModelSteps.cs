using System.Diagnostics;
using CloudMart.Support.Core.Conversations;
using CloudMart.Support.Core.Telemetry;
using Microsoft.Extensions.Options;

namespace CloudMart.Support.Core.Assistant;

/// <summary>Watches steps at whoever thinks: a span each, tokens, the wait for the first word, and whether it works at all.</summary>
internal sealed class ModelSteps(
    IOptions<AssistantOptions> options, ModelMeter models, TurnMeter turns, RecentSteps recent, TimeProvider clock)
{
    private readonly string _provider = ProviderName.Of(options.Value);
    private readonly string _model = ProviderName.ModelOf(options.Value);

    /// <param name="request">What is asked; of it only ids are told.</param>
    /// <param name="waitingSince">Since when the customer waits for a first word; null where there was one.</param>
    public ModelStep Begin(AssistantRequest request, DateTimeOffset? waitingSince) =>
        new(this, SpanOf(request), clock.GetTimestamp(), waitingSince);

    public void Spoke(DateTimeOffset waitingSince) => turns.Spoke(clock.GetUtcNow() - waitingSince);

    public void Ended(StepEnded end, long begun)
    {
        recent.Add(end);
        models.Took(_provider, _model, (end as StepFailed)?.Failure is { } failure ? Words.Of(failure) : null, clock.GetElapsedTime(begun));
        if (end.Usage is { } usage)
        {
            Used(usage);
        }
    }

    public void Used(TokenUsage usage) => models.Used(_provider, _model, usage.Input, usage.Output);

    private Activity? SpanOf(AssistantRequest request) => !Spans.Source.HasListeners()
        ? null
        : Spans.Source.StartActivity($"chat {_model}", ActivityKind.Client)
            .OfConversation(request.ConversationId)
            ?.SetTag(TelemetryNames.Operation, "chat")
            .SetTag(TelemetryNames.Provider, _provider)
            .SetTag(TelemetryNames.Model, _model)
            .SetTag(TelemetryNames.RunId, request.RunId)
            .SetTag(TelemetryNames.Step, request.Step);
}
