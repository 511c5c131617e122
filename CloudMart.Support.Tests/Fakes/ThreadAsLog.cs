using System.Text.Json;
using CloudMart.Support.Core.Assistant;
using CloudMart.Support.Core.Assistant.Providers;
using CloudMart.Support.Core.Conversations;

namespace CloudMart.Support.Tests.Fakes;

/// <summary>The log that a thread could have come from, as far as outcomes go.</summary>
internal static class ThreadAsLog
{
    private static readonly string[] Done = ["done", "canceled", "already_canceled"];

    public static ConversationSnapshot Of(IEnumerable<ThreadItem> thread)
    {
        var events = new List<ConversationEvent>();
        foreach (var item in thread)
        {
            events.AddRange(FactsOf(item, events.Count + 1));
        }

        return ConversationSnapshot.Empty("c-1").Append([.. events.Select((e, index) => new RecordedEvent(index + 1, Entries.At, e))]);
    }

    private static IEnumerable<ConversationEvent> FactsOf(ThreadItem item, long number) => item switch
    {
        CustomerMessage said => [Entries.Said(said.Text)],
        AssistantMessage said => [new AssistantSaid("run-1", said.Text)],
        DeskNote note => FactsOf(note, number),
        ToolRound round =>
        [
            new ToolRequested("run-1", round.Text, [.. round.Calls.Select(call => call.Call)]),
            .. round.Calls.Select((call, index) => new ToolAnswered("run-1", number, index, call.Output, Receipt: ReceiptOf(call.Output))),
            .. round.Calls.Any(call => call.Call.Name == "hand_off_to_staff") ? [new HandedToStaff("", "")] : Array.Empty<ConversationEvent>(),
        ],
        _ => [],
    };

    private static IEnumerable<ConversationEvent> FactsOf(DeskNote note, long number)
    {
        var action = new ActionId(number, 0);
        var act = JsonReading.TryParse(note.Text)?.TextAt("action") ?? "";
        return ReceiptOf(note.Text) is { } receipt
            ?
            [
                new ActionProposed(action, act, "{}", new ActionCard("", "", "", []), Entries.At.AddMinutes(15)),
                new OperationEnded(action, OperationEnding.Done, note.Text, receipt),
            ]
            : [];
    }

    private static Receipt? ReceiptOf(string output) => JsonReading.TryParse(output) is { ValueKind: JsonValueKind.Object } json
        && Done.Contains(json.TextAt("outcome"))
            ? new(ReceiptKind.Done, json.TextAt("orderId") ?? json.TextAt("order", "orderId") ?? "", "", [])
            : null;
}
