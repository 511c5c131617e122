using CloudMart.Support.Core.Orders;

namespace CloudMart.Support.Web.StaffConsole.Acting;

/// <summary>An operation that staff can ask for in a customer's place.</summary>
/// <param name="Name">The tool, e.g. <c>return_items</c>.</param>
/// <param name="Words">What the button says, without the order.</param>
/// <param name="Fields">What has to be said for it.</param>
public sealed record OfferedAct(string Name, string Words, ActFields Fields)
{
    /// <summary>What makes sense as the order stands; whether it is allowed, the rules say when it is looked at.</summary>
    public static IEnumerable<OfferedAct> For(Order order) => order.Status switch
    {
        OrderStatus.Pending =>
        [
            new(Cancellation.Name, "Cancel", ActFields.None),
            new(ShippingAddressChange.Name, "Change address", ActFields.Address),
            new(PaymentMethodChange.Name, "Change payment", ActFields.Method),
            new(ItemsChange.Name, "Change items", ActFields.Replacements),
        ],
        OrderStatus.Delivered =>
        [
            new(ItemsReturn.Name, "Return items", ActFields.Lines),
            new(ItemsExchange.Name, "Exchange items", ActFields.Replacements),
        ],
        _ => [],
    };
}

/// <summary>What a person fills in for an operation.</summary>
public enum ActFields
{
    None,
    Address,

    /// <summary>One payment method.</summary>
    Method,

    /// <summary>Another variant for each line that is to be replaced, and a payment method for the difference.</summary>
    Replacements,

    /// <summary>Some of the lines, and where the refund goes.</summary>
    Lines,
}
