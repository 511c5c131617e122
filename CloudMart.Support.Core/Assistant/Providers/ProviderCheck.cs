using CloudMart.Support.Core.Conversations;
using CloudMart.Support.Core.Customers;

namespace CloudMart.Support.Core.Assistant.Providers;

/// <summary>One real call of a tool, whoever thinks.</summary>
internal static class ProviderCheck
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);

    private static readonly ToolDescription Ping = new(
        "ping", "Answers pong.", """{"type":"object","properties":{},"required":[],"additionalProperties":false}""");

    public static async Task<string?> CallPingAsync(this IAssistant assistant, TimeProvider clock, CancellationToken cancellationToken)
    {
        var request = new AssistantRequest(
            "check", "check", 0, new SignedInCustomer("check", ""), [new CustomerMessage(1, "Call the tool ping.")], [Ping], null,
            clock.GetUtcNow() + Limit);
        var updates = await assistant.NextStepAsync(request, cancellationToken).ToListAsync(cancellationToken);
        if (updates.OfType<Holds>().LastOrDefault() is { ProviderState: var held })
        {
            await assistant.AbandonAsync(new(request.ConversationId, request.RunId, held, null), cancellationToken);
        }

        return updates[^1] switch
        {
            ToolsRequired required when required.Calls.Any(call => call.Name == Ping.Name) => null,
            StepFailed failed => failed.ServerSays.Length > 0 ? $"{failed.Detail}, {failed.ServerSays}" : failed.Detail,
            _ => "Assistant:Model answers, but did not call the tool that it was asked to call.",
        };
    }
}
