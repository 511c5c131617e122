using System.Globalization;
using CloudMart.Support.Core.Assistant.Consent;
using CloudMart.Support.Core.Conversations;
using CloudMart.Support.Core.Customers;
using CloudMart.Support.Core.Orders;
using CloudMart.Support.Core.Staff;
using CloudMart.Support.Core.Staff.Exports;
using Microsoft.Extensions.Options;

namespace CloudMart.Support.Core.Scenarios.Writing;

/// <summary>Writes a conversation down as a scenario that can be played again, with the orders that it needs.</summary>
public sealed class ScenarioExport(
    StaffExports exports, StaffOrders orders, IOptions<ConsentOptions> consent, IOptions<ApprovalOptions> approval, TimeProvider clock)
{
    /// <summary>Of all that somebody has; what was only listed is seldom older.</summary>
    private const int Listed = 10;

    /// <summary>No conversation is about more.</summary>
    private const int Most = 20;

    /// <summary>The scenario; null where there is no such conversation.</summary>
    public async Task<string?> WriteAsync(SignedInStaff by, string conversationId, CancellationToken cancellationToken)
    {
        if (await exports.ReadAsync(by, conversationId, "a scenario", cancellationToken) is not { } known)
        {
            return null;
        }

        var facts = known.Events.ConvertAll(recorded => recorded.Event);
        var before = new ShopBefore(conversationId, known.State.CustomerId);
        var who = DemoCustomers.All.FirstOrDefault(profile => profile.CustomerId == known.State.CustomerId) ?? DemoCustomers.All[0];
        var now = clock.GetUtcNow();
        var needed = await NeededAsync(by, known.State.CustomerId, facts, cancellationToken);
        return ScenarioText.Of(
            known,
            [.. Rules(facts), $"{who.GivenName} is signed in", .. needed.Select(order => before.Has(order, now))],
            [.. needed.Select(before.Left).OfType<string>()]);
    }

    private IEnumerable<string> Rules(IReadOnlyList<ConversationEvent> facts)
    {
        if (facts.Any(fact => fact is ApprovalRequested))
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"Refunds above ${approval.Value.RefundAbove ?? 0:0.00} need approval");
        }

        if (consent.Value.Mode == ConsentMode.AlwaysCard)
        {
            yield return "Every change is asked by a card";
        }
    }

    /// <summary>Those that were named, and where the assistant looked through all, the newest; newest first. A stranger's is not there.</summary>
    private async Task<IReadOnlyList<Order>> NeededAsync(
        SignedInStaff by, string customerId, IReadOnlyList<ConversationEvent> facts, CancellationToken cancellationToken)
    {
        var needed = new Dictionary<string, Order>();
        foreach (var id in facts.SelectMany(NamedIn).Distinct(StringComparer.Ordinal).Take(Most))
        {
            if (await orders.FindAsync(by, id, cancellationToken) is { } order && order.CustomerId == customerId)
            {
                needed[order.OrderId] = order;
            }
        }

        if (facts.OfType<ToolRequested>().Any(requested => requested.Calls.Any(call => call.Name == "list_orders")))
        {
            var page = await orders.ListAsync(by, customerId, Listed, null, cancellationToken);
            page.Orders.ToList().ForEach(order => needed.TryAdd(order.OrderId, order));
        }

        return [.. needed.Values.OrderByDescending(order => order.PlacedAt)];
    }

    private static IEnumerable<string> NamedIn(ConversationEvent fact) => fact switch
    {
        CustomerSaid said => OrderNumber.MentionedIn(said.Text),
        ToolRequested requested => requested.Calls.SelectMany(call => OrderNumber.MentionedIn(call.Arguments)),
        ActionProposed { Card.OrderId: { } id } => [id],
        _ => Receipt.Of(fact) is { OrderId: { Length: > 0 } id } ? [id] : [],
    };
}
