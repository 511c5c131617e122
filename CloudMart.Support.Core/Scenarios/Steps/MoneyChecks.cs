using System.Collections.Immutable;
using CloudMart.Support.Core.Customers;
using CloudMart.Support.Core.Orders;
using CloudMart.Support.Core.Scenarios.Stage;
using CloudMart.Support.Core.Scenarios.Text;

namespace CloudMart.Support.Core.Scenarios.Steps;

/// <summary>Which money moves because of what happened, over all orders of the scenario together.</summary>
internal static class MoneyChecks
{
    public static ImmutableArray<StepPhrase> All { get; } =
    [
        Moves("{money} goes back to {method}", "$129.00 goes back to Visa ending in 4242",
            "All refunds to that method, those of a return included that follow when the items have arrived.",
            (moves, words) => Sum(moves, PaymentKind.Refund, words["method"]) == words.Money("money")),
        Moves("{money} is charged to {method}", "$5.00 is charged to Visa ending in 4242",
            "All new payments by that method, those of an exchange included that follow when the items have arrived.",
            (moves, words) => Sum(moves, PaymentKind.Payment, words["method"]) == words.Money("money")),
        Moves("no money moves", "No money moves",
            "Nothing is charged or given back, now or later.",
            (moves, _) => moves.Count == 0),
        new(StepKind.Must, "the gift card holds {money}", "The gift card holds $79.00",
            "What is left on it.",
            async (stage, words, stop) =>
            {
                var profile = await stage.ProfileAsync(stop);
                var balance = profile.PaymentMethods.FirstOrDefault(method => method.Kind == PaymentMethodKind.GiftCard)?.Balance;
                return balance == words.Money("money") ? null : balance is { } held ? $"it holds {Money.InWords(held)}" : "there is none";
            }),
    ];

    private static StepPhrase Moves(string form, string example, string meaning, Func<List<Move>, StepWords, bool> holds) =>
        new(StepKind.Must, form, example, meaning, async (stage, words, stop) =>
        {
            var moves = new List<Move>();
            foreach (var before in stage.Shop.Orders)
            {
                moves.AddRange(Between(before, await stage.OrderAsync(before.OrderId, stop)));
            }

            return holds(moves, words) ? null : moves.Count == 0 ? "no money moves" : string.Join("; ", moves);
        });

    private static IEnumerable<Move> Between(Order before, Order now)
    {
        foreach (var payment in now.Payments.Skip(before.Payments.Length))
        {
            yield return new(payment.Kind, payment.Amount, payment.Method);
        }

        if (before.Return is null && now.Return is { Refund: var refund })
        {
            yield return new(PaymentKind.Refund, refund.Amount, refund.Method);
        }

        if (before.Exchange is null && now.Exchange is { Difference: not 0 } exchange)
        {
            var kind = exchange.Difference > 0 ? PaymentKind.Payment : PaymentKind.Refund;
            yield return new(kind, Math.Abs(exchange.Difference), exchange.Method);
        }
    }

    private static decimal Sum(List<Move> moves, PaymentKind kind, string method) =>
        moves.Where(move => move.Kind == kind && OrderWords.NamesMethod(method, move.Method)).Sum(move => move.Amount);

    private sealed record Move(PaymentKind Kind, decimal Amount, string Method)
    {
        public override string ToString() => Kind == PaymentKind.Refund
            ? $"{Money.InWords(Amount)} goes back to {Method}"
            : $"{Money.InWords(Amount)} is charged to {Method}";
    }
}
