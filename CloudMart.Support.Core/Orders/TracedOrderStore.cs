using CloudMart.Support.Core.Conversations;
using CloudMart.Support.Core.Telemetry;

namespace CloudMart.Support.Core.Orders;

/// <summary>
/// Any store of orders, with a span around each call that is part of a trace. Which order it is, is an argument and is not told.
/// </summary>
internal sealed class TracedOrderStore(IOrderStore orders) : IOrderStore
{
    public Task<Order?> FindAsync(string orderId, CancellationToken cancellationToken) => Spans.AroundAsync(
        "store find",
        null,
        (orders, orderId, cancellationToken),
        static at => at.orders.FindAsync(at.orderId, at.cancellationToken),
        static (span, order) => span.SetTag(TelemetryNames.Outcome, order is null ? "not_found" : "found"));

    public Task<OrderPage> ListAsync(
        string customerId, int limit, string? cursor, CancellationToken cancellationToken) => Spans.AroundAsync(
        "store list",
        null,
        (orders, customerId, limit, cursor, cancellationToken),
        static at => at.orders.ListAsync(at.customerId, at.limit, at.cursor, at.cancellationToken));

    public Task<CommitResult> CommitAsync(ShopChange change, LogEntry outcome, CancellationToken cancellationToken) => Spans.AroundAsync(
        "store commit",
        outcome.ConversationId,
        (orders, change, outcome, cancellationToken),
        static at => at.orders.CommitAsync(at.change, at.outcome, at.cancellationToken),
        static (span, result) => span.SetTag(TelemetryNames.Outcome, Words.Of(result)));

    public Task AddMissingAsync(IReadOnlyCollection<Order> missing, CancellationToken cancellationToken) =>
        orders.AddMissingAsync(missing, cancellationToken);
}
