namespace CloudMart.Support.Core.Conversations;

/// <summary>Where a conversation is put that owes an answer. A list in memory is enough: the mark in the store outlives it.</summary>
public interface IRunBacklog
{
    /// <summary>
    /// Whether a worker would turn to the conversation at once. Then its run may begin in the entry of the message that asks for it, which
    /// saves a write; a run that waited for a worker would be using up its time.
    /// </summary>
    bool HasRoomFor(string conversationId);

    /// <summary>Never blocks.</summary>
    void Add(OwedTurn turn);
}
