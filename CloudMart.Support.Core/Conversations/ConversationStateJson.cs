using System.Text.Json;
using System.Text.Json.Serialization;

namespace CloudMart.Support.Core.Conversations;

/// <summary>The stored form of a conversation's state. It only saves reading: without it the state is folded from the first event.</summary>
internal static class ConversationStateJson
{
    /// <summary>
    /// Raised when the fold learns something, be it a property or an event: a state folded by a release without that
    /// knowledge is not read, but folded again.
    /// </summary>
    public const int Version = 10;

    private static readonly JsonSerializerOptions Options = new(ConversationEventJson.Options)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
        Converters = { new InTicks() },
    };

    /// <summary>The id is the head's key, so it is left out: a head has room in a kilobyte, which is a write unit.</summary>
    public static string Write(Conversation state) => JsonSerializer.Serialize(new Stored(Version, state with { Id = "" }), Options);

    /// <returns>The state as of its <see cref="Conversation.LastNumber"/>; the empty one where none that this release trusts is stored.</returns>
    /// <exception cref="JsonException">What is stored is no state. Nothing else is thrown, whatever it is.</exception>
    public static Conversation Read(string conversationId, string? stored)
    {
        try
        {
            return stored is not null && JsonSerializer.Deserialize<Versioned>(stored, Options)?.V == Version
                ? JsonSerializer.Deserialize<Stored>(stored, Options)?.State is { } state
                    ? state with { Id = conversationId }
                    : throw new JsonException("A version alone is no state.")
                : Conversation.Empty(conversationId);
        }
        catch (Exception wrong) when (ConversationEventJson.IsOfContent(wrong))
        {
            throw new JsonException($"What is stored as the state of {conversationId} is none.", wrong);
        }
    }

    private sealed record Versioned(int V);

    private sealed record Stored(int V, Conversation State);

    /// <summary>All are UTC, and exact.</summary>
    private sealed class InTicks : JsonConverter<DateTimeOffset>
    {
        public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            new(reader.GetInt64(), TimeSpan.Zero);

        public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options) =>
            writer.WriteNumberValue(value.UtcTicks);
    }
}
