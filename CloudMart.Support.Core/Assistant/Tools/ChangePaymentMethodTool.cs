using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using CloudMart.Support.Core.Assistant.Consent;
using CloudMart.Support.Core.Orders;

namespace CloudMart.Support.Core.Assistant.Tools;

/// <summary>Has a pending order paid another way.</summary>
internal sealed class ChangePaymentMethodTool(OrderService orders, TimeProvider clock) : ChangeTool<ChangePaymentMethodTool.Arguments>(
    PaymentMethodChange.Name,
    "Has one pending order of the customer paid by another of their payment methods. It can be done once for an order, and a gift card has to cover it whole.",
    ConsentRule.Card,
    clock)
{
    protected override string Doing(Arguments? arguments) =>
        OrderNumber.Normalize(arguments?.OrderId) is { } orderId ? $"Checking the payment of {orderId}…" : "Checking a payment…";

    protected override Task<OrderDecision> DecideAsync(
        Arguments arguments, ToolContext context, OperationStamp stamp, CancellationToken cancellationToken) => orders.DecideAsync(
        context.Customer, arguments.OrderId, new PaymentMethodChange(stamp, arguments.PaymentMethodId), cancellationToken);

    internal sealed record Arguments(
        [property: Description("The order's number, e.g. CM-7890")]
        [property: Required]
        string OrderId,
        [property: Description("The id of the new payment method, from get_profile")]
        [property: Required, OneLine(64)]
        string PaymentMethodId);
}
