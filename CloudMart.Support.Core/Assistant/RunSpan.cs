using System.Diagnostics;
using CloudMart.Support.Core.Conversations;
using CloudMart.Support.Core.Telemetry;

namespace CloudMart.Support.Core.Assistant;

/// <summary>A run's span: from the moment it is this worker's until it has ended or is another's.</summary>
internal static class RunSpan
{
    /// <param name="turn">The turn that the run answers; null where this node has not heard it, which begins a trace.</param>
    /// <param name="conversationId">The conversation.</param>
    /// <param name="run">The run.</param>
    public static Activity? Begin(Activity? turn, string conversationId, LiveRun run) =>
        Spans.Source.StartActivity("run", ActivityKind.Internal, turn?.Context ?? default)
            .OfConversation(conversationId)
            ?.SetTag(TelemetryNames.RunId, run.RunId)
            .SetTag(TelemetryNames.Resumed, run.Resumes > 0);

    private static bool IsStepOf(string runId, ConversationEvent fact) => fact switch
    {
        ToolRequested asked => asked.RunId == runId,
        AnswerWithheld withheld => withheld.RunId == runId,
        _ => false,
    };

    public static void Tell(this Activity? span, ConversationSnapshot known, string runId)
    {
        if (span is null)
        {
            return;
        }

        var facts = known.Events.Select(recorded => recorded.Event);
        var reason = facts.OfType<RunEnded>().LastOrDefault(ended => ended.RunId == runId)?.Reason;
        span.SetTag(TelemetryNames.RunEndReason, reason is { } why ? Words.Of(why) : "taken_over");
        span.SetTag(TelemetryNames.RunSteps, facts.Count(fact => IsStepOf(runId, fact)) + 1);
        if (reason is RunEndReason.ProviderFailed or RunEndReason.BoundReached)
        {
            span.SetStatus(ActivityStatusCode.Error);
        }
    }
}
