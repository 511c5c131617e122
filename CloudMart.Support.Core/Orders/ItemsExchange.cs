using System.Collections.Immutable;

namespace CloudMart.Support.Core.Orders;

/// <summary>
/// The wish to send lines of a delivered order back for other variants of the same products: once, and instead of a return. Nothing is
/// paid or given back before the old ones have arrived.
/// </summary>
/// <param name="Stamp">Who asks.</param>
/// <param name="Changes">Which items for which.</param>
/// <param name="MethodId">How the difference is settled.</param>
public sealed record ItemsExchange(OperationStamp Stamp, ImmutableArray<ItemChange> Changes, string MethodId) : OrderOperation(Stamp)
{
    public const string Name = "exchange_items";

    private const string Participle = "exchanged";

    public override string Act => Name;

    public override IEnumerable<string> ProductsNeeded(Order order) => OrderLines.ProductsOf(order, Changes);

    public override OrderDecision Decide(OrderInShop at)
    {
        if (at.Order.Status != OrderStatus.Delivered)
        {
            return new(new OperationRefused(at.Order, Participle, OrderStanding.Why(at.Order), OrderStanding.InsteadOfSendingBack(at.Order)));
        }

        var (changes, trouble) = LineChanges.Of(at, Changes, MethodId, Participle);
        return changes is null ? new(trouble!) : Exchange(at, changes);
    }

    private OrderDecision Exchange(OrderInShop at, LineChanges changes)
    {
        var difference = changes.Difference;
        var exchanged = at.Order with
        {
            Status = OrderStatus.ExchangeRequested,
            Exchange = new ItemExchange(Changes, difference.Amount, difference.Method.Id, difference.Method.Name),
        };
        var change = Change(at, exchanged, null, $"Exchange requested: {LineChange.InWords(changes.Changed)}; {difference} once the old items are back");
        return new(new ExchangeRequested(change.Order!.After, changes.Changed, difference), change);
    }
}
