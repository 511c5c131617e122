using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using CloudMart.Support.Core.Assistant.Consent;
using CloudMart.Support.Core.Orders;

namespace CloudMart.Support.Core.Assistant.Tools;

/// <summary>Sends a pending order elsewhere.</summary>
internal sealed class ChangeShippingAddressTool(OrderService orders, TimeProvider clock) : ChangeTool<ChangeShippingAddressTool.Arguments>(
    ShippingAddressChange.Name,
    "Sends one pending order of the customer to another address. Call it with the whole address; ask for parts that the customer left out.",
    ConsentRule.Card,
    clock)
{
    protected override string Doing(Arguments? arguments) =>
        OrderNumber.Normalize(arguments?.OrderId) is { } orderId ? $"Checking the address of {orderId}…" : "Checking an address…";

    protected override Task<OrderDecision> DecideAsync(
        Arguments arguments, ToolContext context, OperationStamp stamp, CancellationToken cancellationToken) => orders.DecideAsync(
        context.Customer, arguments.OrderId, new ShippingAddressChange(stamp, arguments.Address.ToAddress()), cancellationToken);

    internal sealed record Arguments(
        [property: Description("The order's number, e.g. CM-7890")]
        [property: Required]
        string OrderId,
        [property: Description("The new address, whole")]
        [property: Required]
        AddressArgument Address) : IHasParts
    {
        IEnumerable<object?> IHasParts.Parts => [Address];
    }
}
