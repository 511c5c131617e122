using CloudMart.Support.Core.Telemetry;

namespace CloudMart.Support.Core.Conversations;

/// <summary>Any list of owed answers, with a span around each call that is part of a trace.</summary>
internal sealed class TracedOwedAnswers(IOwedAnswers owed) : IOwedAnswers
{
    public Task<OwedMark> MarkAsync(string conversationId, string customerId, string node, CancellationToken cancellationToken) =>
        Spans.AroundAsync(
            "owed mark",
            conversationId,
            (owed, conversationId, customerId, node, cancellationToken),
            static at => at.owed.MarkAsync(at.conversationId, at.customerId, at.node, at.cancellationToken),
            static (span, mark) => span.SetTag(TelemetryNames.Outcome, mark.Leased ? "leased" : "leased_elsewhere"));

    public Task<OwedMark?> LeaseAsync(string conversationId, string node, CancellationToken cancellationToken) => Spans.AroundAsync(
        "owed lease",
        conversationId,
        (owed, conversationId, node, cancellationToken),
        static at => at.owed.LeaseAsync(at.conversationId, at.node, at.cancellationToken),
        static (span, mark) => span.SetTag(
            TelemetryNames.Outcome, mark is null ? "nothing_owed" : mark.Leased ? "leased" : "leased_elsewhere"));

    public Task<bool> ClearAsync(OwedMark mark, Conversation state, CancellationToken cancellationToken) => Spans.AroundAsync(
        "owed clear",
        mark.ConversationId,
        (owed, mark, state, cancellationToken),
        static at => at.owed.ClearAsync(at.mark, at.state, at.cancellationToken),
        static (span, cleared) => span.SetTag(TelemetryNames.Outcome, cleared ? "cleared" : "marked_anew"));

    public Task<IReadOnlyList<string>> ListAsync(DateTimeOffset since, int limit, CancellationToken cancellationToken) => Spans.AroundAsync(
        "owed list",
        null,
        (owed, since, limit, cancellationToken),
        static at => at.owed.ListAsync(at.since, at.limit, at.cancellationToken));
}
