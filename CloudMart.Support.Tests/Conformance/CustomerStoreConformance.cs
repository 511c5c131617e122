using CloudMart.Support.Core.Customers;
using CloudMart.Support.Core.Orders;
using CloudMart.Support.Tests.Fakes;
using static CloudMart.Support.Tests.Fakes.Entries;

namespace CloudMart.Support.Tests.Conformance;

/// <summary>What every store of customers must do. How they change is the order store's to do: see <see cref="OrderStoreConformance"/>.</summary>
public abstract class CustomerStoreConformance(StoreUnderTest store)
{
    private readonly CustomerProfile _ana = SomeCustomers.Ana(SomeCustomers.NewCustomerId());

    private ICustomerStore Customers => store.Customers;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_profile_is_read_back_as_it_was_put()
    {
        var bare = new CustomerProfile(SomeCustomers.NewCustomerId(), "Li", "", "", new("", "", "", "", "", ""), []);
        await Customers.AddMissingAsync([_ana, bare], Stop);

        Assert.Equivalent(_ana, await Customers.FindAsync(_ana.CustomerId, Stop), strict: true);
        Assert.Equivalent(bare, await Customers.FindAsync(bare.CustomerId, Stop), strict: true);
    }

    [Fact]
    public async Task Money_on_a_gift_card_keeps_its_cents()
    {
        var rich = SomeCustomers.Ana(SomeCustomers.NewCustomerId(), balance: 79_228_162_514.33m);
        var spent = SomeCustomers.Ana(SomeCustomers.NewCustomerId(), balance: 0.00m);
        await Customers.AddMissingAsync([rich, spent], Stop);

        Assert.Equal(79_228_162_514.33m, (await Customers.FindAsync(rich.CustomerId, Stop))!.Find(SomeCustomers.GiftCard)!.Balance);
        Assert.Equal(0.00m, (await Customers.FindAsync(spent.CustomerId, Stop))!.Find(SomeCustomers.GiftCard)!.Balance);
    }

    [Fact]
    public async Task A_customer_is_found_by_the_id_exactly_as_given()
    {
        await Customers.AddMissingAsync([_ana], Stop);
        Assert.Null(await Customers.FindAsync(_ana.CustomerId.ToUpperInvariant(), Stop));
        Assert.Null(await Customers.FindAsync(SomeCustomers.NewCustomerId(), Stop));
    }

    [Fact]
    public async Task Adding_what_is_missing_never_overwrites()
    {
        await Customers.AddMissingAsync([_ana], Stop);
        var change = SomeCustomers.Credited(_ana, 10.00m);
        await store.Orders.CommitAsync(new ShopChange(null, change), Entry(NewConversation(), 1, Said("refund")), Stop);
        var others = Enumerable.Range(0, 8).Select(_ => SomeCustomers.Ana(SomeCustomers.NewCustomerId())).ToList();

        await Customers.AddMissingAsync([_ana, .. others], Stop);

        Assert.Equivalent(change.After, await Customers.FindAsync(_ana.CustomerId, Stop), strict: true);
        Assert.NotNull(await Customers.FindAsync(others[^1].CustomerId, Stop));
    }
}
