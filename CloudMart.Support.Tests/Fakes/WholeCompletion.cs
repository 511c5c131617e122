using System.Text.Json.Nodes;

namespace CloudMart.Support.Tests.Fakes;

/// <summary>What chunks of a chat server add up to, as the server sends it where it does not stream. Calls must be whole in their chunk.</summary>
internal static class WholeCompletion
{
    public static string Of(params IEnumerable<string> chunks)
    {
        var parsed = chunks.Select(chunk => JsonNode.Parse(chunk)!.AsObject()).ToList();
        var choices = parsed.SelectMany(chunk => chunk["choices"]?.AsArray() ?? []).Select(choice => choice!.AsObject()).ToList();
        var deltas = choices.Select(choice => choice["delta"]!.AsObject()).ToList();
        var message = new JsonObject
        {
            ["role"] = "assistant", ["content"] = Joined(deltas, "content"), ["refusal"] = Joined(deltas, "refusal"),
        };
        var calls = deltas.SelectMany(delta => delta["tool_calls"]?.AsArray() ?? []).Select(WithoutIndex).ToArray();
        if (calls.Length > 0)
        {
            message["tool_calls"] = new JsonArray(calls);
        }

        return new JsonObject
        {
            ["object"] = "chat.completion",
            ["choices"] = new JsonArray(new JsonObject
            {
                ["index"] = 0,
                ["message"] = message,
                ["finish_reason"] = choices.Select(choice => choice["finish_reason"]).LastOrDefault(reason => reason is not null)?.DeepClone(),
            }),
            ["usage"] = parsed.Select(chunk => chunk["usage"]).LastOrDefault(usage => usage is not null)?.DeepClone(),
        }.ToJsonString();
    }

    private static string? Joined(IEnumerable<JsonObject> deltas, string name) =>
        deltas.Select(delta => delta[name]).OfType<JsonNode>().ToList() is { Count: > 0 } pieces ? string.Concat(pieces) : null;

    private static JsonNode WithoutIndex(JsonNode? call)
    {
        var whole = call!.DeepClone().AsObject();
        whole.Remove("index");
        return whole;
    }
}
