using System.Collections.Immutable;
using CloudMart.Support.Core.Insights;

namespace CloudMart.Support.Core.Conversations;

/// <summary>
/// Which conversations are owed an answer, so that a crash forgets none, and which node should try. A mark is set before
/// the message is appended and cleared only if it is unchanged since the clearing worker saw it, so at every moment an owed answer is marked.
/// The lease says only who should try first: correctness never rests on it, but on the numbers of the log.
/// </summary>
public interface IOwedAnswers
{
    /// <summary>How long a lease lasts without renewal.</summary>
    static readonly TimeSpan LeaseTime = TimeSpan.FromSeconds(10);

    /// <summary>
    /// Marks the conversation as owed, creating its head if there is none, and takes the lease for <paramref name="node"/>
    /// unless another node's is still running.
    /// </summary>
    Task<OwedMark> MarkAsync(string conversationId, string customerId, string node, CancellationToken cancellationToken);

    /// <summary>Takes or renews the lease of a marked conversation.</summary>
    /// <returns>The current mark, with <see cref="OwedMark.Leased"/> telling whether the lease is ours; null where nothing is marked.</returns>
    Task<OwedMark?> LeaseAsync(string conversationId, string node, CancellationToken cancellationToken);

    /// <summary>
    /// Clears <paramref name="mark"/> and the lease, and stores <paramref name="state"/> as the conversation's head, if the mark is
    /// still the same one. <paramref name="state"/> owes no answer. With it, and only with it, the daily counters
    /// (<see cref="IDayCounters"/>) learn what has changed since the conversation was cleared last: that counts once, whatever is tried again.
    /// </summary>
    /// <returns>False when somebody has marked it anew: look again.</returns>
    Task<bool> ClearAsync(OwedMark mark, Conversation state, CancellationToken cancellationToken);

    /// <summary>Ids of marked conversations, longest owed first within a shard. May lag behind: ask <see cref="LeaseAsync"/>.</summary>
    /// <param name="since">Only those that have been owed since this moment or longer.</param>
    /// <param name="limit">At most this many.</param>
    /// <param name="cancellationToken">Cancels the read.</param>
    Task<IReadOnlyList<string>> ListAsync(DateTimeOffset since, int limit, CancellationToken cancellationToken);
}

/// <summary>A mark as it was seen.</summary>
/// <param name="ConversationId">The conversation.</param>
/// <param name="CustomerId">Whose.</param>
/// <param name="Token">Changes with every mark.</param>
/// <param name="Leased">The asking node holds the lease.</param>
/// <param name="LeaseEnds">When the lease, whoever holds it, runs out.</param>
public sealed record OwedMark(string ConversationId, string CustomerId, string Token, bool Leased, DateTimeOffset LeaseEnds)
{
    /// <summary>What of the conversation the daily counters had when it was cleared last.</summary>
    public ImmutableSortedDictionary<string, long> Counted { get; init; } = ImmutableSortedDictionary<string, long>.Empty;
}
