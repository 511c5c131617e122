using System.Collections.Immutable;
using CloudMart.Support.Core.Assistant.Tools;
using CloudMart.Support.Core.Conversations;

namespace CloudMart.Support.Core.Assistant;

/// <summary>
/// The thread that an assistant is given, rebuilt from the log. A call is only ever sent with its output, and older turns are left out
/// whole, so that no provider meets half a round.
/// </summary>
internal static class ThreadFromLog
{
    /// <param name="events">Newest events of the log, in order.</param>
    /// <param name="coversThrough">The run's own start: what the customer said later belongs to the next run.</param>
    /// <param name="maxLength">How many characters of thread at the most; the newest turn is always there.</param>
    public static ImmutableArray<ThreadItem> Build(IReadOnlyList<RecordedEvent> events, long coversThrough, int maxLength)
    {
        var items = events.Select(e => ItemOf(e, events)).OfType<ThreadItem>()
            .Where(item => item is not CustomerMessage || item.Number < coversThrough)
            .ToImmutableArray();
        return items[FirstThatFits(items, maxLength)..];
    }

    private static ThreadItem? ItemOf(RecordedEvent recorded, IReadOnlyList<RecordedEvent> events) => recorded.Event switch
    {
        CustomerSaid when IsSettled(recorded.Number, events) => null,
        CustomerSaid said => new CustomerMessage(recorded.Number, said.Text),
        AssistantSaid said => new AssistantMessage(recorded.Number, said.Text, said.Interrupted),
        StaffSaid said => new DeskNote(recorded.Number, ToolOutput.StaffSaid(said.Name, said.Text)),
        AnswerWithheld withheld => new WithheldAnswer(recorded.Number, ToolOutput.Withheld(withheld.Claim)),
        ToolRequested requested => RoundOf(recorded.Number, requested, events),
        OperationEnded ended => new DeskNote(recorded.Number, ended.Output),
        ActionDeclined declined => NoteOf(recorded.Number, "declined", declined.Action, events),
        ActionWithdrawn { By: not null } withdrawn => NoteOf(recorded.Number, "withdrawn", withdrawn.Action, events),
        ApprovalRequested requested => NoteOf(recorded.Number, "waiting_for_approval", requested.Action, events),
        _ => null,
    };

    /// <summary>A press for a person, and nothing else, was answered by the hand-over; who has written since wants something of the assistant.</summary>
    private static bool IsSettled(long number, IReadOnlyList<RecordedEvent> events) =>
        events.Any(e => e.Number == number + 1 && e.Event is HandedToStaff { IsAllAsked: true })
        && events.Any(e => e.Number > number && e.Event is CustomerSaid);

    private static ToolRound? RoundOf(long number, ToolRequested requested, IReadOnlyList<RecordedEvent> events)
    {
        var outputs = events.Select(e => e.Event).OfType<ToolAnswered>()
            .Where(answered => answered.RequestedAt == number)
            .ToDictionary(answered => answered.Index, answered => answered.Output);
        return outputs.Count < requested.Calls.Length
            ? null
            : new ToolRound(
                number, requested.RunId, requested.Text, [.. requested.Calls.Select((call, index) => new AnsweredCall(call, outputs[index]))]);
    }

    private static DeskNote? NoteOf(long number, string outcome, ActionId action, IReadOnlyList<RecordedEvent> events) =>
        events.Select(e => e.Event).OfType<ActionProposed>().FirstOrDefault(proposed => proposed.Action == action) is { } proposed
            ? new DeskNote(number, ActionOutput.Note(outcome, proposed.Act, proposed.Card.OrderId, proposed.Card.Title))
            : null;

    private static int FirstThatFits(ImmutableArray<ThreadItem> items, int maxLength)
    {
        var first = items.Length;
        var length = 0;
        for (var index = items.Length - 1; index >= 0; index--)
        {
            length += LengthOf(items[index]);
            if (length > maxLength && first < items.Length)
            {
                break;
            }

            // A turn begins with the customer's words; a cut anywhere else would leave an answer without its question.
            first = items[index] is CustomerMessage || index == 0 ? index : first;
        }

        return first == items.Length ? 0 : first;
    }

    internal static int LengthOf(ThreadItem item) => item switch
    {
        CustomerMessage message => message.Text.Length,
        StaffRequest asked => asked.Text.Length,
        DeskNote note => note.Text.Length,
        WithheldAnswer withheld => withheld.Text.Length,
        AssistantMessage message => message.Text.Length,
        ToolRound round => round.Text.Length + round.Calls.Sum(call => call.Call.Arguments.Length + call.Output.Length),
        _ => 0,
    };
}
