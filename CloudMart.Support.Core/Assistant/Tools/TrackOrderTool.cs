using CloudMart.Support.Core.Orders;

namespace CloudMart.Support.Core.Assistant.Tools;

/// <summary>Says where a parcel is. <c>get_order</c> knows it too, but models look for this name.</summary>
internal sealed class TrackOrderTool(OrderService orders) : Tool<OneOrder>(
    "track_order", "Says where one order of the customer is: its status and, once shipped, the carrier, tracking number and expected day.")
{
    protected override string Doing(OneOrder? order) => order.Checking();

    protected override async Task<ToolDecision> DecideAsync(OneOrder order, ToolContext context, CancellationToken cancellationToken) =>
        new(await order.LookUpAsync(orders, context.Customer, cancellationToken));
}
