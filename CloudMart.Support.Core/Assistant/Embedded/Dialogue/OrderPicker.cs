using System.Collections.Immutable;
using CloudMart.Support.Core.Assistant.Embedded.Language;
using CloudMart.Support.Core.Assistant.Embedded.Memory;
using CloudMart.Support.Core.Assistant.Tools;

namespace CloudMart.Support.Core.Assistant.Embedded.Dialogue;

/// <summary>Finds out which orders a reading means, asking for the customer's orders where the conversation does not say.</summary>
/// <param name="turn">The step's work.</param>
/// <param name="comesIntoQuestion">Which orders are meant where the customer names none.</param>
/// <param name="status">The status that all of those have, to ask for them alone; null for several.</param>
internal sealed class OrderPicker(Turn turn, Func<OrderView, bool> comesIntoQuestion, string? status)
{
    private static readonly StillOpen StillOpen = new();

    private bool _failed;

    /// <summary>Of several orders with the item that was named, those.</summary>
    public Func<OrderView, bool> Prefers { get; init; } = _ => true;

    public Pick Pick(Reading reading)
    {
        string[] ids = [.. reading.Orders.OfType<ById>().Select(reference => reference.OrderId)];
        var pick = ids.Length > 0 ? new Picked([.. ids]) : Pick(reading.Orders, reading);
        pick = _failed ? new CouldNotLook() : pick;
        turn.Focus = pick is Picked { OrderIds: [var only] } ? only : turn.Focus;
        return pick;
    }

    private Pick Pick(ImmutableArray<OrderReference> references, Reading reading)
    {
        Pick[] picks = [.. references.Select(reference => Follow(reference, reading)).OfType<Pick>()];
        return picks switch
        {
            [] => Choose(Candidates()),
            _ when picks.Contains(StillOpen) => StillOpen,
            _ when picks.All(pick => pick is Picked) => new Picked([.. picks.Cast<Picked>().SelectMany(pick => pick.OrderIds).Distinct()]),
            _ => picks.First(pick => pick is not Picked),
        };
    }

    /// <summary>Null where the reference says nothing after all.</summary>
    private Pick? Follow(OrderReference reference, Reading reading) => reference switch
    {
        TheSame => turn.Focus is { } focus ? new Picked([focus]) : ChooseNonEmpty(Shown()),
        TheOther => Others(),
        ByPlace(var place) => AtPlace(place),
        ByExtreme(var extreme) => Pool(extreme) is { } pool ? Outermost(pool, extreme) : StillOpen,
        Everyone => (turn.Memory.Question is { Choices.Length: > 1 } ? Shown() : Candidates()) is { } all ? Every(all) : StillOpen,
        AnyBut(var excluded) => AllBut(excluded, reading),
        ByItem item => WithItem(item, reading),
        _ => null,
    };

    private Pick? Others() => Shown() is { Length: > 1 } shown
        ? Choose([.. shown.Where(order => order.OrderId != turn.Focus)])
        : Choose(Candidates()?.RemoveAll(order => order.OrderId == turn.Focus));

    private Pick? AllBut(ImmutableArray<OrderReference> excluded, Reading reading)
    {
        Pick?[] not = [.. excluded.Select(reference => reference is ById id ? new Picked([id.OrderId]) : Follow(reference, reading))];
        return (Shown() is { Length: > 1 } shown ? shown : Candidates()) is not { } orders || not.Contains(StillOpen) ? StillOpen
            : Choose(orders.RemoveAll(order => not.OfType<Picked>().Any(pick => pick.OrderIds.Contains(order.OrderId))));
    }

    private Pick? AtPlace(int place)
    {
        if ((Shown() is { Length: > 0 } shown ? shown : Candidates()) is not { } orders)
        {
            return StillOpen;
        }

        var at = place < 0 ? orders.Length + place : place - 1;
        return at >= 0 && at < orders.Length ? new Picked([orders[at].OrderId]) : ChooseNonEmpty(orders);
    }

    private static NoneFits NoOrder() => new();

    private static Pick Outermost(ImmutableArray<OrderView> orders, Extreme extreme) => extreme switch
    {
        _ when orders.IsEmpty => NoOrder(),
        Extreme.Newest => new Picked([orders.MaxBy(order => order.PlacedAt)!.OrderId]),
        Extreme.Oldest => new Picked([orders.MinBy(order => order.PlacedAt)!.OrderId]),
        Extreme.Cheapest => new Picked([orders.MinBy(order => order.Total)!.OrderId]),
        _ => new Picked([orders.MaxBy(order => order.Total)!.OrderId]),
    };

    /// <summary>"The cheaper one" compares what was just shown; "my newest order" is the newest of all.</summary>
    private ImmutableArray<OrderView>? Pool(Extreme extreme) =>
        Shown() is { Length: > 1 } shown && (extreme is Extreme.Cheapest or Extreme.Dearest || turn.Memory.Question is not null)
            ? shown
            : All();

    private Pick? WithItem(ByItem item, Reading reading)
    {
        var match = new ItemMatch(reading.Words);
        if (match.EachNamed(Shown()) is { Length: > 1 } each)
        {
            return Every(each);
        }

        if (match.Best(Shown()) is { Length: > 0 } shown)
        {
            return Choose(shown);
        }

        if (!item.IsCertain && match.Best([.. turn.Memory.Orders.Values]) is { Length: 0 } && turn.Memory.Orders.Count > 0)
        {
            return null;
        }

        return All() is not { } all ? StillOpen
            : match.EachNamed(all) is { Length: > 1 } several ? Every(several)
            : match.Best(all) is { Length: > 0 } found ? Choose(found.Any(Prefers) ? [.. found.Where(Prefers)] : found)
            : item.IsCertain ? new NoneFits(string.Join(' ', item.Words))
            : null;
    }

    private static Pick Every(ImmutableArray<OrderView> orders) =>
        orders.IsEmpty ? NoOrder() : new Picked([.. orders.Select(order => order.OrderId)]);

    private Pick Choose(ImmutableArray<OrderView>? orders) => orders switch
    {
        null => StillOpen,
        { IsEmpty: true } => NoOrder(),
        [var only] => new Picked([only.OrderId]),
        { } several => new OneOf(several, turn.Ask(ToolCalls.List(status)) is { More: true }),
    };

    private Pick? ChooseNonEmpty(ImmutableArray<OrderView> orders) => orders.IsEmpty ? null : Choose(orders);

    /// <summary>What the customer has before their eyes: the choices of a question, else the orders last named side by side.</summary>
    private ImmutableArray<OrderView> Shown()
    {
        var ids = turn.Memory.Question is { Choices.Length: > 1 } question ? question.Choices : turn.Memory.Listed;
        return [.. ids.Select(turn.Known).OfType<OrderView>()];
    }

    private ImmutableArray<OrderView>? Candidates() => Listed(status) is { } orders ? [.. orders.Where(comesIntoQuestion)] : null;

    private ImmutableArray<OrderView>? All() => Listed(null);

    private ImmutableArray<OrderView>? Listed(string? status)
    {
        var list = turn.Ask(ToolCalls.List(status));
        _failed |= list is { Outcome: not "found" };
        return list?.Orders;
    }
}
