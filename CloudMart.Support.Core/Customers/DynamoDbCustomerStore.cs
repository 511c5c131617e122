using CloudMart.Support.Core.Storage;

namespace CloudMart.Support.Core.Customers;

internal sealed class DynamoDbCustomerStore(DynamoDbCalls calls, DynamoDbTables tables) : ICustomerStore
{
    public async Task<CustomerProfile?> FindAsync(string customerId, CancellationToken cancellationToken) =>
        await calls.FindAsync(tables.Customers, DynamoDbCustomerItem.Key(customerId), cancellationToken) is { } item
            ? DynamoDbCustomerItem.ToProfile(item)
            : null;

    public Task AddMissingAsync(IReadOnlyCollection<CustomerProfile> profiles, CancellationToken cancellationToken) =>
        calls.AddMissingAsync(tables.Customers, DynamoDbCustomerItem.Id, profiles.Select(DynamoDbCustomerItem.From), cancellationToken);
}
