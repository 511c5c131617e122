using System.Collections.Immutable;

namespace CloudMart.Support.Core.Orders;

/// <summary>Money that goes back to one payment method.</summary>
/// <param name="Amount">Positive, whole cents.</param>
/// <param name="MethodId">The customer's payment method.</param>
/// <param name="Method">As the customer knows it.</param>
public sealed record Refund(decimal Amount, string MethodId, string Method)
{
    private bool ToGiftCard => MethodId.StartsWith(OrderPayment.GiftCardPrefix, StringComparison.Ordinal);

    /// <summary>When the customer has it: gift cards are ours, the others wait for a bank.</summary>
    public string When => ToGiftCard ? "at once" : "in 5 to 7 business days";

    /// <summary>When the customer has it, where something has to happen first, e.g. <c>they have arrived</c>.</summary>
    public string WhenOnce(string condition) => ToGiftCard ? $"as soon as {condition}" : $"{When} once {condition}";

    public OrderPayment BookedAt(DateTimeOffset at) => new(PaymentKind.Refund, Amount, MethodId, Method, at);

    public override string ToString() => $"{Money.InWords(Amount)} to {Method}";

    /// <summary>
    /// What gives back all that was paid and not yet refunded, by method, first paid first. A method gets at most what it paid net of
    /// its own refunds, and all together at most what the shop still holds: an earlier refund may have gone to one that never paid.
    /// </summary>
    public static ImmutableArray<Refund> OfAllStillHeld(ImmutableArray<OrderPayment> payments)
    {
        var held = payments.Sum(Signed);
        var refunds = ImmutableArray.CreateBuilder<Refund>();
        foreach (var method in payments.GroupBy(payment => payment.MethodId))
        {
            var amount = Math.Min(method.Sum(Signed), held);
            if (amount > 0)
            {
                refunds.Add(new Refund(Money.ToCents(amount), method.Key, method.First().Method));
                held -= amount;
            }
        }

        return refunds.ToImmutable();
    }

    private static decimal Signed(OrderPayment payment) =>
        payment.Kind == PaymentKind.Payment ? Money.ToCents(payment.Amount) : -Money.ToCents(payment.Amount);
}
