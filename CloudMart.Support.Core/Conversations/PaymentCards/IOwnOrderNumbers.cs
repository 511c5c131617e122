using CloudMart.Support.Core.Customers;

namespace CloudMart.Support.Core.Conversations.PaymentCards;

/// <summary>Tells an order's number from a card's. Conversations know nothing of orders, so whoever does answers.</summary>
public interface IOwnOrderNumbers
{
    /// <summary>Whether <paramref name="digits"/> are the number of an order of this customer.</summary>
    Task<bool> ContainAsync(SignedInCustomer customer, string digits, CancellationToken cancellationToken);
}
