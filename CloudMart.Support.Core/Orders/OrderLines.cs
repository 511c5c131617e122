using System.Collections.Immutable;

namespace CloudMart.Support.Core.Orders;

/// <summary>Finds lines by the items that they are of. Two of the same item are two lines, and each is named once.</summary>
internal static class OrderLines
{
    /// <summary>The places of the lines that <paramref name="itemIds"/> name, in that order; null with the first id for which no line is left.</summary>
    public static (ImmutableArray<int>? Places, string? Missing) Find(Order order, IEnumerable<string> itemIds)
    {
        var places = ImmutableArray.CreateBuilder<int>();
        foreach (var itemId in itemIds)
        {
            var place = Enumerable.Range(0, order.Items.Length).FirstOrDefault(at => order.Items[at].ItemId == itemId && !places.Contains(at), -1);
            if (place < 0)
            {
                return (null, itemId);
            }

            places.Add(place);
        }

        return (places.ToImmutable(), null);
    }

    /// <summary>The products of which lines shall change.</summary>
    public static IEnumerable<string> ProductsOf(Order order, ImmutableArray<ItemChange> changes) => order.Items
        .Where(line => line.ProductId.Length > 0 && changes.Any(change => change.ItemId == line.ItemId))
        .Select(line => line.ProductId)
        .Distinct();

    public static RequestMistaken Missing(Order order, string itemId) => new(
        $"Item '{BoundedText.Cut(itemId, 64)}' is not in {order.OrderId} that often; "
        + $"its items are {BoundedText.Cut(string.Join(", ", order.Items.Select(item => $"{item.ItemId} ({item.Name})")), 600)}.");
}
