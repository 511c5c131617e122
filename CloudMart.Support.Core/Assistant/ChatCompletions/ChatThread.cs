using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using CloudMart.Support.Core.Assistant.Providers;

namespace CloudMart.Support.Core.Assistant.ChatCompletions;

/// <summary>A request to <c>/chat/completions</c>: the whole thread each time, because such a server remembers nothing.</summary>
internal static class ChatThread
{
    public static JsonObject Request(AssistantRequest request, string instructions, AssistantOptions options)
    {
        // Newer models refuse max_tokens and a temperature; older servers take the one and do without the other.
        var body = new JsonObject
        {
            ["model"] = options.Model,
            ["messages"] = Messages(request.Thread, instructions),
            ["max_completion_tokens"] = options.MaxOutputTokens,
        };
        if (request.Tools.Length > 0)
        {
            body["tools"] = new JsonArray([.. request.Tools.Select(ProviderJson.Tool)]);
        }

        if (options.Streaming)
        {
            body["stream"] = true;
            body["stream_options"] = new JsonObject { ["include_usage"] = true };
        }

        return body;
    }

    private static JsonArray Messages(ImmutableArray<ThreadItem> thread, string instructions)
    {
        var ids = new HashSet<string>();
        var messages = new JsonArray(Message("system", instructions));
        foreach (var item in thread)
        {
            switch (item)
            {
                case CustomerMessage said:
                    messages.Add(Message("user", said.Text));
                    break;
                case StaffRequest asked:
                    messages.Add(Message("user", asked.Text));
                    break;
                case AssistantMessage said:
                    messages.Add(Message("assistant", said.AsSaid()));
                    break;
                case ToolRound round:
                    AddRound(messages, round, ids);
                    break;
                case DeskNote note:
                    AddRound(messages, Told(note.Number, "card_outcome", note.Text), ids);
                    break;
                case LeftOut left:
                    AddRound(messages, Told(left.Number, "earlier_messages", left.Text), ids);
                    break;
                case WithheldAnswer withheld:
                    AddRound(messages, new ToolRound(withheld.Number, "", "", [new(new("", "answer_withheld", "{}"), withheld.Text)]), ids);
                    break;
            }
        }

        return messages;
    }

    /// <summary>As a call's output, which no customer can write; a system message amid the thread some servers refuse.</summary>
    private static ToolRound Told(long number, string name, string text) => new(number, "", "", [new(new("", name, "{}"), text)]);

    private static void AddRound(JsonArray messages, ToolRound round, HashSet<string> ids)
    {
        var calls = round.Calls.Select((answered, index) => (answered, Id: IdOf(answered, round.Number, index, ids))).ToList();
        messages.Add(new JsonObject
        {
            ["role"] = "assistant",
            ["content"] = round.Text.Length > 0 ? round.Text : null,
            ["tool_calls"] = new JsonArray([.. calls.Select(call => new JsonObject
            {
                ["id"] = call.Id,
                ["type"] = "function",
                ["function"] = new JsonObject { ["name"] = call.answered.Call.Name, ["arguments"] = Arguments(call.answered) },
            })]),
        });
        foreach (var (answered, id) in calls)
        {
            messages.Add(new JsonObject { ["role"] = "tool", ["tool_call_id"] = id, ["content"] = answered.Output });
        }
    }

    private static JsonObject Message(string role, string content) => new() { ["role"] = role, ["content"] = content };

    /// <summary>The provider's own id where it can be told from all others in the thread; some servers give none, or one for all.</summary>
    private static string IdOf(AnsweredCall answered, long round, int index, HashSet<string> ids)
    {
        var own = $"call_{round}_{index}";
        var id = answered.Call.ProviderCallId is { Length: > 0 } given && ids.Add(given) ? given : own;
        ids.Add(own);
        return id;
    }

    /// <summary>Several servers refuse a whole thread over one call whose arguments never were JSON; its output says what was wrong.</summary>
    private static string Arguments(AnsweredCall answered) =>
        JsonReading.TryParse(answered.Call.Arguments) is { ValueKind: JsonValueKind.Object } ? answered.Call.Arguments : "{}";
}
