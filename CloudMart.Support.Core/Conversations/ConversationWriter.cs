using System.Collections.Immutable;

namespace CloudMart.Support.Core.Conversations;

/// <summary>
/// Appends first, publishes second. Whoever appends has folded everything before: a lost number hands back what others appended
/// meanwhile, and the caller decides again.
/// </summary>
public sealed class ConversationWriter(IConversationLog log, IConversationFeed feed, TimeProvider clock, IIdSource ids)
{
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
    public Task<bool> TryAppendAsync(LogEntry entry, CancellationToken cancellationToken) => log.AppendAsync(entry, cancellationToken);

    /// <summary>The entry that would follow <paramref name="known"/>. The same entry may be tried again after a lost reply.</summary>
    public LogEntry NextEntry(ConversationSnapshot known, ImmutableArray<ConversationEvent> events)
    {
        var now = clock.GetUtcNow();
        var recorded = events.Select((e, index) => new RecordedEvent(known.State.LastNumber + 1 + index, now, e));
        return new LogEntry(known.State.Id, ids.NewId(), [.. recorded]);
    }

    /// <summary>Tells the feed of an entry that stands in the log, and folds it.</summary>
    public async Task<ConversationSnapshot> PublishAsync(ConversationSnapshot known, LogEntry entry, CancellationToken cancellationToken)
    {
        await feed.PublishAsync(new EntryAppended(entry), cancellationToken);
        return known.Append(entry.Events);
    }

    public async Task<ConversationSnapshot> ReadAgainAsync(ConversationSnapshot known, CancellationToken cancellationToken) =>
        await log.ReadAsync(known.State.Id, ContextEvents, cancellationToken) ?? ConversationSnapshot.Empty(known.State.Id);
}

/// <summary>Whether the append stands, and the conversation as known now.</summary>
public readonly record struct AppendOutcome(bool Stands, ConversationSnapshot Now);
