using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using CloudMart.Support.Core.Assistant.Consent;
using CloudMart.Support.Core.Orders;

namespace CloudMart.Support.Core.Assistant.Tools;

/// <summary>Has orders to come sent elsewhere.</summary>
internal sealed class ChangeDefaultAddressTool(OrderService orders, TimeProvider clock) : ChangeTool<ChangeDefaultAddressTool.Arguments>(
    DefaultAddressChange.Name,
    "Changes the address that the customer's future orders go to. Orders that were placed keep theirs: for those there is change_shipping_address.",
    ConsentRule.Card,
    clock)
{
    protected override string Doing(Arguments? arguments) => "Checking your default address…";

    protected override Task<OrderDecision> DecideAsync(
        Arguments arguments, ToolContext context, OperationStamp stamp, CancellationToken cancellationToken) =>
        orders.ChangeDefaultAddressAsync(context.Customer, arguments.Address.ToAddress(), cancellationToken);

    internal sealed record Arguments(
        [property: Description("The new address, whole")]
        [property: Required]
        AddressArgument Address) : IHasParts
    {
        IEnumerable<object?> IHasParts.Parts => [Address];
    }
}
