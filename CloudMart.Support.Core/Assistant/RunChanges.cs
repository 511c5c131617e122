using CloudMart.Support.Core.Conversations;

namespace CloudMart.Support.Core.Assistant;

/// <summary>
/// What took effect while a run was live: the changes that it asked for, and what the customer had agreed to, which a run carries out before
/// it thinks.
/// </summary>
internal static class RunChanges
{
    /// <returns>A receipt for each change; null for one without.</returns>
    public static IEnumerable<Receipt?> Of(ConversationSnapshot known, LiveRun run) => known.Events
        .Where(recorded => recorded.Number > run.StartedAt)
        .Select(recorded => recorded.Event)
        .Where(fact => fact is ToolAnswered { Changed: true } or OperationEnded { Ending: OperationEnding.Done })
        .Select(fact => fact is ToolAnswered answered ? answered.Receipt : ((OperationEnded)fact).Receipt);
}
