using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using CloudMart.Support.Core.Customers;
using CloudMart.Support.Core.Orders;

namespace CloudMart.Support.Core.Assistant.Tools;

/// <summary>Cancels a whole order.</summary>
internal sealed class CancelOrderTool(OrderService orders, TimeProvider clock) : ChangeTool<CancelOrderTool.Arguments>(
    Cancellation.Name,
    "Cancels one whole order of the customer and gives back what was paid for it. Only pending orders can be canceled.",
    clock)
{
    protected override string Doing(Arguments? arguments) =>
        OrderNumber.Normalize(arguments?.OrderId) is { } orderId ? $"Canceling {orderId}…" : "Canceling an order…";

    protected override Task<OrderDecision> DecideAsync(
        Arguments arguments, SignedInCustomer customer, OperationStamp stamp, CancellationToken cancellationToken) =>
        orders.CancelOrderAsync(customer, arguments.OrderId, arguments.Reason, stamp, cancellationToken);

    internal sealed record Arguments(
        [property: Description("The order's number, e.g. CM-7890")]
        [property: Required]
        string OrderId,
        [property: Description("Why, in the customer's words; null if they gave no reason")]
        [property: StringLength(1000)]
        string? Reason);
}
