namespace CloudMart.Support.Core.Conversations;

/// <summary>Where a conversation is put that owes an answer. A list in memory is enough: the mark in the store outlives it.</summary>
public interface IRunBacklog
{
    /// <summary>Never blocks. <paramref name="known"/> spares the worker a read; where it is stale, the first append tells.</summary>
    void Add(ConversationSnapshot known, OwedMark mark);
}
