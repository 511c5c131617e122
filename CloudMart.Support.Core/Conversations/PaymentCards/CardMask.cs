using System.Text;
using CloudMart.Support.Core.Customers;

namespace CloudMart.Support.Core.Conversations.PaymentCards;

/// <summary>
/// Takes card numbers out of what a customer writes, before it is stored, shown or sent to a model: nobody here needs them, and a log that
/// keeps them falls under the card industry's rules. "4111 1111 1111 1111" becomes "•••• •••• •••• 1111".
/// </summary>
public sealed class CardMask(IOwnOrderNumbers orders)
{
    /// <summary>A message full of numbers is no reason to read the store a hundred times; the rest is masked unasked.</summary>
    private const int MostLookUps = 8;

    public async Task<string> MaskAsync(SignedInCustomer customer, string text, CancellationToken cancellationToken)
    {
        var (masked, kept, lookUps) = (new StringBuilder(text.Length), 0, 0);
        foreach (var number in CardNumbers.In(text))
        {
            if (lookUps++ < MostLookUps && await orders.ContainAsync(customer, number.Value, cancellationToken))
            {
                continue;
            }

            foreach (var digit in number.Hidden)
            {
                masked.Append(text, kept, digit.At - kept).Append(DigitRuns.Dot);
                kept = digit.At + digit.Length;
            }
        }

        return kept == 0 ? text : masked.Append(text, kept, text.Length - kept).ToString();
    }
}
