using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using CloudMart.Support.Core.Assistant.Consent;
using CloudMart.Support.Core.Orders;

namespace CloudMart.Support.Core.Assistant.Tools;

/// <summary>Exchanges items of a delivered order for other variants.</summary>
internal sealed class ExchangeItemsTool(OrderService orders, TimeProvider clock) : ChangeTool<ExchangeItemsTool.Arguments>(
    ItemsExchange.Name,
    "Exchanges items of one delivered order of the customer for other available variants of the same products. It can be done once for an "
    + "order, instead of a return, so ask first whether there is more to exchange.",
    ConsentRule.Card,
    clock)
{
    protected override string Doing(Arguments? arguments) =>
        OrderNumber.Normalize(arguments?.OrderId) is { } orderId ? $"Checking the items of {orderId}…" : "Checking items…";

    protected override Task<OrderDecision> DecideAsync(
        Arguments arguments, ToolContext context, OperationStamp stamp, CancellationToken cancellationToken) => orders.DecideAsync(
        context.Customer,
        arguments.OrderId,
        new ItemsExchange(stamp, ItemChangeArgument.All(arguments.Changes), arguments.PaymentMethodId),
        cancellationToken);

    internal sealed record Arguments(
        [property: Description("The order's number, e.g. CM-7890")]
        [property: Required]
        string OrderId,
        [property: Description("Each item with the one that takes its place")]
        [property: Required, Length(1, ItemChangeArgument.Most)]
        IReadOnlyList<ItemChangeArgument> Changes,
        [property: Description("The id of the payment method for the difference, from get_profile")]
        [property: Required, OneLine(64)]
        string PaymentMethodId) : IHasParts
    {
        IEnumerable<object?> IHasParts.Parts => Changes;
    }
}
