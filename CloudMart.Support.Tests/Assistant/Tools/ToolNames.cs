namespace CloudMart.Support.Tests.Assistant.Tools;

/// <summary>What the product's catalogue holds; models and scenarios are written against these names.</summary>
internal static class ToolNames
{
    public static readonly string[] All =
    [
        "cancel_order",
        "change_default_address",
        "change_items",
        "change_payment_method",
        "change_shipping_address",
        "exchange_items",
        "find_products",
        "get_order",
        "get_product",
        "get_profile",
        "hand_off_to_staff",
        "list_orders",
        "return_items",
        "search_help",
        "track_order",
    ];
}
