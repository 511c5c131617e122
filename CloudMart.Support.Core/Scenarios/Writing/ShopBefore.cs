using System.Collections.Immutable;
using System.Globalization;
using CloudMart.Support.Core.Customers;
using CloudMart.Support.Core.Orders;

namespace CloudMart.Support.Core.Scenarios.Writing;

/// <summary>
/// Orders as they were before a conversation, as steps. An order of the demo shop that only this conversation has touched is the demo's own;
/// of any other the items are as they are now, and where the conversation has changed them, a comment says so.
/// </summary>
/// <param name="conversationId">The conversation.</param>
/// <param name="customerId">Whose it is.</param>
internal sealed class ShopBefore(string conversationId, string customerId)
{
    private readonly bool _isDemo = DemoCustomers.All.Any(profile => profile.CustomerId == customerId);

    /// <param name="order">As it stands now.</param>
    /// <param name="now">The time.</param>
    public string Has(Order order, DateTimeOffset now)
    {
        var step = $"She has order {order.OrderId}";
        return DemoOrders.PlacedBefore(now).Any(demo => Was(order, demo)) ? step
            : $"{step} ({StatusOf(order).ToWord()}): {string.Join(", ", order.Items.Select(InWords))}"
                + (_isDemo ? $", paid with {PaidWith(order)}" : "")
                + (order.History.Any(done => IsOurs(done) && done.Act == ItemsChange.Name) ? " <!-- its items as they are now -->" : "");
    }

    /// <summary>How this conversation left it; null where it did nothing to it, or somebody else did since.</summary>
    public string? Left(Order order) => order.History is [.., var last] && IsOurs(last) ? $"{order.OrderId} is {order.Status.ToWord()}" : null;

    private bool Was(Order order, Order demo) =>
        (demo.OrderId, demo.CustomerId, demo.Status) == (order.OrderId, customerId, StatusOf(order))
        && order.History.All(IsOurs)
        && (order.ItemsChanged || order.Items.SequenceEqual(demo.Items))
        && First(order).SequenceEqual(First(demo));

    private static IEnumerable<(string MethodId, decimal Amount)> First(Order order) => FirstPayments(order).Select(payment => (payment.MethodId, payment.Amount));

    /// <summary>What it was paid with when it was placed; another method may have taken its place since.</summary>
    private static ImmutableArray<OrderPayment> FirstPayments(Order order) =>
        [.. order.Payments.Where(payment => payment.Kind == PaymentKind.Payment && payment.At == order.Payments[0].At)];

    private OrderStatus StatusOf(Order order) => order.History.FirstOrDefault(IsOurs)?.Act switch
    {
        null => order.Status,
        ItemsReturn.Name or ItemsExchange.Name => OrderStatus.Delivered,
        _ => OrderStatus.Pending,
    };

    private bool IsOurs(AppliedOperation done) => done.Operation.StartsWith($"{conversationId}/", StringComparison.Ordinal);

    private static string InWords(OrderLine line)
    {
        var options = line.Options.Length == 0 ? "" : $" ({Plain(line.Options)})";
        return string.Create(CultureInfo.InvariantCulture, $"\"{Plain(line.Name)}\"{options} ${line.Price:0.00}");
    }

    /// <summary>What has an amount pays so much, and the last pays the rest.</summary>
    private static string PaidWith(Order order)
    {
        var payments = FirstPayments(order);
        return string.Join(" and ", payments.Select((payment, index) => index == payments.Length - 1
            ? payment.Method
            : string.Create(CultureInfo.InvariantCulture, $"{payment.Method} ${payment.Amount:0.00}")));
    }

    /// <summary>Without what means something in a step.</summary>
    private static string Plain(string words) =>
        string.Join(' ', words.Split([.. " \t\r\n\"“”()$"], StringSplitOptions.RemoveEmptyEntries));
}
