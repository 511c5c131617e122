using System.Collections.Immutable;
using System.Text.Json;
using CloudMart.Support.Core.Conversations;
using CloudMart.Support.Core.Orders;
using CloudMart.Support.Core.Scenarios.Stage;
using CloudMart.Support.Core.Scenarios.Text;

namespace CloudMart.Support.Core.Scenarios.Steps;

/// <summary>What the assistant asked for in the conversation so far. It says nothing of whether it was done.</summary>
internal static class CallChecks
{
    private static readonly ImmutableArray<string> LookUps =
        ["get_order", "list_orders", "track_order", "get_profile", "get_product", "find_products", "search_help"];

    /// <summary>Every tool of the product; a mistyped one would never be called.</summary>
    public static readonly ImmutableArray<string> Tools =
    [
        .. LookUps, Cancellation.Name, ShippingAddressChange.Name, DefaultAddressChange.Name, PaymentMethodChange.Name, ItemsChange.Name,
        ItemsReturn.Name, ItemsExchange.Name, "hand_off_to_staff",
    ];

    public static ImmutableArray<StepPhrase> All { get; } =
    [
        Look("{tool} is called[ for {order}]", "cancel_order is called for CM-7890",
            "The assistant asked for the tool, at least once in this conversation.",
            (calls, words) => calls.Exists(call => Is(call, words))),
        Look("{tool} is not called[ for {order}]", "cancel_order is not called",
            "The assistant has not asked for it in this conversation.",
            (calls, words) => !calls.Exists(call => Is(call, words))),
        Look("only look-ups are called", "Only look-ups are called",
            "Nothing was asked for that could change anything.",
            (calls, _) => calls.TrueForAll(call => LookUps.Contains(call.Name))),
        Look("nothing is called", "Nothing is called",
            "The assistant asked for no tool at all.",
            (calls, _) => calls.Count == 0),
    ];

    private static StepPhrase Look(string form, string example, string meaning, Func<List<ToolCall>, StepWords, bool> holds) =>
        new(StepKind.Must, form, example, meaning, (stage, words, _) =>
        {
            var calls = Calls(stage.Visitor.Page);
            return Task.FromResult(holds(calls, words) ? null : $"called: {InWords(calls)}");
        })
        {
            Mistake = words => words["tool"] is { Length: > 0 } tool && !Tools.Contains(tool)
                ? $"there is no tool \"{tool}\"; there are {string.Join(", ", Tools)}."
                : null,
        };

    private static List<ToolCall> Calls(OpenTab page) => [.. page.Facts.OfType<ToolRequested>().SelectMany(requested => requested.Calls)];

    private static bool Is(ToolCall call, StepWords words) =>
        call.Name == words["tool"]
        && (!words.Has("order") || string.Equals(OrderIdOf(call), words["order"], StringComparison.OrdinalIgnoreCase));

    private static string? OrderIdOf(ToolCall call)
    {
        try
        {
            using var arguments = JsonDocument.Parse(call.Arguments);
            return arguments.RootElement is { ValueKind: JsonValueKind.Object } root && root.TryGetProperty("orderId", out var id)
                ? id.ToString()
                : null;
        }
        catch (JsonException)
        {
            return null; // a live model can write anything
        }
    }

    private static string InWords(List<ToolCall> calls) =>
        calls.Count == 0 ? "nothing" : string.Join(", ", calls.Select(call => $"{call.Name} {OrderIdOf(call)}".Trim()));
}
