using CloudMart.Support.Core.Conversations;

namespace CloudMart.Support.Web.CustomerSupport;

/// <summary>Shows "Canceling CM-7890…" long enough to be read before the receipt takes its place.</summary>
internal sealed class ReadingTime(TimeProvider clock)
{
    private static readonly TimeSpan AtLeast = TimeSpan.FromMilliseconds(400);

    private long _shownAt;

    /// <param name="entry">What is about to be shown.</param>
    /// <param name="run">The live run, as it is shown.</param>
    /// <param name="cancellationToken">The page is closed.</param>
    public async Task LetReadAsync(LogEntry entry, LiveRun? run, CancellationToken cancellationToken)
    {
        if (entry.Events.Any(recorded => recorded.Event is ToolRequested))
        {
            _shownAt = clock.GetTimestamp();
        }
        else if (run is { OpenCalls.IsEmpty: false } && AtLeast - clock.GetElapsedTime(_shownAt) is { Ticks: > 0 } rest)
        {
            await Task.Delay(rest, clock, cancellationToken);
        }
    }
}
