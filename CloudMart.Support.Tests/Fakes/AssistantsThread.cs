using System.Text.Json.Nodes;

namespace CloudMart.Support.Tests.Fakes;

/// <summary>A thread at the fake server.</summary>
internal sealed class AssistantsThread(string id)
{
    private readonly List<JsonObject> _messages = [];

    public string Id => id;

    public List<AssistantsRun> Runs { get; } = [];

    public AssistantsRun? ActiveRun => Runs.FirstOrDefault(run => run.IsActive);

    public IEnumerable<JsonObject> NewestMessages => _messages.AsEnumerable().Reverse();

    public IReadOnlyList<(string Role, string Text)> Spoken => [.. _messages.Select(message => (
        message["role"]!.GetValue<string>(),
        message["content"]![0]!["text"]!["value"]!.GetValue<string>()))];

    public JsonObject Add(JsonObject asked) => Add(
        asked["role"]!.GetValue<string>(), asked["content"]!.GetValue<string>(), run: null, asked["metadata"] as JsonObject);

    public JsonObject Say(string run, string text) => Add("assistant", text, run, metadata: null);

    private JsonObject Add(string role, string text, string? run, JsonObject? metadata)
    {
        // Without the four fields that a real server leaves out of its REST messages.
        var message = new JsonObject
        {
            ["id"] = $"msg_{id}_{_messages.Count + 1}",
            ["object"] = "thread.message",
            ["created_at"] = 1_795_000_000,
            ["thread_id"] = id,
            ["run_id"] = run,
            ["role"] = role,
            ["content"] = new JsonArray(AssistantsFrames.Text(text)),
            ["metadata"] = metadata?.DeepClone() ?? new JsonObject(),
        };
        _messages.Add(message);
        return message;
    }
}
