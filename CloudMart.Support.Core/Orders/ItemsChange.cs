using System.Collections.Immutable;

namespace CloudMart.Support.Core.Orders;

/// <summary>
/// The wish to have other variants of the same products in a pending order: once, for all lines that shall change. The difference is paid
/// or given back at once.
/// </summary>
/// <param name="Stamp">Who asks.</param>
/// <param name="Changes">Which items for which.</param>
/// <param name="MethodId">How the difference is settled.</param>
public sealed record ItemsChange(OperationStamp Stamp, ImmutableArray<ItemChange> Changes, string MethodId) : OrderOperation(Stamp)
{
    public const string Name = "change_items";

    private const string Participle = "changed";

    public override string Act => Name;

    public override IEnumerable<string> ProductsNeeded(Order order) => OrderLines.ProductsOf(order, Changes);

    public override OrderDecision Decide(OrderInShop at)
    {
        if (at.Order is not { Status: OrderStatus.Pending })
        {
            return new(new OperationRefused(at.Order, Participle, OrderStanding.Why(at.Order), OrderStanding.InsteadOfChanging(at.Order)));
        }

        if (at.Order.ItemsChanged)
        {
            return new(new OperationRefused(
                at.Order, Participle, "its items were changed before, and that can be done once", "Once it has arrived you can exchange items: just ask here."));
        }

        var (changes, trouble) = LineChanges.Of(at, Changes, MethodId, Participle);
        return changes is null ? new(trouble!) : Replace(at, changes);
    }

    private OrderDecision Replace(OrderInShop at, LineChanges changes)
    {
        var difference = changes.Difference;
        var changed = at.Order with
        {
            Items = changes.Items,
            ItemsChanged = true,
            Payments = difference.Amount == 0 ? at.Order.Payments : at.Order.Payments.Add(difference.BookedAt(Stamp.At)),
        };
        var change = Change(
            at,
            changed,
            at.Customer!.Credit(MethodId, -difference.Amount),
            $"Items changed: {LineChange.InWords(changes.Changed)}; {difference}");
        return new(new ItemsChanged(change.Order!.After, changes.Changed, difference), change);
    }
}
