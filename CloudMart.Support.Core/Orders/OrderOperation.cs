using CloudMart.Support.Core.Customers;
using CloudMart.Support.Core.Products;

namespace CloudMart.Support.Core.Orders;

/// <summary>
/// A wish to change an order, and the shop's rule for it. Rules are pure: they look at what was read and decide, and whoever asked commits
/// the decision, which fails if any of it has moved since.
/// </summary>
public abstract record OrderOperation(OperationStamp Stamp)
{
    /// <summary>The name of the tool that asks for it, e.g. <c>cancel_order</c>.</summary>
    public abstract string Act { get; }

    /// <summary>Whether the rule looks at the customer's payment methods.</summary>
    public virtual bool NeedsCustomer(Order order) => true;

    /// <summary>The products that the rule looks at.</summary>
    public virtual IEnumerable<string> ProductsNeeded(Order order) => [];

    public abstract OrderDecision Decide(OrderInShop at);

    /// <summary>The change that puts <paramref name="order"/>, with this operation in its history, and <paramref name="customer"/> in place.</summary>
    protected ShopChange Change(OrderInShop at, Order order, CustomerProfile? customer, string outcome) => new(
        new OrderChange(at.Order, order.Applied(Stamp.Applying(Act, outcome))),
        at.Customer is null || customer is null || customer == at.Customer
            ? null
            : new CustomerChange(at.Customer, customer with { Version = at.Customer.Version + 1 }));
}

/// <summary>An order, with what the rules may want to know beside it.</summary>
/// <param name="Order">The order.</param>
/// <param name="Customer">Whose it is; null where the rule does not ask, or the shop has no profile of them.</param>
/// <param name="Products">By id; those that the rule asks for and that there are.</param>
public sealed record OrderInShop(Order Order, CustomerProfile? Customer, IReadOnlyDictionary<string, Product> Products)
{
    public OrderInShop(Order order, CustomerProfile? customer = null)
        : this(order, customer, new Dictionary<string, Product>())
    {
    }
}
