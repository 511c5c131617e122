using System.Text.Json;
using CloudMart.Support.Core.Assistant.Providers;

namespace CloudMart.Support.Core.Assistant.AssistantsApi;

/// <summary>A message of a thread at the provider.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Text">Its text parts; empty where it has only others.</param>
/// <param name="Refusal">What the model said instead of answering; empty as a rule.</param>
internal sealed record RemoteMessage(string Id, string Text, string Refusal)
{
    /// <summary>Between parts and between messages of one step.</summary>
    public const string Break = "\n\n";

    public static RemoteMessage Of(JsonElement message) => new(
        message.TextAt("id") ?? "",
        string.Join(Break, message.ListAt("content").Select(part => part.TextAt("text", "value")).OfType<string>()),
        string.Concat(message.ListAt("content").Select(part => part.TextAt("refusal"))));

    /// <summary>What a run has said, oldest first; a server may list other runs' messages too, and in any order.</summary>
    public static IEnumerable<RemoteMessage> OfRun(JsonElement list, string run) => list.ListAt("data")
        .Where(message => message.TextAt("run_id") == run && message.TextAt("role") == "assistant")
        .Reverse()
        .OrderBy(message => message.NumberAt("created_at") ?? 0)
        .Select(Of);
}
