using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using CloudMart.Support.Core.Assistant.Consent;
using CloudMart.Support.Core.Orders;

namespace CloudMart.Support.Core.Assistant.Tools;

/// <summary>Sends items of a delivered order back.</summary>
internal sealed class ReturnItemsTool(OrderService orders, TimeProvider clock) : ChangeTool<ReturnItemsTool.Arguments>(
    ItemsReturn.Name,
    "Returns items of one delivered order of the customer. It can be done once for an order, instead of an exchange, so ask first whether there "
    + "is more to return. The refund goes to the original payment method or to one of the customer's gift cards.",
    ConsentRule.Card,
    clock)
{
    protected override string Doing(Arguments? arguments) =>
        OrderNumber.Normalize(arguments?.OrderId) is { } orderId ? $"Checking a return of {orderId}…" : "Checking a return…";

    protected override Task<OrderDecision> DecideAsync(
        Arguments arguments, ToolContext context, OperationStamp stamp, CancellationToken cancellationToken) => orders.DecideAsync(
        context.Customer, arguments.OrderId, new ItemsReturn(stamp, [.. arguments.ItemIds], arguments.RefundTo), cancellationToken);

    internal sealed record Arguments(
        [property: Description("The order's number, e.g. CM-7890")]
        [property: Required]
        string OrderId,
        [property: Description("The itemId of each line to be returned; one that stands on two lines may stand here twice")]
        [property: Required, Length(1, ItemChangeArgument.Most)]
        IReadOnlyList<string> ItemIds,
        [property: Description("The id of the payment method that gets the refund, from get_profile")]
        [property: Required, OneLine(64)]
        string RefundTo) : IHasParts
    {
        IEnumerable<object?> IHasParts.Parts => ItemIds;
    }
}
