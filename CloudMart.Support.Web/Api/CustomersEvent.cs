using System.Globalization;
using System.Net.ServerSentEvents;
using CloudMart.Support.Core.Assistant.Tools;
using CloudMart.Support.Core.Conversations;

namespace CloudMart.Support.Web.Api;

/// <summary>
/// An event as its customer may see it. What is not listed here is not shown: who runs a run, what a provider remembers, what the model
/// was told, which member of staff did what, what they write to each other. So numbers may be missing.
/// </summary>
/// <param name="Number">Its place in the thread.</param>
/// <param name="At">When it was appended.</param>
/// <param name="Type">The event's name, e.g. <c>AssistantSaid</c>.</param>
/// <param name="Fields">What it says; the fields follow from the type.</param>
internal sealed record CustomersEvent(long Number, DateTimeOffset At, string Type, object Fields)
{
    public static CustomersEvent? Of(RecordedEvent recorded) => FieldsOf(recorded.Event) is { } fields
        ? new(recorded.Number, recorded.At, recorded.Event.GetType().Name, fields)
        : null;

    public SseItem<CustomersEvent> ToSseItem() => new(this, Type) { EventId = Number.ToString(CultureInfo.InvariantCulture) };

    /// <summary>What the assistant tells staff is for staff.</summary>
    private static string ArgumentsOf(ToolCall call) => StaffOnly.Is(call) ? "{}" : call.Arguments;

    private static object? FieldsOf(ConversationEvent e) => e switch
    {
        CustomerSaid said => new { said.MessageId, said.Text },
        RunStarted run => new { run.RunId },
        RunStopRequested stop => new { stop.RunId },
        ToolRequested asked => new { asked.RunId, asked.Text, Calls = asked.Calls.Select(call => new { call.Name, Arguments = ArgumentsOf(call) }) },
        ToolAnswered answered => new { answered.RunId, answered.RequestedAt, answered.Index, answered.Changed, answered.Receipt },
        AssistantSaid said => new { said.RunId, said.Text, said.Interrupted },
        RunEnded ended => new { ended.RunId, ended.Status, ended.Reason },
        ActionProposed asked => new { Action = $"{asked.Action}", asked.Act, asked.Card, asked.ExpiresAt },
        ActionConfirmed answer => new { Action = $"{answer.Action}", answer.SaidAt },
        ActionDeclined answer => new { Action = $"{answer.Action}", answer.SaidAt },
        ActionWithdrawn withdrawn => new { Action = $"{withdrawn.Action}", ByStaff = withdrawn.By is not null },
        ApprovalRequested approval => new { Action = $"{approval.Action}" },
        ApprovalDecided decided => new { Action = $"{decided.Action}", decided.Approved, decided.Reason },
        OperationEnded ended => new { Action = $"{ended.Action}", ended.Ending, ended.Receipt },
        StaffJoined joined => new { joined.Name },
        Assigned assigned => new { assigned.Name },
        StaffSaid said => new { said.Name, said.MessageId, said.Text },
        StaffActed acted => new { acted.Name, acted.Act, acted.Card },
        Reopened reopened => new { reopened.Name },
        Rated rated => new { rated.Score, rated.Comment },
        HandedToStaff or HandedBack or Resolved => new { },
        _ => null,
    };
}
