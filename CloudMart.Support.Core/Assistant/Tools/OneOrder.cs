using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using CloudMart.Support.Core.Customers;
using CloudMart.Support.Core.Orders;

namespace CloudMart.Support.Core.Assistant.Tools;

/// <summary>The arguments of tools that look at one order.</summary>
internal sealed record OneOrder(
    [property: Description("The order's number, e.g. CM-7890")]
    [property: Required]
    string OrderId)
{
    public async Task<string> LookUpAsync(OrderService orders, SignedInCustomer customer, CancellationToken cancellationToken) =>
        await orders.GetOrderAsync(customer, OrderId, cancellationToken) is { } order
            ? ToolOutput.Found(order)
            : ToolOutput.OrderNotFound();
}

internal static class OneOrderWords
{
    public static string Checking(this OneOrder? order) =>
        OrderNumber.Normalize(order?.OrderId) is { } orderId ? $"Checking {orderId}…" : "Checking an order…";
}
