using System.Collections.Immutable;

namespace CloudMart.Support.Core.Conversations;

/// <summary>
/// Appends first, publishes second. Whoever appends has folded everything before: a lost number hands back what others appended
/// meanwhile, and the caller decides again.
/// </summary>
public sealed class ConversationWriter
{
    private readonly IConversationLog _log;
    private readonly IConversationFeed _feed;
    private readonly InboxPlacing _inbox;
    private readonly TimeProvider _clock;
    private readonly IIdSource _ids;

    internal ConversationWriter(IConversationLog log, IConversationFeed feed, InboxPlacing inbox, TimeProvider clock, IIdSource ids) =>
        (_log, _feed, _inbox, _clock, _ids) = (log, feed, inbox, clock, ids);

    /// <summary>How many of a conversation's newest events a writer reads: what the model is told, at most.</summary>
    public const int ContextEvents = 120;

    public async Task<AppendOutcome> TryAppendAsync(
        ConversationSnapshot known, ImmutableArray<ConversationEvent> events, CancellationToken cancellationToken)
    {
        var entry = NextEntry(known, events);
        return await TryAppendAsync(entry, cancellationToken)
            ? new(true, await PublishAsync(known, entry, cancellationToken))
            : new(false, await ReadAgainAsync(known, cancellationToken));
    }

    /// <summary>Appends without telling the feed yet.</summary>
    public Task<bool> TryAppendAsync(LogEntry entry, CancellationToken cancellationToken) => _log.AppendAsync(entry, cancellationToken);

    /// <summary>The entry that would follow <paramref name="known"/>. The same entry may be tried again after a lost reply.</summary>
    public LogEntry NextEntry(ConversationSnapshot known, ImmutableArray<ConversationEvent> events)
    {
        var now = _clock.GetUtcNow();
        var recorded = events.Select((e, index) => new RecordedEvent(known.State.LastNumber + 1 + index, now, e));
        return new LogEntry(known.State.Id, _ids.NewId(), [.. recorded]);
    }

    /// <summary>Tells the feed of an entry that stands in the log, and folds it.</summary>
    public async Task<ConversationSnapshot> PublishAsync(ConversationSnapshot known, LogEntry entry, CancellationToken cancellationToken)
    {
        await _feed.PublishAsync(new EntryAppended(entry), cancellationToken);
        var now = known.Append(entry.Events);
        await _feed.PublishAsync(new ConversationMoved(now.State), cancellationToken);
        await _inbox.MoveAsync(known.State, now.State, cancellationToken);
        return now;
    }

    public async Task<ConversationSnapshot> ReadAgainAsync(ConversationSnapshot known, CancellationToken cancellationToken) =>
        await _log.ReadAsync(known.State.Id, ContextEvents, cancellationToken) ?? ConversationSnapshot.Empty(known.State.Id);
}

/// <summary>Whether the append stands, and the conversation as known now.</summary>
public readonly record struct AppendOutcome(bool Stands, ConversationSnapshot Now);
