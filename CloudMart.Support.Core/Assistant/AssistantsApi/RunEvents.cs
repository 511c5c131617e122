using System.Text.Json;
using CloudMart.Support.Core.Assistant.Providers;

namespace CloudMart.Support.Core.Assistant.AssistantsApi;

/// <summary>
/// Reads a run's stream. It goes by what the events hold, not by their names, and passes over what it does not know; only a broken
/// frame and an error end it early, and then the run is asked for at the server.
/// </summary>
internal sealed class RunEvents(StepProgress progress)
{
    /// <summary>Nothing more is to be read, whole or not.</summary>
    public bool IsOver { get; private set; }

    public IEnumerable<AssistantUpdate> Take(ProviderEvent received)
    {
        if (received.Data == "[DONE]")
        {
            IsOver = true;
            return [];
        }

        if (received.Name == "error" || JsonReading.TryParse(received.Data) is not { } body || body.At("error") is not null)
        {
            IsOver = true;
            return [];
        }

        return body.TextAt("object") switch
        {
            "thread.run" => TakeRun(body),
            "thread.message.delta" => TakeDelta(body),
            "thread.message" => TakeMessage(received.Name, body),
            _ => [],
        };
    }

    private IEnumerable<AssistantUpdate> TakeRun(JsonElement body)
    {
        progress.Saw(RemoteRun.Of(body));
        return [];
    }

    private IEnumerable<AssistantUpdate> TakeDelta(JsonElement body)
    {
        var message = body.TextAt("id") ?? "";
        return [.. body.ListAt("delta", "content")
            .Select(part => progress.Text.Piece(message, part.NumberAt("index") ?? 0, part.TextAt("text", "value") ?? ""))
            .OfType<AssistantUpdate>()];
    }

    private IEnumerable<AssistantUpdate> TakeMessage(string name, JsonElement body)
    {
        var isWhole = name is "thread.message.completed" or "thread.message.incomplete"
            || body.TextAt("status") is "completed" or "incomplete";
        if (isWhole)
        {
            return progress.Text.Whole(RemoteMessage.Of(body));
        }

        progress.Text.Begin(body.TextAt("id") ?? "");
        return [];
    }
}
