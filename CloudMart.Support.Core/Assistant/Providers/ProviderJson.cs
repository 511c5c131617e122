using System.Text.Json.Nodes;

namespace CloudMart.Support.Core.Assistant.Providers;

/// <summary>What both protocols write the same way.</summary>
internal static class ProviderJson
{
    public static JsonNode Tool(ToolDescription tool) => new JsonObject
    {
        ["type"] = "function",
        ["function"] = new JsonObject
        {
            ["name"] = tool.Name,
            ["description"] = tool.Description,
            ["strict"] = true,
            ["parameters"] = JsonNode.Parse(tool.Parameters),
        },
    };

    /// <summary>An answer that was cut off is marked, so that the model does not take it for all it had to say.</summary>
    public static string AsSaid(this AssistantMessage message) =>
        message.Interrupted ? $"{message.Text}\n\n[interrupted here]" : message.Text;
}
