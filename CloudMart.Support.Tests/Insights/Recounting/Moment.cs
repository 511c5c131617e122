using CsCheck;

namespace CloudMart.Support.Tests.Insights.Recounting;

/// <summary>What somebody does. Whether it is possible just then, the product decides.</summary>
internal enum Deed
{
    Begin,
    Say,
    AskForPerson,
    Return,
    Confirm,
    Decline,
    Rate,
    TakeOver,
    Hold,
    Reply,
    Note,
    HandBack,
    Continue,
    Assign,
    Act,
    Withdraw,
    Approve,
    Resolve,
    Reopen,
    TimePasses,
}

/// <summary>Something that happens.</summary>
/// <param name="Deed">What.</param>
/// <param name="Which">Of the conversations there are.</param>
/// <param name="Chance">Whatever else is left to chance: a score, a yes or no.</param>
/// <param name="IsSettled">The worker has done what there is to do before the next thing happens.</param>
internal sealed record Moment(Deed Deed, int Which, int Chance, bool IsSettled)
{
    public static Gen<Moment[]> Days { get; } = Gen.Select(
        Gen.Frequency((2, Gen.Const(Deed.Begin)), (3, Gen.Const(Deed.Say)), (12, Gen.Enum<Deed>())),
        Gen.Int[0, 20],
        Gen.Int[0, 1_000],
        Gen.Frequency((4, Gen.Const(true)), (1, Gen.Const(false))),
        (deed, which, chance, settled) => new Moment(deed, which, chance, settled)).Array[1, 60];
}
