using System.Text.Json;
using CloudMart.Support.Core.Conversations;

namespace CloudMart.Support.Fuzz.Readers;

/// <summary>The stored form of a log's entry.</summary>
internal sealed class EventsReader : IFuzzedReader
{
    public string Name => "events";

    public IReadOnlyList<byte[]> Samples { get; } = Readers.Samples.Bytes(
    [
        .. Story.Events.Select(recorded => ConversationEventJson.Write(new LogEntry("c-1", "w-1", [recorded]))),
        ConversationEventJson.Write(new LogEntry("c-1", "w-1", Story.Events[..LogEntry.MaxEvents])),
        """[{"name":"Teleported","v":1,"at":"2026-11-23T10:00:00+00:00","content":{"to":["Mars",1.50,null]}}]""",
    ]);

    public Type? Declared => typeof(JsonException);

    public void Read(byte[] input) => ConversationEventJson.Read(1, InputText.Of(input));
}
