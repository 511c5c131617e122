using CloudMart.Support.Core.Customers;
using CloudMart.Support.Core.Import;
using CloudMart.Support.Core.Orders;
using CloudMart.Support.Core.Products;
using CloudMart.Support.Tests.Fakes;
using Microsoft.Extensions.Time.Testing;

namespace CloudMart.Support.Tests.Import;

public sealed class TauRetailImportTests
{
    private readonly InMemoryOrderStore _store = new();

    private ICustomerStore Customers => _store;

    private IProductStore Products => _store;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Records_come_in_in_this_shops_words()
    {
        using var shop = new SmallTauShop();

        Assert.Equal(new ImportedRecords(1, 1, 1), await ImportAsync(shop.Path));

        var order = _store["#W1"];
        Assert.Equal((OrderStatus.Canceled, "mia_li_1", (Shipment?)null), (order.Status, order.CustomerId, order.Shipment));
        Assert.Equal([new OrderLine("702", "Mug", 13.00m, "red, lid: yes", "77")], order.Items);
        Assert.Equal(
            [(PaymentKind.Payment, 13.00m, "Mastercard ending in 9212"), (PaymentKind.Refund, 13.00m, "Mastercard ending in 9212")],
            order.Payments.Select(payment => (payment.Kind, payment.Amount, payment.Method)));
        Assert.True(order.Payments[1].At > order.PlacedAt);
        Assert.Equal("red, lid: yes", (await Products.FindAsync("77", Stop))!.Find("702")!.InWords);
        var mia = (await Customers.FindAsync("mia_li_1", Stop))!;
        Assert.Equal(("Mia", "Li", "1 Road, Suite 2, Austin, TX 78701, USA"), (mia.GivenName, mia.FamilyName, mia.Address.ToString()));
        Assert.Equal(
            [("Mastercard ending in 9212", null), ("PayPal", null), ("Gift card ending in 1234", (decimal?)40.00m)],
            mia.PaymentMethods.Select(method => (method.Name, method.Balance)));
    }

    [Fact]
    public async Task Importing_again_overwrites_nothing()
    {
        using var shop = new SmallTauShop();
        await ImportAsync(shop.Path);
        var changed = _store["#W1"] with { CancelReason = "no longer needed", Version = 2 };
        await _store.CommitAsync(new(new(_store["#W1"], changed), null), new("c-1", "w-1", []), Stop);

        await ImportAsync(shop.Path);

        Assert.Same(changed, _store["#W1"]);
    }

    [Theory]
    [InlineData("\"cancelled\"", "\"vanished\"", "orders.json: #W1 has an unknown status, 'vanished'.")]
    [InlineData("\"refund\"", "\"tip\"", "orders.json: #W1 has an unknown transaction, 'tip'.")]
    public async Task What_this_shop_has_no_word_for_is_named_and_nothing_is_imported(string word, string other, string message)
    {
        using var shop = new SmallTauShop(SmallTauShop.Order.Replace(word, other, StringComparison.Ordinal));

        Assert.Equal(message, (await Assert.ThrowsAsync<ImportFailedException>(() => ImportAsync(shop.Path))).Message);
        Assert.Null(await Products.FindAsync("77", Stop));
    }

    [Fact]
    public async Task What_cannot_be_read_is_named_in_one_line()
    {
        using var shop = new SmallTauShop("{\n\"#W1\": {\"order_id\": 5}}");
        var wrong = await Assert.ThrowsAsync<ImportFailedException>(() => ImportAsync(shop.Path));
        shop.Remove("users.json");
        var missing = await Assert.ThrowsAsync<ImportFailedException>(() => ImportAsync(shop.Path));
        var nowhere = await Assert.ThrowsAsync<ImportFailedException>(() => ImportAsync("/nowhere"));

        Assert.Contains("orders.json cannot be read: ", wrong.Message, StringComparison.Ordinal);
        Assert.Contains("users.json", missing.Message, StringComparison.Ordinal);
        Assert.Equal("There is no directory /nowhere.", nowhere.Message);
        Assert.All([wrong, missing, nowhere], failed => Assert.DoesNotContain('\n', failed.Message));
    }

    [Fact]
    public async Task The_shared_shop_comes_in_whole_and_its_dates_make_sense()
    {
        Assert.Equal(new ImportedRecords(50, 500, 1000), await ImportAsync(SharedTau.Folder()));

        var orders = SharedTau.Read("orders.json").EnumerateObject().Select(order => _store[order.Name]).ToList();
        Assert.Equal(
            [(OrderStatus.Pending, 423), (OrderStatus.Processed, 102), (OrderStatus.Delivered, 373), (OrderStatus.Canceled, 102)],
            orders.CountBy(order => order.Status).OrderBy(count => count.Key).Select(count => (count.Key, count.Value)));
        Assert.True(orders.Where(order => order.Status == OrderStatus.Delivered).Max(order => order.PlacedAt)
            < orders.Where(order => order.Status == OrderStatus.Pending).Min(order => order.PlacedAt));
        Assert.True(orders.DistinctBy(order => order.PlacedAt).Count() > 900);
        Assert.All(orders, order =>
        {
            Assert.Equal(order.OrderId, OrderNumber.Normalize(order.OrderId));
            Assert.Equal(order.Total, order.Payments[0].Amount);
            Assert.Equal(order.Status == OrderStatus.Delivered, order.Shipment is not null);
            Assert.True(order.Shipment is not { } parcel
                || (order.PlacedAt < parcel.ShippedAt && parcel.ShippedAt < parcel.DeliveredAt && parcel.DeliveredAt < CornerShop.Noon));
            Assert.DoesNotContain(order.Payments, payment => payment.Method == payment.MethodId);
        });
        Assert.Equal(3, orders.Select(order => order.Shipment?.Carrier).OfType<string>().Distinct().Count());
    }

    private Task<ImportedRecords> ImportAsync(string directory) =>
        new TauRetailImport(_store, _store, _store, new FakeTimeProvider(CornerShop.Noon)).RunAsync(directory, Stop);
}
