namespace CloudMart.Support.Core.Customers;

/// <summary>Customers as their profiles name them. Whoever has none is served without a name.</summary>
internal sealed class StoredCustomers(ICustomerStore store) : ICustomerDirectory
{
    public async Task<SignedInCustomer?> FindAsync(string customerId, CancellationToken cancellationToken) =>
        await store.FindAsync(customerId, cancellationToken) is { } profile
            ? new SignedInCustomer(profile.CustomerId, profile.GivenName)
            : null;
}
