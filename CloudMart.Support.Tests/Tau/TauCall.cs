using System.Text.Json;
using System.Text.Json.Nodes;
using CloudMart.Support.Core.Orders;

namespace CloudMart.Support.Tests.Tau;

/// <summary>A call of a task, in the names of this product's tools.</summary>
/// <param name="Tool">The tool.</param>
/// <param name="Arguments">Its arguments.</param>
/// <param name="IsRefused">Whether the task says that it must not succeed.</param>
internal sealed record TauCall(string Tool, string Arguments, bool IsRefused)
{
    /// <summary>What the customer gives as a reason; empty where the call has none.</summary>
    public string Reason => JsonNode.Parse(Arguments)!["reason"]?.GetValue<string>() ?? "";

    /// <summary>Which items for which, in pairs; empty where the call exchanges nothing.</summary>
    public IEnumerable<ItemChange> Exchanged => Tool == "exchange_items"
        ? JsonNode.Parse(Arguments)!["changes"]!.AsArray().Select(change =>
            new ItemChange(change!["itemId"]!.GetValue<string>(), change["newItemId"]!.GetValue<string>()))
        : [];

    public string OrderId => JsonNode.Parse(Arguments)!["orderId"]?.GetValue<string>() ?? "";

    /// <summary>Null for what has no counterpart: who the customer is comes from the sign-in, and nobody calculates for the model.</summary>
    public static TauCall? Of(JsonElement action)
    {
        var given = action.GetProperty("kwargs");
        (string, JsonObject)? call = action.GetProperty("name").GetString() switch
        {
            "find_user_id_by_email" or "find_user_id_by_name_zip" or "calculate" or "list_all_product_types" or "get_item_details"
                or "think" => null,
            "transfer_to_human_agents" => ("hand_off_to_staff", new() { ["reason"] = "It is beyond the tools.", ["summary"] = Text("summary") }),
            "get_user_details" => ("get_profile", []),
            "get_order_details" => ("get_order", new() { ["orderId"] = Text("order_id") }),
            "get_product_details" => ("get_product", new() { ["productId"] = Text("product_id") }),
            "cancel_pending_order" => ("cancel_order", new() { ["orderId"] = Text("order_id"), ["reason"] = Text("reason") }),
            "modify_pending_order_address" => ("change_shipping_address", new() { ["orderId"] = Text("order_id"), ["address"] = Address() }),
            "modify_user_address" => ("change_default_address", new() { ["address"] = Address() }),
            "modify_pending_order_payment" => (
                "change_payment_method", new() { ["orderId"] = Text("order_id"), ["paymentMethodId"] = Text("payment_method_id") }),
            "modify_pending_order_items" => ("change_items", Changes()),
            "exchange_delivered_order_items" => ("exchange_items", Changes()),
            "return_delivered_order_items" => ("return_items", new()
            {
                ["orderId"] = Text("order_id"),
                ["itemIds"] = new JsonArray([.. Texts("item_ids").Select(id => JsonValue.Create(id))]),
                ["refundTo"] = Text("payment_method_id"),
            }),
            var unknown => throw new InvalidOperationException($"The tasks call '{unknown}', which the table of names does not have."),
        };
        return call is var (tool, arguments)
            ? new(tool, arguments.ToJsonString(), action.GetProperty("error").ValueKind != JsonValueKind.Null)
            : null;

        string Text(string name) => given.GetProperty(name).GetString()!;

        IEnumerable<string> Texts(string name) => given.GetProperty(name).EnumerateArray().Select(id => id.GetString()!);

        JsonObject Changes() => new()
        {
            ["orderId"] = Text("order_id"),
            ["changes"] = new JsonArray(
                [.. Texts("item_ids").Zip(Texts("new_item_ids"), (id, other) => new JsonObject { ["itemId"] = id, ["newItemId"] = other })]),
            ["paymentMethodId"] = Text("payment_method_id"),
        };

        JsonObject Address() => new()
        {
            ["line1"] = Text("address1"),
            ["line2"] = Text("address2"),
            ["city"] = Text("city"),
            ["state"] = Text("state"),
            ["zip"] = Text("zip"),
            ["country"] = Text("country"),
        };
    }
}
