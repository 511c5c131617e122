using System.Diagnostics;
using CloudMart.Support.Core.Telemetry;

namespace CloudMart.Support.Core.Assistant;

/// <summary>How a step ended, in the words of OpenTelemetry's conventions. What was said, asked for or complained of is not told.</summary>
internal static class StepWords
{
    public static void Tell(Activity span, StepEnded end)
    {
        if (FinishOf(end) is { } finish)
        {
            span.SetTag(TelemetryNames.FinishReasons, new[] { finish });
        }

        if (end is StepFailed failed)
        {
            span.SetTag(TelemetryNames.ErrorType, Words.Of(failed.Failure)).SetStatus(ActivityStatusCode.Error);
        }

        if (end.Usage is { } usage)
        {
            span.SetTag(TelemetryNames.InputTokens, usage.Input).SetTag(TelemetryNames.OutputTokens, usage.Output);
        }
    }

    private static string? FinishOf(StepEnded end) => end switch
    {
        Answered => "stop",
        ToolsRequired => "tool_calls",
        StepFailed { Failure: StepFailure.CutOff } => "length",
        StepFailed { Failure: StepFailure.Declined } => "content_filter",
        _ => null,
    };
}
