using CloudMart.Support.Core.Conversations;

namespace CloudMart.Support.Core.Staff.Exports;

/// <summary>Whole conversations for staff to take along. That somebody took one stands in the audit log before they have it.</summary>
public sealed class StaffExports(StaffConversations conversations, IStaffAudit audit, TimeProvider clock, IIdSource ids)
{
    private const int EventsAtOnce = 200;

    /// <summary>Of a conversation that is longer, the newest part.</summary>
    private const int MaxEvents = 5_000;

    /// <summary>The conversation with all its events; null where there is none.</summary>
    /// <param name="by">Who.</param>
    /// <param name="conversationId">The conversation.</param>
    /// <param name="form">In which form it is taken, e.g. <c>Markdown</c>.</param>
    /// <param name="cancellationToken">Cancels the reads.</param>
    public async Task<ConversationSnapshot?> ReadAsync(SignedInStaff by, string conversationId, string form, CancellationToken cancellationToken)
    {
        if (await conversations.OpenAsync(by, conversationId, EventsAtOnce, cancellationToken) is not { } known)
        {
            return null;
        }

        var entry = new AuditEntry(ids.NewId(), clock.GetUtcNow(), by.StaffId, $"exported as {form}", conversationId, known.State.CustomerId);
        await audit.AddAsync(entry, cancellationToken);
        while (known is { Events: [{ Number: > 1 and var first }, ..] } && known.Events.Count < MaxEvents)
        {
            var earlier = await conversations.EarlierAsync(by, conversationId, first, EventsAtOnce, cancellationToken);
            known = known with { Events = known.Events.InsertRange(0, earlier) };
            if (earlier.Count == 0)
            {
                break;
            }
        }

        return known;
    }
}
