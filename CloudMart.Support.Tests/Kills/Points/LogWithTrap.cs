using CloudMart.Support.Core.Conversations;

namespace CloudMart.Support.Tests.Kills.Points;

/// <summary>A log around whose appends a server can die.</summary>
internal sealed class LogWithTrap(IConversationLog log, Trap trap) : IConversationLog
{
    public async Task<bool> AppendAsync(LogEntry entry, CancellationToken cancellationToken)
    {
        if (entry.Has<CustomerSaid>() || entry.Has<ActionConfirmed>())
        {
            trap.Arm();
        }

        Pass<ToolRequested>(entry, KillPoint.BeforeToolRequested);
        Pass<RunEnded>(entry, KillPoint.BeforeRunEnded);
        if (!await log.AppendAsync(entry, cancellationToken))
        {
            return false;
        }

        Pass<CustomerSaid>(entry, KillPoint.AfterCustomerSaid);
        Pass<ToolRequested>(entry, KillPoint.AfterToolRequested);
        Pass<ActionConfirmed>(entry, KillPoint.AfterCardsYes);
        return true;
    }

    public Task<ConversationSnapshot?> ReadAsync(string conversationId, int recent, CancellationToken cancellationToken) =>
        log.ReadAsync(conversationId, recent, cancellationToken);

    public Task<IReadOnlyList<RecordedEvent>> ReadAfterAsync(
        string conversationId, long after, int limit, CancellationToken cancellationToken) =>
        log.ReadAfterAsync(conversationId, after, limit, cancellationToken);

    public Task<IReadOnlyList<RecordedEvent>> ReadBeforeAsync(
        string conversationId, long before, int count, CancellationToken cancellationToken) =>
        log.ReadBeforeAsync(conversationId, before, count, cancellationToken);

    public Task<ConversationPage> ListAsync(string customerId, int limit, string? cursor, CancellationToken cancellationToken) =>
        log.ListAsync(customerId, limit, cursor, cancellationToken);

    private void Pass<TEvent>(LogEntry entry, KillPoint point)
        where TEvent : ConversationEvent
    {
        if (entry.Has<TEvent>())
        {
            trap.Pass(point);
        }
    }
}

file static class Facts
{
    public static bool Has<TEvent>(this LogEntry entry)
        where TEvent : ConversationEvent => entry.Events.Any(recorded => recorded.Event is TEvent);
}
