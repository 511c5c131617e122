using System.Text.Json;
using System.Text.Json.Nodes;
using CloudMart.Support.Core.Conversations;

namespace CloudMart.Support.Core.Staff.Exports;

/// <summary>A conversation as JSON: its events as the log has them, numbered. What a provider's adapter keeps for itself is left out.</summary>
public static class ConversationJson
{
    private static readonly JsonSerializerOptions Readable = new(ConversationEventJson.Options) { WriteIndented = true };

    public static string Of(ConversationSnapshot known)
    {
        var conversation = new JsonObject
        {
            ["conversationId"] = known.State.Id,
            ["customerId"] = known.State.CustomerId,
            ["title"] = known.State.Title,
            ["startedAt"] = known.State.StartedAt,
            ["events"] = new JsonArray([.. known.Events.Select(recorded => Of(known.State.Id, recorded))]),
        };
        return conversation.ToJsonString(Readable);
    }

    private static JsonObject Of(string conversationId, RecordedEvent recorded)
    {
        var stored = JsonNode.Parse(ConversationEventJson.Write(new LogEntry(conversationId, "", [recorded])))![0]!.AsObject();
        var content = stored["content"]!.DeepClone();
        (content as JsonObject)?.Remove("providerState");
        return new JsonObject
        {
            ["number"] = recorded.Number,
            ["at"] = recorded.At,
            ["name"] = stored["name"]!.DeepClone(),
            ["v"] = stored["v"]!.DeepClone(),
            ["content"] = content,
        };
    }
}
