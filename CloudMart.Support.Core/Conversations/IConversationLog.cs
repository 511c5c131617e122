namespace CloudMart.Support.Core.Conversations;

/// <summary>
/// The truth of every conversation: an append-only log of numbered events. All reads are consistent.
/// </summary>
public interface IConversationLog
{
    /// <summary>
    /// Appends <paramref name="entry"/> if its first number is still free.
    /// </summary>
    /// <returns>
    /// True when it stands in the log, also when an earlier try of the same <see cref="LogEntry.WriteId"/> had put it there;
    /// false when somebody else has the number: read again and decide again.
    /// </returns>
    Task<bool> AppendAsync(LogEntry entry, CancellationToken cancellationToken);

    /// <summary>The state as of the newest event, with at least the <paramref name="recent"/> newest events (fewer only where there are fewer).</summary>
    /// <returns>Null where the conversation has no event.</returns>
    Task<ConversationSnapshot?> ReadAsync(string conversationId, int recent, CancellationToken cancellationToken);

    /// <summary>Up to about <paramref name="limit"/> events after number <paramref name="after"/>, oldest first, never ending within an entry.</summary>
    Task<IReadOnlyList<RecordedEvent>> ReadAfterAsync(string conversationId, long after, int limit, CancellationToken cancellationToken);

    /// <summary>About <paramref name="count"/> events before number <paramref name="before"/>, oldest first, ending right before it.</summary>
    Task<IReadOnlyList<RecordedEvent>> ReadBeforeAsync(string conversationId, long before, int count, CancellationToken cancellationToken);

    /// <summary>The customer's conversations that have a message, newest first.</summary>
    /// <param name="customerId">Whose.</param>
    /// <param name="limit">At most this many.</param>
    /// <param name="cursor">Where the page before ended; null for the first.</param>
    /// <param name="cancellationToken">Cancels the read.</param>
    Task<ConversationPage> ListAsync(string customerId, int limit, string? cursor, CancellationToken cancellationToken);
}

/// <summary>A line in the customer's list of conversations.</summary>
public sealed record ConversationSummary(string ConversationId, string Title, DateTimeOffset StartedAt);

/// <summary>One page of a list; <paramref name="Next"/> is the cursor of the page that follows, null at the end.</summary>
public sealed record ConversationPage(IReadOnlyList<ConversationSummary> Conversations, string? Next);
