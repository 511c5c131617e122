using System.Diagnostics;

namespace CloudMart.Support.Core.Orders;

/// <summary>Why an order, as it stands, does not allow something, and what the customer can do instead.</summary>
internal static class OrderStanding
{
    private const string SendBackLater = "Once it has arrived you can send it back: just ask here.";

    /// <summary>A clause that follows "was not canceled:".</summary>
    public static string Why(Order order) => order.Status switch
    {
        OrderStatus.Pending => "it has not been delivered yet",
        OrderStatus.Processed => "it is already being packed",
        OrderStatus.Shipped when order.Shipment is { } parcel => $"it is already on its way with {parcel.Carrier}",
        OrderStatus.Shipped => "it is already on its way",
        OrderStatus.Delivered => "it has been delivered",
        OrderStatus.Canceled => "it is canceled",
        OrderStatus.ReturnRequested => "a return is under way",
        OrderStatus.ExchangeRequested => "an exchange is under way",
        _ => throw new UnreachableException($"No rule says what an order that is {order.Status} allows."),
    };

    /// <summary>For what only pending orders allow.</summary>
    public static string InsteadOfChanging(Order order) => order.Status switch
    {
        OrderStatus.Processed or OrderStatus.Shipped => SendBackLater,
        OrderStatus.Delivered => "You can return or exchange it: tell me which items.",
        OrderStatus.ReturnRequested => "The refund follows once the items are back; if something is wrong, ask here for a person.",
        OrderStatus.ExchangeRequested => "The new items follow once the old ones are back; if something is wrong, ask here for a person.",
        _ => "You are welcome to place a new order.",
    };

    /// <summary>For what only delivered orders allow.</summary>
    public static string InsteadOfSendingBack(Order order) => order.Status switch
    {
        OrderStatus.Pending => "It can still be changed or canceled: just ask here.",
        OrderStatus.Processed or OrderStatus.Shipped => SendBackLater,
        OrderStatus.ReturnRequested or OrderStatus.ExchangeRequested =>
            "Items of one order are sent back together, once; if something is wrong, ask here for a person.",
        _ => "You are welcome to place a new order.",
    };
}
