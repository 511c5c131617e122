using System.Collections.Frozen;

namespace CloudMart.Support.Core.Assistant.Embedded.Language;

using static Intent;

/// <summary>
/// Which requests speak for others beside them. "I'm disappointed and want to return it for a full refund" asks for one thing: who returns
/// something has said why, and gets the money back by it.
/// </summary>
internal static class Precedence
{
    private static readonly Intent[] Reasons = [Complaint, PlaceOrder, Details, PaymentMethods, Product, Profile, Account];

    private static readonly FrozenDictionary<Intent, Intent[]> TakesIn = new Dictionary<Intent, Intent[]>
    {
        [RefundStatus] = [.. Reasons, Refund, Return, Track, Status, List, PaymentProblem],
        [Refund] = [.. Reasons, Track, PaymentProblem],
        [Return] = [.. Reasons, Refund, ChangePayment],
        [Exchange] = [.. Reasons, ChangeOrder, ChangePayment],
        [ChangeOrder] = Reasons,
        [Cancel] = [Complaint, PlaceOrder, PaymentMethods, Refund],
        [CancelQuestion] = [Complaint, PlaceOrder, PaymentMethods, Refund],
        [ChangeAddress] = [Details, ChangeOrder, Account],
        [ChangePayment] = [Details, ChangeOrder, PaymentMethods],
        [PaymentProblem] = [PaymentMethods, PlaceOrder],
    }.ToFrozenDictionary();

    public static IEnumerable<Reading> Among(IReadOnlyCollection<Reading> requests)
    {
        // "I was to get a refund, but nothing is in my account": the account tells which refund is meant, one on its way.
        var isOverdue = requests.Any(request => request.Intent == Account && request.Concepts.HasSome(Concept.Overdue | Concept.Money));
        Reading[] all =
            [.. requests.Select(request => isOverdue && IsForARefund(request) ? request with { Intent = RefundStatus } : request)];
        return all.DistinctBy(request => request.Intent)
            .Where(request => !all.Any(other => Speaks(other, request)));
    }

    private static bool Speaks(Reading request, Reading forOther) =>
        TakesIn.GetValueOrDefault(request.Intent, []).Contains(forOther.Intent) || (request.Intent == Exchange && IsItsReason(forOther));

    /// <summary>"Exchange the jacket, it's too small, for an L": it does not go back for money.</summary>
    private static bool IsItsReason(Reading request) =>
        request.Intent == Return && request.Concepts.Has(Concept.Misfit) && !request.Concepts.Has(Concept.Back);

    private static bool IsForARefund(Reading request) => request.Intent is Refund or Return && request.Concepts.Has(Concept.Refund);
}
