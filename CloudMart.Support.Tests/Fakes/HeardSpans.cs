using System.Collections.Concurrent;
using System.Diagnostics;
using CloudMart.Support.Core.Telemetry;

namespace CloudMart.Support.Tests.Fakes;

/// <summary>Listens to spans, ours and the server's, without any exporter.</summary>
internal sealed class HeardSpans : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly ConcurrentQueue<Activity> _ended = new();
    private readonly ActivityListener _listener;

    /// <param name="heedsParents">What belongs to a trace that is not sampled is left out, as exporters have it.</param>
    public HeardSpans(bool heedsParents = false)
    {
        _listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name is TelemetryNames.Source or "Microsoft.AspNetCore",
            Sample = (ref ActivityCreationOptions<ActivityContext> span) =>
                heedsParents && span.Parent != default && !span.Parent.TraceFlags.HasFlag(ActivityTraceFlags.Recorded)
                    ? ActivitySamplingResult.None
                    : ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = _ended.Enqueue,
        };
        ActivitySource.AddActivityListener(_listener);
    }

    public IReadOnlyList<Activity> All => [.. _ended];

    /// <summary>The turns that have ended in a conversation, in order.</summary>
    public IReadOnlyList<Activity> TurnsOf(string conversationId) =>
        [.. _ended.Where(span => span.OperationName == "turn" && Equals(span.GetTagItem(TelemetryNames.ConversationId), conversationId))];

    public IReadOnlyList<Activity> TraceOf(Activity span) => [.. _ended.Where(other => other.TraceId == span.TraceId)];

    /// <summary>A turn ends on the worker's flow, a moment after its answer is there.</summary>
    public async Task<Activity> TurnEndedAsync(string conversationId)
    {
        var begun = TimeProvider.System.GetTimestamp();
        while (TurnsOf(conversationId).Count == 0)
        {
            Assert.True(TimeProvider.System.GetElapsedTime(begun) < Patience, $"No turn of {conversationId} has ended.");
            await Task.Yield();
        }

        return TurnsOf(conversationId)[0];
    }

    /// <summary>Everything that a span tells.</summary>
    public static string Told(Activity span) => string.Join('\n',
    [
        span.OperationName, span.DisplayName, span.StatusDescription ?? "", span.TraceStateString ?? "",
        .. span.TagObjects.Select(Told), .. span.Baggage.Select(item => $"{item}"),
        .. span.Events.SelectMany(e => e.Tags.Select(Told).Prepend(e.Name)), .. span.Links.SelectMany(link => link.Tags ?? []).Select(Told),
    ]);

    public void Dispose() => _listener.Dispose();

    private static string Told(KeyValuePair<string, object?> tag) =>
        $"{tag.Key}={(tag.Value is string[] several ? string.Join(',', several) : tag.Value)}";
}
