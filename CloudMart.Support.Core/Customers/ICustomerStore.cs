namespace CloudMart.Support.Core.Customers;

/// <summary>Where profiles are kept. They change only together with an outcome in the log: see <c>IOrderStore.CommitAsync</c>.</summary>
public interface ICustomerStore
{
    /// <summary>The profile, read consistently; null where there is none.</summary>
    Task<CustomerProfile?> FindAsync(string customerId, CancellationToken cancellationToken);

    /// <summary>Puts profiles that are not there yet; never overwrites one.</summary>
    Task AddMissingAsync(IReadOnlyCollection<CustomerProfile> profiles, CancellationToken cancellationToken);
}
