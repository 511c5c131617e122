using System.Diagnostics;
using CloudMart.Support.Core.Telemetry;

namespace CloudMart.Support.Core.Assistant;

/// <summary>One step that is being watched.</summary>
internal sealed class ModelStep(ModelSteps steps, Activity? span, long begun, DateTimeOffset? waitingSince) : IDisposable
{
    private DateTimeOffset? _waitingSince = waitingSince;
    private bool _hasEnded;

    /// <summary>A piece of text came; only the first counts.</summary>
    public void Spoke()
    {
        if (_waitingSince is { } since)
        {
            _waitingSince = null;
            steps.Spoke(since);
        }
    }

    public void Ended(StepEnded end)
    {
        _hasEnded = true;
        steps.Ended(end, begun);
        if (span is not null)
        {
            StepWords.Tell(span, end);
        }
    }

    /// <summary>Whoever thinks has a bug.</summary>
    public void Broke(Exception bug) => span?.SetTag(TelemetryNames.ErrorType, bug.GetType().FullName).SetStatus(ActivityStatusCode.Error);

    /// <summary>A step that did not end was interrupted by a newer message, by Stop or by its time, or has broken.</summary>
    public void Dispose()
    {
        if (!_hasEnded)
        {
            span?.SetTag(TelemetryNames.Outcome, "unfinished");
        }

        span?.Dispose();
    }
}
