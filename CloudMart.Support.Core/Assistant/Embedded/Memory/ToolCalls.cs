using System.Collections.Immutable;
using System.Text.Json;
using CloudMart.Support.Core.Assistant.Embedded.Addresses;
using CloudMart.Support.Core.Assistant.Embedded.Language;
using CloudMart.Support.Core.Assistant.Tools;
using CloudMart.Support.Core.Conversations;

namespace CloudMart.Support.Core.Assistant.Embedded.Memory;

/// <summary>The calls that the embedded assistant makes, always written the same way, so that a call is recognised by its text.</summary>
internal static class ToolCalls
{
    public const string HandOff = "hand_off_to_staff";

    public const string ReturnItems = "return_items";
    public const string ExchangeItems = "exchange_items";
    public const string ChangeItems = "change_items";
    public const string ChangeShippingAddress = "change_shipping_address";
    public const string ChangeDefaultAddress = "change_default_address";
    public const string ChangePaymentMethod = "change_payment_method";
    public const string SearchHelp = "search_help";
    public const string GetProfile = "get_profile";
    public const string GetProduct = "get_product";
    public const string FindProducts = "find_products";

    private const string CancelOrder = "cancel_order";
    private const string GetOrder = "get_order";
    private const string TrackOrder = "track_order";
    private const string ListOrders = "list_orders";

    public static ToolCall Cancel(string orderId, string? reason) => Write(CancelOrder, new { orderId, reason });

    public static ToolCall Get(string orderId) => Write(GetOrder, new { orderId });

    public static ToolCall Track(string orderId) => Write(TrackOrder, new { orderId });

    public static ToolCall List(string? status = null) => Write(ListOrders, new { status });

    public static ToolCall Profile() => Write(GetProfile, new { });

    public static ToolCall Product(string productId) => Write(GetProduct, new { productId });

    public static ToolCall Find(string query) => Write(FindProducts, new { query });

    public static ToolCall Help(string question) => Write(SearchHelp, new { question });

    public static ToolCall Return(string orderId, ImmutableArray<string> itemIds, string refundTo) =>
        Write(ReturnItems, new { orderId, itemIds, refundTo });

    public static ToolCall Exchange(string orderId, ImmutableArray<LineChange> changes, string paymentMethodId) =>
        Write(ExchangeItems, new { orderId, changes, paymentMethodId });

    public static ToolCall Change(string orderId, ImmutableArray<LineChange> changes, string paymentMethodId) =>
        Write(ChangeItems, new { orderId, changes, paymentMethodId });

    public static ToolCall ShipTo(string orderId, AddressParts to) =>
        Write(ChangeShippingAddress, new { orderId, address = AddressOf(to) });

    public static ToolCall DefaultAddress(AddressParts to) => Write(ChangeDefaultAddress, new { address = AddressOf(to) });

    public static ToolCall PayWith(string orderId, string paymentMethodId) =>
        Write(ChangePaymentMethod, new { orderId, paymentMethodId });

    public static ToolCall BringInAPerson(string reason, string summary) => Write(HandOff, new { reason, summary });

    public static Intent IntentOf(string tool) => tool switch
    {
        CancelOrder => Intent.Cancel,
        TrackOrder => Intent.Track,
        GetOrder => Intent.Status,
        ReturnItems => Intent.Return,
        ExchangeItems or ChangeItems => Intent.Exchange,
        ChangeShippingAddress or ChangeDefaultAddress => Intent.ChangeAddress,
        ChangePaymentMethod => Intent.ChangePayment,
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

    private static object AddressOf(AddressParts to) => new
    {
        line1 = to.Street,
        line2 = to.Line2,
        city = to.City,
        state = to.State,
        zip = to.Zip,
        country = to.Country ?? AddressParts.HomeCountry,
    };

    private static ToolCall Write<T>(string name, T arguments) => new("", name, JsonSerializer.Serialize(arguments, ToolJson.Writing));
}

/// <summary>One item of an order for another variant of its product.</summary>
internal sealed record LineChange(string ItemId, string NewItemId);
