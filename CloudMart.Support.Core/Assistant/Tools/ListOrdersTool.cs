using System.ComponentModel;
using CloudMart.Support.Core.Orders;

namespace CloudMart.Support.Core.Assistant.Tools;

/// <summary>Lists the customer's newest orders.</summary>
internal sealed class ListOrdersTool(OrderService orders) : Tool<ListOrdersTool.Arguments>(
    "list_orders", "Lists the customer's orders, newest first. `more` is true when there are older ones that are not listed.")
{
    private const int MaxOrders = 20;

    protected override string Doing(Arguments? arguments) => "Looking up your orders…";

    protected override async Task<ToolDecision> DecideAsync(Arguments arguments, ToolContext context, CancellationToken cancellationToken)
    {
        var page = await orders.ListOrdersAsync(context.Customer, arguments.Status, MaxOrders, null, cancellationToken);
        var listed = page.Orders.Take(MaxOrders).ToList();
        return new(ToolOutput.Found(listed, more: page.Next is not null || listed.Count < page.Orders.Count));
    }

    internal sealed record Arguments(
        [property: Description("Only orders that stand so; null for all")]
        OrderStatus? Status);
}
