namespace CloudMart.Support.Core.Customers;

/// <summary>Who a customer id stands for.</summary>
public interface ICustomerDirectory
{
    /// <summary>The customer; null where the shop has none of that id.</summary>
    Task<SignedInCustomer?> FindAsync(string customerId, CancellationToken cancellationToken);
}
