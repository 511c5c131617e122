using System.Collections.Immutable;

namespace CloudMart.Support.Core.Orders;

/// <summary>
/// Which lines of an order give way to which variants, each paired with its own, and what that costs: what changing and exchanging have in
/// common. Either all of the wish makes sense, or none of it is done.
/// </summary>
/// <param name="Items">All lines of the order, as they would be then.</param>
/// <param name="Changed">Those that change.</param>
/// <param name="Difference">What they cost more, or less.</param>
internal sealed record LineChanges(ImmutableArray<OrderLine> Items, ImmutableArray<LineChange> Changed, PriceDifference Difference)
{
    /// <param name="at">The order.</param>
    /// <param name="wished">Which items for which.</param>
    /// <param name="methodId">How the difference is settled.</param>
    /// <param name="participle">For a refusal: what was not done.</param>
    /// <returns>The changes, or the outcome that says why there are none.</returns>
    public static (LineChanges? Changes, OrderOutcome? Trouble) Of(
        OrderInShop at, ImmutableArray<ItemChange> wished, string methodId, string participle)
    {
        if (wished.IsEmpty)
        {
            return (null, new RequestMistaken("It is not said which item shall give way to which."));
        }

        if (at.Customer?.Find(methodId) is not { } method)
        {
            return (null, PaymentMethods.Unknown(methodId));
        }

        var (places, missing) = OrderLines.Find(at.Order, wished.Select(wish => wish.ItemId));
        if (places is null)
        {
            return (null, OrderLines.Missing(at.Order, missing!));
        }

        var items = at.Order.Items.ToBuilder();
        var changed = ImmutableArray.CreateBuilder<LineChange>();
        foreach (var (place, wish) in places.Value.Zip(wished))
        {
            var (after, trouble) = Replace(at, items[place], wish.NewItemId, participle);
            if (after is null)
            {
                return (null, trouble);
            }

            changed.Add(new LineChange(items[place], after));
            items[place] = after;
        }

        var difference = changed.Sum(change => Money.ToCents(change.After.Price) - Money.ToCents(change.Before.Price));
        return method.Covers(difference)
            ? (new LineChanges(items.ToImmutable(), changed.ToImmutable(), new PriceDifference(difference, method)), null)
            : (null, new OperationRefused(
                at.Order, participle, $"{method.Name} does not cover the difference of {Money.InWords(difference)}", "Choose another way to pay it."));
    }

    private static (OrderLine? After, OrderOutcome? Trouble) Replace(OrderInShop at, OrderLine line, string newItemId, string participle)
    {
        if (newItemId == line.ItemId)
        {
            return (null, new RequestMistaken($"The new item of {line.Name} is the one that it has already; choose another variant."));
        }

        if (!at.Products.TryGetValue(line.ProductId, out var product) || product.Find(newItemId) is not { } variant)
        {
            return (null, new RequestMistaken(
                $"Item '{BoundedText.Cut(newItemId, 64)}' is no variant of {line.Name} (product '{line.ProductId}')."));
        }

        return variant.IsAvailable
            ? (new OrderLine(variant.ItemId, product.Name, Money.ToCents(variant.Price), variant.InWords, product.ProductId), null)
            : (null, new OperationRefused(
                at.Order, participle, $"{product.Name} ({variant.InWords}) is not available", "Choose another variant of it."));
    }
}
