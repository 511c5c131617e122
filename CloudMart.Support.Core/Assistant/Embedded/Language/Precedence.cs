using System.Collections.Frozen;

namespace CloudMart.Support.Core.Assistant.Embedded.Language;

using static Intent;

/// <summary>
/// Which requests speak for others beside them. "I'm disappointed and want to return it for a full refund" asks for one thing: who returns
/// something has said why, and gets the money back by it.
/// </summary>
internal static class Precedence
{
    private static readonly Intent[] Reasons = [Complaint, PlaceOrder, Details, PaymentMethods, Product, Account];

    private static readonly FrozenDictionary<Intent, Intent[]> TakesIn = new Dictionary<Intent, Intent[]>
    {
        [RefundStatus] = [.. Reasons, Refund, Return, Track, Status, List, PaymentProblem],
        [Refund] = [.. Reasons, Track, PaymentProblem],
        [Return] = [.. Reasons, Refund, ChangePayment],
        [Exchange] = [.. Reasons, ChangeOrder],
        [ChangeOrder] = Reasons,
        [Cancel] = [Complaint, PlaceOrder, PaymentMethods, Refund],
        [CancelQuestion] = [Complaint, PlaceOrder, PaymentMethods, Refund],
        [ChangeAddress] = [Details, ChangeOrder, Account],
        [ChangePayment] = [Details, ChangeOrder, PaymentMethods],
        [PaymentProblem] = [PaymentMethods, PlaceOrder],
    }.ToFrozenDictionary();

    public static IEnumerable<Reading> Among(IReadOnlyCollection<Reading> requests) => requests.Where(request =>
        !requests.Any(other => TakesIn.GetValueOrDefault(other.Intent, []).Contains(request.Intent)));
}
