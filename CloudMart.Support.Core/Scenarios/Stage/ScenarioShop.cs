using CloudMart.Support.Core.Customers;
using CloudMart.Support.Core.Orders;
using CloudMart.Support.Core.Products;

namespace CloudMart.Support.Core.Scenarios.Stage;

/// <summary>The shop as a scenario begins: the demo's catalogue and customers, and the orders that the scenario names.</summary>
internal sealed class ScenarioShop
{
    private readonly Dictionary<string, CustomerProfile> _customers = DemoCustomers.All.ToDictionary(profile => profile.CustomerId);
    private readonly Dictionary<string, Order> _orders = [];

    /// <summary>The orders as they were.</summary>
    public IReadOnlyCollection<Order> Orders => _orders.Values;

    /// <summary>So that the one named first is the newest.</summary>
    public int NextAge => _orders.Count;

    public CustomerProfile Customer(string customerId) => _customers[customerId];

    public void Put(CustomerProfile profile) => _customers[profile.CustomerId] = profile;

    public void Put(Order order) => _orders[order.OrderId] = order;

    public async Task OpenAsync(ScenarioServer server, CancellationToken cancellationToken)
    {
        await server.Get<IProductStore>().AddMissingAsync(DemoCatalogue.All, cancellationToken);
        await server.Get<ICustomerStore>().AddMissingAsync(_customers.Values, cancellationToken);
        await server.Get<IOrderStore>().AddMissingAsync(_orders.Values, cancellationToken);
    }
}
