namespace CloudMart.Support.Core.Conversations;

/// <summary>
/// The store's index of conversations for staff. It is written after the log and may lag behind it: what a node lost that went down over a
/// turn, whoever goes on with the turn puts right; otherwise the next move does.
/// </summary>
public interface IInbox
{
    /// <summary>Keeps where the conversation stands by now, unless something newer was kept already.</summary>
    Task PlaceAsync(Conversation state, CancellationToken cancellationToken);

    /// <summary>
    /// The conversations of one list, as they were when their state was last kept, by since when they stand there. What is with the assistant
    /// comes by when it began, newest first whatever is asked for, and nothing older than two months has to be listed of it. It costs the same
    /// however many there are.
    /// </summary>
    /// <param name="section">Which list.</param>
    /// <param name="order">Which come first.</param>
    /// <param name="limit">At most this many.</param>
    /// <param name="cursor">Where the page before ended; null for the first.</param>
    /// <param name="cancellationToken">Cancels the read.</param>
    Task<InboxPage> ListAsync(InboxSection section, InboxOrder order, int limit, string? cursor, CancellationToken cancellationToken);
}

/// <summary>How a list of the inbox is sorted.</summary>
public enum InboxOrder
{
    /// <summary>Who has stood there longest.</summary>
    LongestFirst,

    /// <summary>Who has come there last.</summary>
    NewestFirst,
}

/// <summary>One page of a list; <paramref name="Next"/> is the cursor of the page that follows, null at the end.</summary>
public sealed record InboxPage(IReadOnlyList<Conversation> Conversations, string? Next);
