using System.Text.Json.Nodes;

namespace CloudMart.Support.Tests.Fakes;

/// <summary>The protocol's JSON and its server-sent events, in the order in which a real server sent them.</summary>
internal static class AssistantsFrames
{
    public const string Done = "event: done\ndata: [DONE]\n\n";

    public static string Event(string name, JsonObject data) => $"event: {name}\ndata: {data.ToJsonString()}\n\n";

    public static List<string> Message(JsonObject message, string[] pieces, string? end)
    {
        var id = message["id"]!.GetValue<string>();
        var begun = (JsonObject)message.DeepClone();
        begun["status"] = "in_progress";
        begun["content"] = new JsonArray();
        List<string> frames = [Event("thread.message.created", begun), Event("thread.message.in_progress", begun)];
        frames.AddRange(pieces.Select(piece => Event("thread.message.delta", Delta(id, piece))));
        if (end is not null)
        {
            var whole = (JsonObject)message.DeepClone();
            whole["status"] = end;
            frames.Add(Event($"thread.message.{end}", whole));
        }

        return frames;
    }

    public static JsonObject Delta(string message, string piece) => new()
    {
        ["id"] = message,
        ["object"] = "thread.message.delta",
        ["delta"] = new JsonObject { ["content"] = new JsonArray(Text(piece, index: 0)) },
    };

    public static JsonObject Text(string value, int? index = null)
    {
        var part = new JsonObject { ["type"] = "text", ["text"] = new JsonObject { ["value"] = value } };
        if (index is not null)
        {
            part["index"] = index;
        }

        return part;
    }

    public static JsonObject RequiredAction((string Id, string Name, string Arguments)[] calls) => new()
    {
        ["type"] = "submit_tool_outputs",
        ["submit_tool_outputs"] = new JsonObject
        {
            ["tool_calls"] = new JsonArray([.. calls.Select(call => new JsonObject
            {
                ["id"] = call.Id,
                ["type"] = "function",
                ["function"] = new JsonObject { ["name"] = call.Name, ["arguments"] = call.Arguments },
            })]),
        },
    };

    public static JsonObject List(IEnumerable<JsonObject> newestFirst)
    {
        var data = newestFirst.Select(item => item.DeepClone()).ToArray();
        return new JsonObject
        {
            ["object"] = "list",
            ["data"] = new JsonArray(data),
            ["first_id"] = data.FirstOrDefault()?["id"]?.DeepClone(),
            ["last_id"] = data.LastOrDefault()?["id"]?.DeepClone(),
            ["has_more"] = false,
        };
    }
}
