using CloudMart.Support.Core.Telemetry;

namespace CloudMart.Support.Core.Conversations;

/// <summary>Any log, with a span around each call that is part of a trace.</summary>
internal sealed class TracedConversationLog(IConversationLog log) : IConversationLog
{
    public Task<bool> AppendAsync(LogEntry entry, CancellationToken cancellationToken) => Spans.AroundAsync(
        "log append",
        entry.ConversationId,
        (log, entry, cancellationToken),
        static at => at.log.AppendAsync(at.entry, at.cancellationToken),
        static (span, stands) => span.SetTag(TelemetryNames.Outcome, stands ? "stands" : "number_taken"));

    public Task<ConversationSnapshot?> ReadAsync(
        string conversationId, int recent, CancellationToken cancellationToken) => Spans.AroundAsync(
        "log read",
        conversationId,
        (log, conversationId, recent, cancellationToken),
        static at => at.log.ReadAsync(at.conversationId, at.recent, at.cancellationToken),
        static (span, known) => span.SetTag(TelemetryNames.Events, known?.Events.Count ?? 0));

    public Task<IReadOnlyList<RecordedEvent>> ReadAfterAsync(
        string conversationId, long after, int limit, CancellationToken cancellationToken) => Spans.AroundAsync(
        "log read",
        conversationId,
        (log, conversationId, after, limit, cancellationToken),
        static at => at.log.ReadAfterAsync(at.conversationId, at.after, at.limit, at.cancellationToken),
        static (span, events) => span.SetTag(TelemetryNames.Events, events.Count));

    public Task<IReadOnlyList<RecordedEvent>> ReadBeforeAsync(
        string conversationId, long before, int count, CancellationToken cancellationToken) => Spans.AroundAsync(
        "log read",
        conversationId,
        (log, conversationId, before, count, cancellationToken),
        static at => at.log.ReadBeforeAsync(at.conversationId, at.before, at.count, at.cancellationToken),
        static (span, events) => span.SetTag(TelemetryNames.Events, events.Count));

    public Task<ConversationPage> ListAsync(string customerId, int limit, string? cursor, CancellationToken cancellationToken) =>
        Spans.AroundAsync(
            "log list",
            null,
            (log, customerId, limit, cursor, cancellationToken),
            static at => at.log.ListAsync(at.customerId, at.limit, at.cursor, at.cancellationToken));
}
