using System.Globalization;
using CloudMart.Support.Core.Conversations;
using CloudMart.Support.Core.Customers;
using CloudMart.Support.Core.Orders;
using CloudMart.Support.Core.Products;

namespace CloudMart.Support.Tests.Fakes;

/// <summary>The shop's records in dictionaries. How a change and its outcome are committed is up to who inherits.</summary>
internal abstract class InMemoryShop : IOrderStore, ICustomerStore, IProductStore
{
    private readonly Dictionary<string, Order> _orders = [];
    private readonly Dictionary<string, CustomerProfile> _customers = [];
    private readonly Dictionary<string, Product> _products = [];

    public Order this[string orderId] => _orders[orderId];

    protected Lock Gate { get; } = new();

    public virtual Task<Order?> FindAsync(string orderId, CancellationToken cancellationToken) => Find(_orders, orderId, cancellationToken);

    Task<CustomerProfile?> ICustomerStore.FindAsync(string customerId, CancellationToken cancellationToken) =>
        Find(_customers, customerId, cancellationToken);

    Task<Product?> IProductStore.FindAsync(string productId, CancellationToken cancellationToken) =>
        Find(_products, productId, cancellationToken);

    public Task<OrderPage> ListAsync(string customerId, int limit, string? cursor, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var skipped = cursor is null ? 0 : int.Parse(cursor, CultureInfo.InvariantCulture);
        lock (Gate)
        {
            var rest = _orders.Values
                .Where(order => order.CustomerId == customerId)
                .OrderByDescending(order => order.PlacedAt)
                .Skip(skipped)
                .ToList();
            return Task.FromResult(new OrderPage([.. rest.Take(limit)], rest.Count > limit ? $"{skipped + limit}" : null));
        }
    }

    Task<IReadOnlyList<ProductName>> IProductStore.ListAsync(CancellationToken cancellationToken)
    {
        lock (Gate)
        {
            return Task.FromResult<IReadOnlyList<ProductName>>(
            [
                .. _products.Values
                    .OrderBy(product => product.Name, StringComparer.Ordinal)
                    .Select(product => new ProductName(product.ProductId, product.Name)),
            ]);
        }
    }

    public abstract Task<CommitResult> CommitAsync(ShopChange change, LogEntry outcome, CancellationToken cancellationToken);

    public Task AddMissingAsync(IReadOnlyCollection<Order> orders, CancellationToken cancellationToken) =>
        Add(_orders, orders, order => order.OrderId);

    public Task AddMissingAsync(IReadOnlyCollection<CustomerProfile> profiles, CancellationToken cancellationToken) =>
        Add(_customers, profiles, profile => profile.CustomerId);

    public Task AddMissingAsync(IReadOnlyCollection<Product> products, CancellationToken cancellationToken) =>
        Add(_products, products, product => product.ProductId);

    /// <summary>To be called within <see cref="Gate"/>.</summary>
    protected bool Stands(ShopChange change) =>
        (change.Order is not { Before: var order } || _orders.GetValueOrDefault(order.OrderId)?.Version == order.Version)
        && (change.Customer is not { Before: var customer } || _customers.GetValueOrDefault(customer.CustomerId)?.Version == customer.Version);

    /// <summary>To be called within <see cref="Gate"/>.</summary>
    protected void Apply(ShopChange change)
    {
        if (change.Order is { After: var order })
        {
            _orders[order.OrderId] = order;
        }

        if (change.Customer is { After: var customer })
        {
            _customers[customer.CustomerId] = customer;
        }
    }

    private Task<T?> Find<T>(Dictionary<string, T> records, string id, CancellationToken cancellationToken)
        where T : class
    {
        cancellationToken.ThrowIfCancellationRequested();
        lock (Gate)
        {
            return Task.FromResult(records.GetValueOrDefault(id));
        }
    }

    private Task Add<T>(Dictionary<string, T> records, IEnumerable<T> missing, Func<T, string> id)
    {
        lock (Gate)
        {
            foreach (var record in missing)
            {
                records.TryAdd(id(record), record);
            }
        }

        return Task.CompletedTask;
    }
}
