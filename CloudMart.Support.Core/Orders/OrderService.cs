using CloudMart.Support.Core.Customers;
using CloudMart.Support.Core.Products;

namespace CloudMart.Support.Core.Orders;

/// <summary>
/// What a customer may see and do with orders. It reads and decides; a change is true only once the caller has committed it,
/// together with the event that records its outcome, by <see cref="IOrderStore.CommitAsync"/>.
/// </summary>
public sealed class OrderService(IOrderStore store, ICustomerStore customers, IProductStore products)
{
    /// <summary>A filter over a long list stops here and leaves the rest to the next page.</summary>
    private const int MaxReads = 10;

    /// <summary>The customer's order, however its id is written; null where there is none, or where it is a stranger's.</summary>
    public async Task<Order?> GetOrderAsync(SignedInCustomer customer, string orderId, CancellationToken cancellationToken)
    {
        if (OrderNumber.Normalize(orderId) is not { } number)
        {
            return null;
        }

        // One read whoever's it is, so that neither words nor time tell a stranger that the order exists.
        var order = await store.FindAsync(number, cancellationToken);
        return order?.CustomerId == customer.CustomerId ? order : null;
    }

    /// <summary>The customer's orders, newest first.</summary>
    /// <param name="customer">Whose.</param>
    /// <param name="status">Only those that stand so; null for all.</param>
    /// <param name="limit">About how many: a filtered page may hold up to twice as many, or fewer where matches are rare.</param>
    /// <param name="cursor">Where the page before ended; null for the first.</param>
    /// <param name="cancellationToken">Cancels the read.</param>
    public async Task<OrderPage> ListOrdersAsync(
        SignedInCustomer customer, OrderStatus? status, int limit, string? cursor, CancellationToken cancellationToken)
    {
        var page = await store.ListAsync(customer.CustomerId, limit, cursor, cancellationToken);
        if (status is null)
        {
            return page;
        }

        var matching = page.Orders.Where(order => order.Status == status).ToList();
        for (var reads = 1; matching.Count < limit && page.Next is not null && reads < MaxReads; reads++)
        {
            page = await store.ListAsync(customer.CustomerId, limit, page.Next, cancellationToken);
            matching.AddRange(page.Orders.Where(order => order.Status == status));
        }

        return new OrderPage(matching, page.Next);
    }

    /// <summary>Decides to cancel the whole order and to give back what was paid for it.</summary>
    /// <param name="customer">On whose behalf.</param>
    /// <param name="orderId">However it is written.</param>
    /// <param name="reason">In the customer's words; null where none was given.</param>
    /// <param name="stamp">Who asks, by which operation.</param>
    /// <param name="cancellationToken">Cancels the read.</param>
    public Task<OrderDecision> CancelOrderAsync(
        SignedInCustomer customer, string orderId, string? reason, OperationStamp stamp, CancellationToken cancellationToken) =>
        DecideAsync(customer, orderId, new Cancellation(stamp, reason), cancellationToken);

    /// <summary>Decides <paramref name="operation"/> for the customer's order.</summary>
    public async Task<OrderDecision> DecideAsync(
        SignedInCustomer customer, string orderId, OrderOperation operation, CancellationToken cancellationToken)
    {
        if (await GetOrderAsync(customer, orderId, cancellationToken) is not { } order)
        {
            return new OrderDecision(new OrderNotFound());
        }

        var id = operation.Stamp.Operation.ToString();
        return order.History.FirstOrDefault(applied => applied.Operation == id) is { } first
            ? new OrderDecision(new AlreadyApplied(order, first))
            : operation.Decide(new OrderInShop(
                order,
                operation.NeedsCustomer(order) ? await customers.FindAsync(customer.CustomerId, cancellationToken) : null,
                await ProductsAsync(operation.ProductsNeeded(order), cancellationToken)));
    }

    /// <summary>Decides to send the customer's orders to come elsewhere.</summary>
    public async Task<OrderDecision> ChangeDefaultAddressAsync(
        SignedInCustomer customer, PostalAddress address, CancellationToken cancellationToken) =>
        await customers.FindAsync(customer.CustomerId, cancellationToken) is { } profile
            ? new DefaultAddressChange(address).Decide(profile)
            : new OrderDecision(new RequestMistaken("The shop has no profile of the customer; ask a member of staff to look into it."));

    private async Task<IReadOnlyDictionary<string, Product>> ProductsAsync(IEnumerable<string> ids, CancellationToken cancellationToken)
    {
        var found = new Dictionary<string, Product>();
        foreach (var id in ids)
        {
            if (await products.FindAsync(id, cancellationToken) is { } product)
            {
                found[id] = product;
            }
        }

        return found;
    }
}
