using System.Text.Json;
using CloudMart.Support.Core.Conversations;

namespace CloudMart.Support.Fuzz.Readers;

/// <summary>The stored form of a conversation's state.</summary>
internal sealed class StateReader : IFuzzedReader
{
    public string Name => "state";

    public IReadOnlyList<byte[]> Samples { get; } = Readers.Samples.Bytes(
        Enumerable.Range(0, Story.Events.Length + 1)
            .Select(length => ConversationStateJson.Write(Conversation.Empty("c-1").Apply(Story.Events.Take(length)))));

    public Type? Declared => typeof(JsonException);

    public void Read(byte[] input) => ConversationStateJson.Read("c-1", InputText.Of(input));
}
