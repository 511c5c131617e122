using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using CloudMart.Support.Core.Assistant.Providers;

namespace CloudMart.Support.Core.Assistant.AssistantsApi;

/// <summary>What a step sends: a run with the messages that its thread lacks, or the outputs that it waits for.</summary>
internal static class RunRequest
{
    /// <summary>The protocol's limit for messages sent along with a run.</summary>
    private const int MostMessages = 32;

    private const string NumberName = "number";

    /// <summary>On a message that stands for all items up to its number.</summary>
    private const string AllName = "all";

    public static JsonObject NewThread(AssistantRequest request) =>
        new() { ["metadata"] = new JsonObject { ["conversation"] = request.ConversationId } };

    public static JsonObject NewRun(
        AssistantRequest request, ImmutableArray<ThreadItem> carried, string instructions, AssistantOptions options)
    {
        var body = new JsonObject
        {
            ["assistant_id"] = options.AssistantId,
            ["additional_instructions"] = instructions,
            ["additional_messages"] = Carried(carried),
            ["tools"] = new JsonArray([.. request.Tools.Select(ProviderJson.Tool)]),
            ["max_completion_tokens"] = options.MaxOutputTokens,
            ["metadata"] = RemoteRun.Metadata(request),
            ["stream"] = options.Streaming,
        };
        if (!string.IsNullOrEmpty(options.Model))
        {
            body["model"] = options.Model;
        }

        return body;
    }

    public static JsonObject Outputs(ImmutableArray<AnsweredCall> answers, AssistantOptions options) => new()
    {
        ["tool_outputs"] = new JsonArray([.. answers.Select(answered => new JsonObject
        {
            ["tool_call_id"] = answered.Call.ProviderCallId, ["output"] = answered.Output,
        })]),
        ["stream"] = options.Streaming,
    };

    /// <summary>What of <paramref name="items"/> is not among the messages of <paramref name="list"/>.</summary>
    public static ImmutableArray<ThreadItem> Missing(ImmutableArray<ThreadItem> items, JsonElement list)
    {
        var carried = list.ListAt("data").Where(message => NumberOf(message) is not null).ToLookup(message => NumberOf(message)!.Value);
        var through = carried.Where(messages => messages.Any(message => message.TextAt("metadata", AllName) is not null)).Max(messages => (long?)messages.Key) ?? 0;
        return [.. items.Where(item => item.Number > through && !carried.Contains(item.Number))];
    }

    /// <summary>The log's number of a message that was carried; null for any other.</summary>
    private static long? NumberOf(JsonElement message) =>
        long.TryParse(message.TextAt("metadata", NumberName), CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>One message an item; beyond the limit the oldest ones become one message, so that none is lost.</summary>
    private static JsonArray Carried(ImmutableArray<ThreadItem> items)
    {
        var surplus = Math.Max(0, items.Length - MostMessages + 1);
        surplus = surplus == 1 ? 0 : surplus;
        var earlier = items.Take(surplus).Select(item => $"{(item is CustomerMessage ? "Customer" : "Assistant")}: {TextOf(item)}");
        var messages = items.Skip(surplus).Select(item =>
            Message(item is CustomerMessage or StaffRequest ? "user" : "assistant", TextOf(item), item.Number));
        return surplus == 0
            ? new JsonArray([.. messages])
            : new JsonArray([
                Message("assistant", $"[earlier in this conversation]\n{string.Join('\n', earlier)}", items[surplus - 1].Number, standsForAll: true),
                .. messages]);
    }

    private static JsonObject Message(string role, string content, long number, bool standsForAll = false)
    {
        var metadata = new JsonObject { [NumberName] = number.ToString(CultureInfo.InvariantCulture) };
        if (standsForAll)
        {
            metadata[AllName] = "true";
        }

        return new() { ["role"] = role, ["content"] = content, ["metadata"] = metadata };
    }

    private static string TextOf(ThreadItem item) => item switch
    {
        CustomerMessage message => message.Text,
        StaffRequest asked => asked.Text,
        AssistantMessage message => message.AsSaid(),
        ToolRound round => RoundAsText(round),
        DeskNote note => $"[the shop says: {note.Text}]",
        WithheldAnswer withheld => $"[the shop says: {withheld.Text}]",
        _ => "",
    };

    /// <summary>A round whose run is gone: what was asked and answered is told in words, because its outputs can no longer be submitted.</summary>
    private static string RoundAsText(ToolRound round) => string.Join('\n', round.Calls
        .Select(answered => $"[tool {answered.Call.Name} was called with {answered.Call.Arguments} and answered {answered.Output}]")
        .Prepend(round.Text)
        .Where(line => line.Length > 0));
}
