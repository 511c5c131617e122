using CloudMart.Support.Core.Conversations;
using CloudMart.Support.Core.Customers;
using CloudMart.Support.Core.Orders;
using CloudMart.Support.Core.Products;
using CloudMart.Support.Tests.Fakes;

namespace CloudMart.Support.Tests.Orders.ExactlyOnce;

/// <summary>A store, whichever it is.</summary>
public sealed record ShopPorts(IOrderStore Orders, ICustomerStore Customers, IProductStore Products, IConversationLog Log)
{
    /// <summary>Skips the test by name where the store is not to be had here.</summary>
    public static ShopPorts Of(StoreUnderTest store) => new(store.Orders, store.Customers, store.Products, store.Log);

    public static ShopPorts InMemory()
    {
        var store = new InMemoryStore(TimeProvider.System);
        return new(store, store, store, store);
    }
}
