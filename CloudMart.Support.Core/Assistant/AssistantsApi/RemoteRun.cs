using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using CloudMart.Support.Core.Assistant.Providers;
using CloudMart.Support.Core.Conversations;

namespace CloudMart.Support.Core.Assistant.AssistantsApi;

/// <summary>A snapshot of a run at the provider; the newest one counts.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Status">In the protocol's words; an unknown one counts as live.</param>
/// <param name="Lifetime">How long after its creation it expires, where the server says; a difference, since clocks differ.</param>
/// <param name="Calls">What it wants answered.</param>
/// <param name="Reason">Why it failed or is incomplete: a code; may be empty.</param>
/// <param name="Message">The same in the server's words; may be empty.</param>
/// <param name="Usage">Tokens, once it is over.</param>
/// <param name="Mark">Which step of which run asked for it (<see cref="MarkOf"/>); null where it was not ours.</param>
/// <param name="For">The conversation's run that asked for it; null where it was not ours.</param>
internal sealed record RemoteRun(
    string Id, string Status, TimeSpan? Lifetime, ImmutableArray<ToolCall> Calls, string Reason, string Message, TokenUsage? Usage, string? Mark, string? For)
{
    private const string RunName = "run";
    private const string MarkName = "step";

    /// <summary>In seconds; a day, where the protocol's own is ten minutes.</summary>
    private const long LongestLife = 24 * 60 * 60;

    public bool IsOver => Status is "completed" or "incomplete" or "failed" or "cancelled" or "expired";

    /// <summary>Up to which number of the log it knows the conversation; 0 where it was not ours.</summary>
    public long KnowsThrough => long.TryParse(Mark?[(Mark.LastIndexOf('/') + 1)..], CultureInfo.InvariantCulture, out var number) ? number : 0;

    public bool WantsOutputs => Status == "requires_action" && Calls.Length > 0;

    /// <summary>A run of which only the id is known yet.</summary>
    public static RemoteRun Unseen(string id) => new(id, "", null, [], "", "", null, null, null);

    public static RemoteRun Of(JsonElement run) => new(
        run.TextAt("id") ?? "",
        run.TextAt("status") ?? "",
        LifetimeOf(run),
        [.. run.ListAt("required_action", "submit_tool_outputs", "tool_calls").Select(CallOf)],
        run.TextAt("last_error", "code") ?? run.TextAt("incomplete_details", "reason") ?? "",
        run.TextAt("last_error", "message") ?? "",
        run.NumberAt("usage", "prompt_tokens") is { } input
            ? TokenUsage.Told(input, run.NumberAt("usage", "completion_tokens") ?? 0)
            : null,
        run.TextAt("metadata", MarkName),
        run.TextAt("metadata", RunName));

    /// <summary>Told to the server with the run: after a lost reply it is what tells whether the run was created.</summary>
    public static JsonObject Metadata(AssistantRequest request) => new()
    {
        ["conversation"] = request.ConversationId, [RunName] = request.RunId, [MarkName] = MarkOf(request),
    };

    /// <summary>The step, and up to where it knows the conversation: a run that was told less is not taken for it.</summary>
    public static string MarkOf(AssistantRequest request) =>
        string.Create(CultureInfo.InvariantCulture, $"{request.RunId}/{request.Step}/{request.Thread[^1].Number}");

    /// <summary>Only a time that can be is one: a run lives for minutes.</summary>
    private static TimeSpan? LifetimeOf(JsonElement run) =>
        run.NumberAt("created_at") is { } from and >= 0 && run.NumberAt("expires_at") is { } until && until > from && until - from <= LongestLife
            ? TimeSpan.FromSeconds(until - from)
            : null;

    private static ToolCall CallOf(JsonElement call) => new(
        call.TextAt("id") ?? "", call.TextAt("function", "name") ?? "", call.TextAt("function", "arguments") ?? "");
}
