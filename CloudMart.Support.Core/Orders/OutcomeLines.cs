using System.Collections.Immutable;
using CloudMart.Support.Core.Conversations;

namespace CloudMart.Support.Core.Orders;

/// <summary>The lines that cards and receipts are made of. They are kept in the log, so an order of any size has to fit.</summary>
internal static class OutcomeLines
{
    private const int MaxItems = 20;
    private const int MaxName = 100;

    public static string Count(int items) => items == 1 ? "1 item" : $"{items} items";

    public static ImmutableArray<CardLine> Of(ImmutableArray<OrderLine> items) => Bounded(
        items.Select(item => new CardLine(Name(item), null, $"{Options(item)}{Money.InWords(item.Price)}")), items.Length);

    public static ImmutableArray<CardLine> Of(ImmutableArray<LineChange> changes) => Bounded(
        changes.Select(change => new CardLine(
            Name(change.Before),
            $"{Options(change.Before)}{Money.InWords(change.Before.Price)}",
            $"{Options(change.After)}{Money.InWords(change.After.Price)}")),
        changes.Length);

    /// <summary>What a return or an exchange leaves with the customer for good, where it leaves something.</summary>
    public static ImmutableArray<CardLine> Staying(Order order, int sentBack) => order.Items.Length == sentBack
        ? []
        : [new("Stays with you", null, $"{Count(order.Items.Length - sentBack)}, which then can’t be returned or exchanged any more")];

    public static ImmutableArray<CardLine> Reason(string? reason) => reason is null ? [] : [new("Reason", null, reason)];

    public static CardLine? Total(ImmutableArray<Refund> refunds) =>
        refunds.IsEmpty ? null : new("Refund", null, string.Join("; ", refunds.Select(refund => GoesTo(refund))));

    /// <param name="difference">The money.</param>
    /// <param name="condition">What has to happen first, e.g. <c>they have arrived</c>; null where it is settled at once.</param>
    public static CardLine Total(PriceDifference difference, string? condition = null) => difference switch
    {
        { Amount: 0 } => new("Difference", null, "none"),
        { Refund: { } refund } => new("Refund", null, GoesTo(refund, condition)),
        _ => new("To pay", null, $"{Money.InWords(difference.Amount)} by {difference.Method.Name}, {(condition is null ? "now" : $"once {condition}")}"),
    };

    public static string GoesTo(Refund refund, string? condition = null) =>
        $"{refund}, {(condition is null ? refund.When : refund.WhenOnce(condition))}";

    public static ImmutableArray<string> Names(IEnumerable<OrderLine> items, int count)
    {
        var names = items.Take(MaxItems).Select(Name);
        return count > MaxItems ? [.. names, $"and {count - MaxItems} more"] : [.. names];
    }

    private static ImmutableArray<CardLine> Bounded(IEnumerable<CardLine> lines, int count) =>
        count > MaxItems ? [.. lines.Take(MaxItems), new("And", null, $"{count - MaxItems} more")] : [.. lines];

    private static string Name(OrderLine item) => BoundedText.Cut(item.Name, MaxName);

    private static string Options(OrderLine item) => item.Options.Length == 0 ? "" : $"{BoundedText.Cut(item.Options, MaxName)}, ";
}
