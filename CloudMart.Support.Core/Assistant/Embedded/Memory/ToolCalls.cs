using System.Text.Json;
using CloudMart.Support.Core.Assistant.Embedded.Language;
using CloudMart.Support.Core.Assistant.Tools;
using CloudMart.Support.Core.Conversations;

namespace CloudMart.Support.Core.Assistant.Embedded.Memory;

/// <summary>The calls that the embedded assistant makes, always written the same way, so that a call is recognised by its text.</summary>
internal static class ToolCalls
{
    public const string HandOff = "hand_off_to_staff";

    private const string CancelOrder = "cancel_order";
    private const string GetOrder = "get_order";
    private const string TrackOrder = "track_order";
    private const string ListOrders = "list_orders";

    public static ToolCall Cancel(string orderId) => Write(CancelOrder, new { orderId, reason = (string?)null });

    public static ToolCall Get(string orderId) => Write(GetOrder, new { orderId });

    public static ToolCall Track(string orderId) => Write(TrackOrder, new { orderId });

    public static ToolCall List(string? status = null) => Write(ListOrders, new { status });

    public static ToolCall BringInAPerson(string reason, string summary) => Write(HandOff, new { reason, summary });

    public static Intent IntentOf(string tool) => tool switch
    {
        CancelOrder => Intent.Cancel,
        TrackOrder => Intent.Track,
        GetOrder => Intent.Status,
        _ => Intent.None,
    };

    public static string? OrderIdOf(ToolCall call)
    {
        try
        {
            using var arguments = JsonDocument.Parse(call.Arguments);
            var root = arguments.RootElement;
            return root.ValueKind == JsonValueKind.Object && root.TryGetProperty("orderId", out var id) && id.ValueKind == JsonValueKind.String
                ? id.GetString()
                : null;
        }
        catch (JsonException)
        {
            return null; // another provider's call, from before the setting was changed
        }
    }

    private static ToolCall Write<T>(string name, T arguments) => new("", name, JsonSerializer.Serialize(arguments, ToolJson.Writing));
}
