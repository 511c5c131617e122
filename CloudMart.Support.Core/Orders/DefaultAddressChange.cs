using CloudMart.Support.Core.Customers;

namespace CloudMart.Support.Core.Orders;

/// <summary>The wish to have orders to come sent elsewhere. Orders that were placed keep their address.</summary>
public sealed record DefaultAddressChange(PostalAddress Address)
{
    public const string Name = "change_default_address";

    public OrderDecision Decide(CustomerProfile customer)
    {
        if (customer.Address == Address)
        {
            return new(new RequestMistaken($"The customer's default address is {Address} already."));
        }

        var after = customer with { Address = Address, Version = customer.Version + 1 };
        return new(new DefaultAddressChanged(customer, after), new ShopChange(null, new CustomerChange(customer, after)));
    }
}
