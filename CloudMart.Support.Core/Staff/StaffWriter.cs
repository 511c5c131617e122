using CloudMart.Support.Core.Conversations;

namespace CloudMart.Support.Core.Staff;

/// <summary>
/// The one way in which staff append: decided on what stands in the log at that moment, and in the audit log before it is done, so that
/// nothing done is missing there. It is marked first like a message, whether the assistant has something to do after it or not: with the mark
/// it is counted, whatever happens to this node.
/// </summary>
internal sealed class StaffWriter(
    IConversationLog log,
    IOwedAnswers owed,
    ConversationWriter writer,
    IRunBacklog runs,
    IStaffAudit audit,
    NodeName node,
    TimeProvider clock,
    IIdSource ids)
{
    /// <param name="by">Who.</param>
    /// <param name="conversationId">The conversation.</param>
    /// <param name="what">For the audit log, e.g. <c>took over</c>.</param>
    /// <param name="decide">Pure: asked again with the newer state whenever somebody else appended first.</param>
    /// <param name="cancellationToken">Cancels before the append.</param>
    public Task<StaffResult> DecideAsync(
        SignedInStaff by, string conversationId, string what, Func<Conversation, StaffMove> decide, CancellationToken cancellationToken) =>
        DecideAsync(by, conversationId, _ => what, decide, cancellationToken);

    /// <inheritdoc cref="DecideAsync(SignedInStaff, string, string, Func{Conversation, StaffMove}, CancellationToken)"/>
    public async Task<StaffResult> DecideAsync(
        SignedInStaff by,
        string conversationId,
        Func<ConversationSnapshot, string> what,
        Func<Conversation, StaffMove> decide,
        CancellationToken cancellationToken)
    {
        var known = await log.ReadAsync(conversationId, ConversationWriter.ContextEvents, cancellationToken);
        var entry = known is null
            ? null
            : new AuditEntry(ids.NewId(), clock.GetUtcNow(), by.StaffId, what(known), conversationId, known.State.CustomerId);
        while (known is not null)
        {
            var move = decide(known.State);
            if (move is not Deed { Fact: var fact })
            {
                return move is Refusal refusal ? new StaffRefused(refusal.Why) : new StaffDone(known);
            }

            await audit.AddAsync(entry!, cancellationToken);
            var mark = await owed.MarkAsync(conversationId, known.State.CustomerId, node.Value, cancellationToken);
            (var stands, known) = await writer.TryAppendAsync(known, [fact], cancellationToken);
            if (stands)
            {
                runs.Add(new(known, mark));
                return new StaffDone(known);
            }
        }

        return new NoConversation();
    }
}
