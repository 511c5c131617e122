using System.Buffers;
using System.Diagnostics;

namespace CloudMart.Support.Core.Telemetry;

/// <summary>The source of all spans, and the way to put one around a call.</summary>
internal static class Spans
{
    public static readonly ActivitySource Source = new(TelemetryNames.Source);

    private const int IdLength = 24;

    private static readonly SearchValues<char> IdSigns = SearchValues.Create("0123456789abcdef");

    /// <summary>
    /// Puts a span around a call that is part of a trace. Where there is no trace, or nobody listens, it is the call and nothing else:
    /// what the sweep asks every two seconds begins none, and what is not listened to allocates nothing, which is why the state is passed
    /// along.
    /// </summary>
    public static Task<T> AroundAsync<TState, T>(
        string name, string? conversationId, TState state, Func<TState, Task<T>> call, Action<Activity, T>? tell = null) =>
        Source.HasListeners() && Activity.Current is not null ? TraceAsync(name, conversationId, state, call, tell) : call(state);

    /// <summary>
    /// Tags the conversation's id. What a caller sends as one may be anything, so only what looks like ours is told.
    /// </summary>
    public static Activity? OfConversation(this Activity? span, string conversationId) =>
        conversationId.Length == IdLength && !conversationId.AsSpan().ContainsAnyExcept(IdSigns)
            ? span?.SetTag(TelemetryNames.ConversationId, conversationId)
            : span;

    /// <summary>The kind of a fault; its words may hold anything.</summary>
    public static void Fails(this Activity? span, Exception fault)
    {
        span?.SetTag(TelemetryNames.ErrorType, fault.GetType().FullName);
        if (fault is not OperationCanceledException)
        {
            span?.SetStatus(ActivityStatusCode.Error);
        }
    }

    private static async Task<T> TraceAsync<TState, T>(
        string name, string? conversationId, TState state, Func<TState, Task<T>> call, Action<Activity, T>? tell)
    {
        using var span = Source.StartActivity(name);
        span.OfConversation(conversationId ?? "");
        try
        {
            var result = await call(state);
            if (span is { IsAllDataRequested: true })
            {
                tell?.Invoke(span, result);
            }

            return result;
        }
        catch (Exception fault)
        {
            span.Fails(fault);
            throw;
        }
    }
}
