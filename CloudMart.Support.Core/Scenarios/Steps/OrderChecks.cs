using System.Collections.Immutable;
using CloudMart.Support.Core.Orders;
using CloudMart.Support.Core.Products;
using CloudMart.Support.Core.Scenarios.Stage;
using CloudMart.Support.Core.Scenarios.Text;

namespace CloudMart.Support.Core.Scenarios.Steps;

/// <summary>How orders stand, as the store has them.</summary>
internal static class OrderChecks
{
    public static ImmutableArray<StepPhrase> All { get; } =
    [
        Look("{order} is[ still] {status}", "CM-7890 is canceled",
            "Where the order stands: pending, processed, shipped, delivered, canceled, return requested, or exchange requested.",
            (order, words) => order.Status == words.Status("status"),
            order => $"it is {order.Status.ToWord()}"),
        new(StepKind.Must, "no order has changed", "No order has changed",
            "All orders are as they were when the scenario began.",
            async (stage, _, stop) =>
            {
                var now = await Task.WhenAll(stage.Shop.Orders.Select(order => stage.OrderAsync(order.OrderId, stop)));
                var moved = now.Zip(stage.Shop.Orders).Where(pair => pair.First.Version != pair.Second.Version);
                var changed = moved.Select(pair => Tell(pair.First)).ToList();
                return changed.Count == 0 ? null : string.Join("; ", changed);
            }),
        Look("{order} contains {text}", "CM-7890 contains \"Wireless headphones (blue, over-ear)\"",
            "One of its items is this one, with its options or without.",
            (order, words) => order.Items.Any(line => line.Name(words["text"])),
            order => $"it has {InWords(order.Items)}"),
        Look("{text} of {order} is to be returned", "\"Packing cubes\" of CM-7791 is to be returned",
            "Exactly these items come back; several are joined by \"and\".",
            (order, words) => AreThe(ReturnedOf(order), [.. OrderWords.Split(words["text"])]),
            order => order.Return is null ? "nothing is to be returned" : $"to be returned: {InWords(ReturnedOf(order))}"),
        Look("{text} of {order} is to be exchanged for {text2}", "\"Rain jacket (navy, M)\" of CM-7791 is to be exchanged for \"navy, L\"",
            "The item comes back and the variant with these options is sent for it.",
            (order, words) => ExchangesOf(order).Any(pair => pair.Old.Name(words["text"]) && pair.New == words["text2"]),
            order => order.Exchange is null
                ? "nothing is to be exchanged"
                : string.Join("; ", ExchangesOf(order).Select(pair => $"{OrderWords.InWords(pair.Old)} for {pair.New}"))),
        Look("{order} goes to {text}", "CM-7890 goes to \"5 Oak Road, Salem, OR 97301\"",
            "These words stand in its delivery address.",
            (order, words) => order.ShipTo.ToString().Contains(words["text"], StringComparison.OrdinalIgnoreCase),
            order => $"it goes to {order.ShipTo}"),
        new(StepKind.Must, "the default address is {text}", "The default address is \"5 Oak Road, Salem, OR 97301\"",
            "These words stand in the customer's address for orders to come.",
            async (stage, words, stop) => await stage.ProfileAsync(stop) is var profile
                && profile.Address.ToString().Contains(words["text"], StringComparison.OrdinalIgnoreCase)
                    ? null
                    : $"it is {profile.Address}"),
        Look("{order} is paid with {method}", "CM-7890 is paid with PayPal",
            "Only this method holds the payment.",
            (order, words) => order.PaidWith.ToList() is [var only] && OrderWords.NamesMethod(words["method"], only),
            order => $"it is paid with {string.Join(" and ", order.PaidWith)}"),
    ];

    private static StepPhrase Look(
        string form, string example, string meaning, Func<Order, StepWords, bool> holds, Func<Order, string> tell) =>
        new(StepKind.Must, form, example, meaning, async (stage, words, stop) =>
            await stage.OrderAsync(words["order"].ToUpperInvariant(), stop) is var order && holds(order, words) ? null : tell(order));

    private static string Tell(Order order) =>
        $"{order.OrderId}: {order.History.LastOrDefault()?.Outcome ?? $"it is {order.Status.ToWord()}"}";

    private static ImmutableArray<OrderLine> ReturnedOf(Order order) =>
        OrderLines.Find(order, order.Return?.ItemIds ?? []).Places is { } places ? [.. places.Select(place => order.Items[place])] : [];

    private static IEnumerable<(OrderLine Old, string New)> ExchangesOf(Order order) =>
        from change in order.Exchange?.Changes ?? []
        let variant = DemoCatalogue.ProductOf(change.NewItemId).Find(change.NewItemId)!
        select (order.Items.First(line => line.ItemId == change.ItemId), variant.InWords);

    private static bool AreThe(ImmutableArray<OrderLine> lines, string[] items)
    {
        var left = lines.ToList();
        return left.Count == items.Length && Array.TrueForAll(items, item => left.Remove(left.Find(line => line.Name(item))!));
    }

    private static string InWords(IEnumerable<OrderLine> lines) => string.Join(", ", lines.Select(OrderWords.InWords));
}
