using System.Collections.Immutable;
using System.Text.Json;
using CloudMart.Support.Core.Conversations;

namespace CloudMart.Support.Fuzz.Readers;

/// <summary>The stored form of a log's entry.</summary>
internal sealed class EventsReader : IFuzzedReader
{
    private static readonly DateTimeOffset At = new(2026, 11, 23, 10, 0, 0, TimeSpan.Zero);

    public static readonly ImmutableArray<RecordedEvent> Story =
    [
        .. new ConversationEvent[]
        {
            new CustomerSaid("customer-1", "m-1", "Cancel CM-1, ünïcödé 😀"),
            new RunStarted("r-1", "k-1"),
            new ProviderThreadOpened("r-1", "state"),
            new ToolRequested("r-1", "Let me see.", [new("call_1", "cancel_order", "{\"orderId\":\"CM-1\"}")], "state", new(120, 8) { Cost = 0.1m }),
            new ToolAnswered("r-1", 4, 0, "{}", true, new(ReceiptKind.Done, "CM-1", "CM-1 canceled", ["Lamp"], 54.95m, "Visa", Lines: [new("a", "b", "c")])),
            new AnswerWithheld("r-1", "Your refund has arrived.", "state", new(1, 2)),
            new AssistantSaid("r-1", "Done."),
            new RunEnded("r-1", RunStatus.Completed),
            new ActionProposed(new(3, 1), "return_items", "{}", new("Return", "Yes", "No", [new("Lamp", null, "$1")], "CM-1"), At.AddMinutes(15)),
            new ActionConfirmed(new(3, 1), "customer-1"),
            new OperationEnded(new(3, 1), OperationEnding.Done, "{}", null),
            new HandedToStaff("Asked", "All"),
        }.Select((e, index) => new RecordedEvent(index + 1, At, e)),
    ];

    public string Name => "events";

    public IReadOnlyList<byte[]> Samples { get; } = Readers.Samples.Bytes(
    [
        .. Story.Select(recorded => ConversationEventJson.Write(new LogEntry("c-1", "w-1", [recorded]))),
        """[{"name":"Teleported","v":1,"at":"2026-11-23T10:00:00+00:00","content":{"to":["Mars",1.50,null]}}]""",
    ]);

    public Type? Declared => typeof(JsonException);

    public void Read(byte[] input) => ConversationEventJson.Read(1, InputText.Of(input));
}
