using CloudMart.Support.Core.Orders;

namespace CloudMart.Support.Core.Assistant.Tools;

/// <summary>Looks one order up.</summary>
internal sealed class GetOrderTool(OrderService orders) : Tool<OneOrder>(
    "get_order", "Looks up one order of the customer: status, items, prices, payment, address and shipment.")
{
    protected override string Doing(OneOrder? order) => order.Checking();

    protected override async Task<ToolDecision> DecideAsync(OneOrder order, ToolContext context, CancellationToken cancellationToken) =>
        new(await order.LookUpAsync(orders, context.Customer, cancellationToken));
}
