using System.Diagnostics;
using CloudMart.Support.Core.Assistant.Tools;
using CloudMart.Support.Core.Conversations;
using CloudMart.Support.Core.Telemetry;

namespace CloudMart.Support.Core.Assistant;

/// <summary>A call's span. A call is decided again whenever something moved before its outcome stood, so it may have several.</summary>
internal static class ToolSpan
{
    private const int LongestCallId = 64;

    /// <param name="tool">A name that the catalogue has, or <c>unknown</c>.</param>
    /// <param name="open">The call.</param>
    /// <param name="state">The conversation.</param>
    public static Activity? Begin(string tool, OpenCall open, Conversation state) => !Spans.Source.HasListeners()
        ? null
        : Spans.Source.StartActivity($"execute_tool {tool}")
            .OfConversation(state.Id)
            ?.SetTag(TelemetryNames.Operation, "execute_tool")
            .SetTag(TelemetryNames.ToolName, tool)
            .SetTag(TelemetryNames.ToolType, "function")
            .SetTag(TelemetryNames.ToolCallId, CallIdOf(open.Call))
            .SetTag(TelemetryNames.RunId, state.Run?.RunId);

    public static void Tell(this Activity? span, ToolDecision decision)
    {
        if (span is { IsAllDataRequested: true })
        {
            span.SetTag(TelemetryNames.Outcome, OutcomeWord.Of(decision.Output));
        }

        if (decision.IsFault)
        {
            span?.SetTag(TelemetryNames.ErrorType, "tool_fault").SetStatus(ActivityStatusCode.Error);
        }
    }

    /// <summary>Providers send what they like as an id; words have no place here.</summary>
    private static string? CallIdOf(ToolCall call) =>
        call.ProviderCallId is { Length: > 0 and <= LongestCallId } id && id.All(IsOfId) ? id : null;

    private static bool IsOfId(char sign) => char.IsAsciiLetterOrDigit(sign) || sign is '-' or '_';
}
