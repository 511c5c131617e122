using CloudMart.Support.Core.Storage;

namespace CloudMart.Support.Core.Customers;

internal sealed class SqliteCustomerStore(SqliteDatabase database) : ICustomerStore
{
    public Task<CustomerProfile?> FindAsync(string customerId, CancellationToken cancellationToken) => database.ReadAsync(
        connection => connection.FirstOrDefault(
            $"SELECT {SqliteCustomerRow.Columns} FROM customers WHERE customer_id = $id", SqliteCustomerRow.ToProfile, ("$id", customerId)),
        cancellationToken);

    public Task AddMissingAsync(IReadOnlyCollection<CustomerProfile> profiles, CancellationToken cancellationToken) =>
        database.WriteAsync(connection => profiles.Sum(profile => SqliteCustomerRow.AddIfMissing(connection, profile)), cancellationToken);
}
