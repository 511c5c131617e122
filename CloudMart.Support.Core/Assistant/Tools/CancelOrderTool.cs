using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using CloudMart.Support.Core.Assistant.Consent;
using CloudMart.Support.Core.Conversations;
using CloudMart.Support.Core.Orders;

namespace CloudMart.Support.Core.Assistant.Tools;

/// <summary>Cancels an order, when the customer's newest message is evidence that they want exactly this order canceled.</summary>
internal sealed class CancelOrderTool(OrderService orders) : Tool<CancelOrderTool.Arguments>(
    Cancellation.Act,
    "Cancels one whole order of the customer and gives back what was paid for it. Only pending orders can be canceled. "
    + "Call it only when the customer asks for it; if the outcome is needs_consent, ask them to write the sentence in `ask`.")
{
    protected override string Doing(Arguments? arguments) =>
        OrderNumber.Normalize(arguments?.OrderId) is { } orderId ? $"Canceling {orderId}…" : "Canceling an order…";

    protected override async Task<ToolDecision> DecideAsync(Arguments arguments, ToolContext context, CancellationToken cancellationToken)
    {
        var (outcome, change) = await orders.CancelOrderAsync(
            context.Customer, arguments.OrderId, arguments.Reason, context.Operation, cancellationToken);
        return outcome switch
        {
            // Consent comes last: what cannot be canceled anyway needs none, and nobody should be asked for it in vain.
            OrderCanceled canceled => IsAskedFor(canceled.Order.OrderId, context.Conversation)
                ? new(ToolOutput.Canceled(canceled), change, OrderReceipts.For(canceled))
                : new(ToolOutput.NeedsConsent(canceled.Order.OrderId)),
            AlreadyCanceled already => new(ToolOutput.AlreadyCanceled(already.Order), Receipt: OrderReceipts.For(already)),
            CancelRefused refused => new(ToolOutput.Refused(refused), Receipt: OrderReceipts.For(refused)),
            _ => new(ToolOutput.OrderNotFound()),
        };
    }

    /// <summary>DESIGN, rule 5: the newest message is evidence for this order, and nothing was changed on its strength yet.</summary>
    private static bool IsAskedFor(string orderId, ConversationSnapshot conversation)
    {
        var state = conversation.State;
        var newest = conversation.Events.FindLast(recorded => recorded.Event is CustomerSaid);
        return newest?.Number == state.LastSaidAt
            && state.LastSaidAt > state.LastChangeAt
            && CancelEvidence.OrderIdIn(((CustomerSaid)newest.Event).Text) == orderId;
    }

    internal sealed record Arguments(
        [property: Description("The order's number, e.g. CM-7890")]
        [property: Required]
        string OrderId,
        [property: Description("Why, in the customer's words; null if they gave no reason")]
        [property: StringLength(1000)]
        string? Reason);
}
