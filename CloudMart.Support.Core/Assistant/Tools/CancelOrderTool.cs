using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using CloudMart.Support.Core.Assistant.Consent;
using CloudMart.Support.Core.Conversations;
using CloudMart.Support.Core.Orders;

namespace CloudMart.Support.Core.Assistant.Tools;

/// <summary>Cancels a whole order.</summary>
internal sealed class CancelOrderTool(OrderService orders, TimeProvider clock) : ChangeTool<CancelOrderTool.Arguments>(
    Cancellation.Name,
    "Cancels one whole order of the customer and gives back what was paid for it. Only pending orders can be canceled.",
    ConsentRule.EvidenceOrCard,
    clock)
{
    protected override string Doing(Arguments? arguments) =>
        OrderNumber.Normalize(arguments?.OrderId) is { } orderId ? $"Canceling {orderId}…" : "Canceling an order…";

    protected override Task<OrderDecision> DecideAsync(
        Arguments arguments, ToolContext context, OperationStamp stamp, CancellationToken cancellationToken) =>
        orders.CancelOrderAsync(context.Customer, arguments.OrderId, OwnWords(arguments.Reason, context), stamp, cancellationToken);

    /// <summary>It is kept as the customer's, so it has to be: what a model makes up is left out.</summary>
    private static string? OwnWords(string? reason, ToolContext context) => reason?.Trim() is { Length: > 0 } words
        && context.Conversation.Events.Any(recorded =>
            recorded.Event is CustomerSaid said && said.Text.Contains(words, StringComparison.OrdinalIgnoreCase))
            ? words
            : null;

    internal sealed record Arguments(
        [property: Description("The order's number, e.g. CM-7890")]
        [property: Required]
        string OrderId,
        [property: Description("Why, in the customer's words; null if they gave no reason")]
        [property: OneLine(Cancellation.MaxReason)]
        string? Reason);
}
