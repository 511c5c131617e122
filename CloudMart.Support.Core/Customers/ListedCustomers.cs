using System.Collections.Frozen;

namespace CloudMart.Support.Core.Customers;

/// <summary>Customers known beforehand: the demo's. Without the demo there are none, and conversations go on without a name.</summary>
internal sealed class ListedCustomers(IEnumerable<SignedInCustomer> customers) : ICustomerDirectory
{
    private readonly FrozenDictionary<string, SignedInCustomer> _customers = customers.ToFrozenDictionary(customer => customer.CustomerId);

    public Task<SignedInCustomer?> FindAsync(string customerId, CancellationToken cancellationToken) =>
        Task.FromResult(_customers.GetValueOrDefault(customerId));
}
