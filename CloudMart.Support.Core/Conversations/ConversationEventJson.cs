using System.Buffers;
using System.Collections.Immutable;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace CloudMart.Support.Core.Conversations;

/// <summary>
/// The stored form of an entry's events: a JSON array of <c>{"name","v","at","content"}</c>. Numbers are not repeated in it: they follow from
/// the entry's. What this release does not know, by name or because its version is higher, becomes an
/// <see cref="UnknownEvent"/> and is written back as it was read: two releases run side by side during a deploy.
/// </summary>
internal static class ConversationEventJson
{
    /// <summary>
    /// Every event and its schema version. Raise it when an older reader would misread the new shape, which a new word in an enumeration
    /// is as well; a new optional property is not. Raise <see cref="ConversationStateJson.Version"/> with it.
    /// </summary>
    private static readonly Dictionary<Type, int> Versions = new()
    {
        [typeof(CustomerSaid)] = 1,
        [typeof(RunStarted)] = 1,
        [typeof(RunResumed)] = 1,
        [typeof(RunStopRequested)] = 1,
        [typeof(ProviderThreadOpened)] = 1,
        [typeof(ToolRequested)] = 1,
        [typeof(ToolAnswered)] = 1,
        [typeof(AssistantSaid)] = 1,
        [typeof(AnswerWithheld)] = 1,
        [typeof(RunEnded)] = 2,
        [typeof(RunLetGo)] = 1,
        [typeof(ActionProposed)] = 1,
        [typeof(ActionConfirmed)] = 1,
        [typeof(ActionDeclined)] = 1,
        [typeof(ActionWithdrawn)] = 1,
        [typeof(ApprovalRequested)] = 1,
        [typeof(ApprovalDecided)] = 1,
        [typeof(OperationResumed)] = 1,
        [typeof(OperationEnded)] = 1,
        [typeof(HandedToStaff)] = 1,
        [typeof(HandedBack)] = 1,
        [typeof(StaffJoined)] = 1,
        [typeof(AssistantHeld)] = 1,
        [typeof(StaffSaid)] = 1,
        [typeof(StaffNoted)] = 1,
        [typeof(Assigned)] = 1,
        [typeof(StaffActed)] = 1,
        [typeof(Continued)] = 1,
        [typeof(Resolved)] = 1,
        [typeof(Reopened)] = 1,
        [typeof(Rated)] = 1,
        [typeof(NothingWasOwed)] = 1,
    };

    private static readonly Dictionary<string, Type> Types = Versions.Keys.ToDictionary(type => type.Name);

    /// <summary>Text stays as it was typed: the store is no web page, and escapes would triple what a customer writes in Cyrillic.</summary>
    internal static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        IgnoreReadOnlyProperties = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <exception cref="ArgumentException">The entry is empty, too long, or its numbers have a gap: a bug of the appender.</exception>
    public static string Write(LogEntry entry)
    {
        if (entry.Events.Length is 0 or > LogEntry.MaxEvents
            || entry.Events.Where((recorded, index) => recorded.Number != entry.Number + index).Any())
        {
            throw new ArgumentException($"An entry holds 1 to {LogEntry.MaxEvents} events, numbered without gaps.", nameof(entry));
        }

        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, new JsonWriterOptions { Encoder = Options.Encoder }))
        {
            json.WriteStartArray();
            foreach (var recorded in entry.Events)
            {
                Write(json, recorded);
            }

            json.WriteEndArray();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    /// <summary>The events of the entry that begins with <paramref name="number"/>.</summary>
    /// <exception cref="JsonException">What is stored is no entry. Nothing else is thrown, whatever it is.</exception>
    public static ImmutableArray<RecordedEvent> Read(long number, string stored)
    {
        try
        {
            using var document = JsonDocument.Parse(stored);
            return [.. document.RootElement.EnumerateArray().Select((json, index) => Read(number + index, json))];
        }
        catch (Exception wrong) when (IsOfContent(wrong))
        {
            throw new JsonException($"What is stored as entry {number} is none.", wrong);
        }
    }

    /// <summary>What the reading of JSON throws besides <see cref="JsonException"/> where a value is missing, of another kind, or no text.</summary>
    internal static bool IsOfContent(Exception fault) =>
        fault is InvalidOperationException or KeyNotFoundException or FormatException or ArgumentException or NotSupportedException;

    private static void Write(Utf8JsonWriter json, RecordedEvent recorded)
    {
        json.WriteStartObject();
        if (recorded.Event is UnknownEvent unknown)
        {
            WriteHeading(json, unknown.Name, unknown.Version, recorded.At);
            json.WriteRawValue(unknown.Content.GetRawText());
        }
        else
        {
            var type = recorded.Event.GetType();
            WriteHeading(json, type.Name, Versions[type], recorded.At);
            JsonSerializer.Serialize(json, recorded.Event, type, Options);
        }

        json.WriteEndObject();
    }

    private static void WriteHeading(Utf8JsonWriter json, string name, int version, DateTimeOffset at)
    {
        json.WriteString("name", name);
        json.WriteNumber("v", version);
        json.WriteString("at", at);
        json.WritePropertyName("content");
    }

    private static RecordedEvent Read(long number, JsonElement json)
    {
        var name = json.GetProperty("name").GetString() ?? throw new JsonException("An event has a name.");
        var version = json.GetProperty("v").GetInt32();
        var content = json.GetProperty("content");
        var known = Types.TryGetValue(name, out var type) && version <= Versions[type];
        return new(number, json.GetProperty("at").GetDateTimeOffset(), known
            ? (ConversationEvent?)content.Deserialize(type!, Options) ?? throw new JsonException($"{name} has no content.")
            : new UnknownEvent(name, version, content.Clone()));
    }
}
