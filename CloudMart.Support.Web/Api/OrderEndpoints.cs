using System.Security.Claims;
using CloudMart.Support.Core.Customers;
using CloudMart.Support.Core.Orders;
using CloudMart.Support.Web.SignIn;
using Microsoft.AspNetCore.Http.HttpResults;

namespace CloudMart.Support.Web.Api;

/// <summary>The customer's orders, to read.</summary>
internal static class OrderEndpoints
{
    private const int PageSize = 20;

    public static void MapOrders(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/orders", ListAsync)
            .RefuseUnknownCursors()
            .WithSummary("The customer's orders, newest first.");
        routes.MapGet("/orders/{orderId}", FindAsync)
            .WithSummary("One order.")
            .ProducesProblem(StatusCodes.Status404NotFound);
    }

    private static async Task<OrderList> ListAsync(
        string? cursor, ClaimsPrincipal user, OrderService orders, CancellationToken cancellationToken)
    {
        var page = await orders.ListOrdersAsync(user.RequiredCustomer(), null, PageSize, cursor, cancellationToken);
        return new([.. page.Orders.Select(CustomersOrder.Of)], page.Next);
    }

    private static async Task<Results<Ok<CustomersOrder>, ProblemHttpResult>> FindAsync(
        string orderId, ClaimsPrincipal user, OrderService orders, CancellationToken cancellationToken) =>
        await orders.GetOrderAsync(user.RequiredCustomer(), orderId, cancellationToken) is { } order
            ? TypedResults.Ok(CustomersOrder.Of(order))
            : Problems.NoSuchOrder();
}

internal sealed record OrderList(IReadOnlyList<CustomersOrder> Orders, string? Next);

/// <summary>An order as its customer may see it.</summary>
internal sealed record CustomersOrder(
    string OrderId,
    OrderStatus Status,
    DateTimeOffset PlacedAt,
    decimal Total,
    IReadOnlyList<OrderLine> Items,
    PostalAddress ShipTo,
    Shipment? Shipment)
{
    public static CustomersOrder Of(Order order) =>
        new(order.OrderId, order.Status, order.PlacedAt, order.Total, order.Items, order.ShipTo, order.Shipment);
}
