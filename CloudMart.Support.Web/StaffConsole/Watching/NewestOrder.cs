using System.Text.Json;
using CloudMart.Support.Core.Conversations;
using CloudMart.Support.Core.Orders;

namespace CloudMart.Support.Web.StaffConsole.Watching;

/// <summary>
/// The order that a conversation is about: the one that was last named by a person, asked for by the assistant, or drawn by the app. What
/// the assistant only says does not count: it lists orders for the customer to choose from.
/// </summary>
internal static class NewestOrder
{
    /// <returns>Null where it is about none.</returns>
    public static string? In(IReadOnlyList<RecordedEvent> events) =>
        events.Reverse().Select(recorded => NamedIn(recorded.Event)).FirstOrDefault(order => order is not null);

    private static string? NamedIn(ConversationEvent fact) => fact switch
    {
        CustomerSaid said => LastIn(said.Text),
        StaffSaid said => LastIn(said.Text),
        ActionProposed { Card.OrderId: { Length: > 0 } order } => order,
        StaffActed { Card.OrderId: { Length: > 0 } order } => order,
        ToolRequested requested => requested.Calls.Select(call => ArgumentOf(call.Arguments)).LastOrDefault(order => order is not null),
        _ => Receipt.Of(fact) is { OrderId: { Length: > 0 } order } ? order : null,
    };

    private static string? LastIn(string text) => OrderNumber.MentionedIn(text).LastOrDefault();

    /// <summary>What a model wrote may be anything.</summary>
    private static string? ArgumentOf(string arguments)
    {
        try
        {
            var asked = JsonSerializer.Deserialize<JsonElement>(arguments);
            return asked.ValueKind == JsonValueKind.Object && asked.TryGetProperty("orderId", out var order) && order.ValueKind == JsonValueKind.String
                ? OrderNumber.Normalize(order.GetString())
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
