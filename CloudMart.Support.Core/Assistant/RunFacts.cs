using CloudMart.Support.Core.Assistant.Tools;
using CloudMart.Support.Core.Conversations;
using CloudMart.Support.Core.Telemetry;

namespace CloudMart.Support.Core.Assistant;

/// <summary>
/// Counts what stands in the log. Whatever was tried, lost and decided again before, a fact counts once, on the node that appended it.
/// </summary>
internal sealed class RunFacts(TurnMeter turns, ToolMeter outcomes, ToolCatalogue tools)
{
    /// <param name="before">The conversation without the entry.</param>
    /// <param name="entry">What was appended.</param>
    public void Count(ConversationSnapshot before, LogEntry entry)
    {
        foreach (var recorded in entry.Events)
        {
            switch (recorded.Event)
            {
                case RunEnded ended:
                    turns.Ended(Words.Of(ended.Reason), recorded.At - BeginningOf(ended.RunId, before, recorded.At));
                    break;
                case ToolAnswered answered when outcomes.Enabled:
                    outcomes.Stands(ToolOf(answered, before.State), OutcomeWord.Of(answered.Output));
                    break;
                case OperationEnded ended when outcomes.Enabled:
                    var act = before.State.Actions.FirstOrDefault(action => action.Action == ended.Action)?.Act ?? "";
                    outcomes.Stands(tools.NameOf(act), Words.Of(ended.Ending));
                    break;
            }
        }
    }

    private string ToolOf(ToolAnswered answered, Conversation before)
    {
        var calls = before.Run?.OpenCalls ?? [];
        var call = calls.FirstOrDefault(open => open.RequestedAt == answered.RequestedAt && open.Index == answered.Index)?.Call;
        return tools.NameOf(call?.Name ?? "");
    }

    /// <summary>In a long conversation the run's first event may not be among those that were read: then its worker's counts.</summary>
    private static DateTimeOffset BeginningOf(string runId, ConversationSnapshot before, DateTimeOffset end) =>
        before.Events.FindLast(recorded => recorded.Event is RunStarted started && started.RunId == runId)?.At
        ?? (before.State.Run is { } run && run.RunId == runId ? run.ClaimedWhen : end);
}
