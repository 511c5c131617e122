using System.Collections.Concurrent;

namespace CloudMart.Support.Core.Assistant;

/// <summary>
/// Which conversations wait for a worker of this node or are being worked on: one worker each. What comes in for one of them waits for its
/// end, because the worker may just have had its last look.
/// </summary>
internal sealed class ActiveConversations
{
    private readonly ConcurrentDictionary<string, Waiting> _active = new();

    public int Count => _active.Count;

    public bool Has(string conversationId) => _active.ContainsKey(conversationId);

    /// <returns>False when the conversation is being worked on: the ticket waits.</returns>
    public bool TryBegin(RunTicket ticket)
    {
        var id = ticket.Mark.ConversationId;
        return _active.AddOrUpdate(id, _ => new Waiting(ticket, null), (_, waiting) => waiting with { Next = ticket }).Current == ticket;
    }

    /// <returns>The ticket that waited meanwhile, which is now the one being worked on; null when there is none.</returns>
    public RunTicket? End(RunTicket ticket)
    {
        var id = ticket.Mark.ConversationId;
        while (_active.TryGetValue(id, out var waiting))
        {
            if (waiting.Next is null ? _active.TryRemove(new(id, waiting)) : _active.TryUpdate(id, new Waiting(waiting.Next, null), waiting))
            {
                return waiting.Next;
            }
        }

        return null;
    }

    private sealed record Waiting(RunTicket Current, RunTicket? Next);
}
