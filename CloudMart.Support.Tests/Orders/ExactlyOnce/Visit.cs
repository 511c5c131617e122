using CsCheck;

namespace CloudMart.Support.Tests.Orders.ExactlyOnce;

/// <summary>What happens to an operation on its way.</summary>
internal enum Mishap
{
    None,

    /// <summary>Its commit stands, nobody hears of it, and the very same commit is made again, at once and at closing time.</summary>
    ReplyLost,

    /// <summary>Somebody else's operation comes in between deciding and committing.</summary>
    Overtaken,

    /// <summary>It is decided now and committed when everybody else is done.</summary>
    Paused,

    /// <summary>It is decided again by a node that has not looked at the log.</summary>
    DecidedBlindly,
}

/// <summary>One try of an operation.</summary>
/// <param name="Operation">Which: the same one may be tried as often as chance will have it.</param>
/// <param name="Mishap">What goes wrong.</param>
/// <param name="Rival">Who comes in between, where somebody does.</param>
internal sealed record Visit(int Operation, Mishap Mishap, int Rival);

/// <summary>What is asked, and in which order it is tried.</summary>
/// <param name="Wishes">The operations; each has its own id.</param>
/// <param name="Visits">In this order.</param>
internal sealed record Day(Wish[] Wishes, Visit[] Visits)
{
    public static Gen<Day> With(Gen<int> orders, int wishes, int visits) => Wish.About(orders).Array[1, wishes].SelectMany(asked => Gen.Select(
        Gen.Int[0, asked.Length - 1],
        Gen.Frequency((4, Gen.Const(Mishap.None)), (6, Gen.Enum<Mishap>())),
        Gen.Int[0, 100],
        (operation, mishap, rival) => new Visit(operation, mishap, rival)).Array[0, visits].Select(tried => new Day(asked, tried)));

    /// <summary>Another operation, about the same order if there is one: those get in each other's way.</summary>
    public int RivalOf(int operation, int which)
    {
        var others = Enumerable.Range(0, Wishes.Length).Where(other => other != operation).ToList();
        var rivals = others.FindAll(other => Wishes[other].Order == Wishes[operation].Order);
        return rivals.Count > 0 ? rivals[which % rivals.Count] : others.Count > 0 ? others[which % others.Count] : operation;
    }

    public override string ToString() => string.Join(
        "; ", Wishes.Select((wish, index) => $"{index}: {wish.What}").Concat(Visits.Select(visit => $"{visit.Operation} {visit.Mishap}")));
}
