using CloudMart.Support.Core.Conversations.PaymentCards;
using CloudMart.Support.Core.Customers;

namespace CloudMart.Support.Core.Orders;

/// <summary>Knows the customer's orders by their bare digits, as our own number or as an imported shop's.</summary>
internal sealed class OwnOrderNumbers(IOrderStore store) : IOwnOrderNumbers
{
    public async Task<bool> ContainAsync(SignedInCustomer customer, string digits, CancellationToken cancellationToken)
    {
        foreach (var written in new[] { digits, $"W{digits}" })
        {
            if (OrderNumber.Normalize(written) is { } number
                && await store.FindAsync(number, cancellationToken) is { } order
                && order.CustomerId == customer.CustomerId)
            {
                return true;
            }
        }

        return false;
    }
}
