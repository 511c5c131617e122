using CloudMart.Support.Core.Orders;
using CloudMart.Support.Core.Storage;
using CloudMart.Support.Tests.Fakes;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Options;

namespace CloudMart.Support.Tests.Storage;

/// <summary>A file that the first release wrote, and may still be writing to during a deploy.</summary>
public sealed class SqliteUpgradeTests : IDisposable
{
    private const string FirstTable = """
        CREATE TABLE orders (
            order_id TEXT PRIMARY KEY, customer_id TEXT NOT NULL, status TEXT NOT NULL, placed_at TEXT NOT NULL, version INTEGER NOT NULL,
            items TEXT NOT NULL, ship_to TEXT NOT NULL, payments TEXT NOT NULL, shipment TEXT, history TEXT NOT NULL
        ) WITHOUT ROWID;
        """;

    private const string FirstInsert = """
        INSERT INTO orders (order_id, customer_id, status, placed_at, version, items, ship_to, payments, shipment, history)
        VALUES ($id, 'customer-1', 'pending', '2026-11-20T09:30:00.0000000Z', 1,
            '[{"itemId":"8384507844","name":"Wireless headphones","price":"129.00","options":"black, over-ear"},{"itemId":"1304426904","name":"Desk lamp","price":"54.95","options":""}]',
            '{"line1":"12 Elm Street","line2":"Apt 4","city":"Portland","state":"OR","zip":"97201","country":"USA"}',
            '[{"kind":"Payment","amount":"183.95","methodId":"credit_card_4421","method":"Visa ending in 4242","at":"2026-11-20T09:30:00+00:00"}]',
            NULL, '[]')
        """;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("cloudmart-");
    private readonly SqliteDatabase _one;
    private readonly SqliteDatabase _other;
    private readonly SqliteConnection _old;

    public SqliteUpgradeTests()
    {
        var options = Options.Create(new SqliteOptions { Path = Path.Combine(_folder.FullName, "cloudmart.db") });
        (_one, _other) = (new(options), new(options));
        _old = new SqliteConnection($"Data Source={options.Value.Path};Pooling=False");
        _old.Open();
        _old.Execute(FirstTable);
        _old.Execute(FirstInsert, ("$id", "CM-7890"));
    }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        _old.Dispose();
        _one.Dispose();
        _other.Dispose();
        _folder.Delete(recursive: true);
    }

    [Fact]
    public async Task Its_orders_are_read_and_changed_by_all_who_open_it_at_once()
    {
        var orders = await Task.WhenAll(
            new[] { _one, _other }.Select(file => Task.Run(() => new SqliteOrderStore(file).FindAsync("CM-7890", Stop))));
        Assert.All(orders, order => Assert.Equivalent(SomeOrders.Pending("CM-7890"), order, strict: true));

        var changed = orders[0]! with { ItemsChanged = true, CancelReason = "no longer needed", Version = 2 };
        await new SqliteOrderStore(_one).CommitAsync(
            new(new(orders[0]!, changed), null), Entries.Entry(Entries.NewConversation(), 1, Entries.Said("cancel")), Stop);
        Assert.Equivalent(changed, await new SqliteOrderStore(_other).FindAsync("CM-7890", Stop), strict: true);
    }

    [Fact]
    public async Task The_first_release_can_go_on_writing_to_it()
    {
        await new SqliteOrderStore(_one).FindAsync("CM-7890", Stop);
        _old.Execute(FirstInsert, ("$id", "CM-7891"));
        Assert.Equivalent(SomeOrders.Pending("CM-7891"), await new SqliteOrderStore(_one).FindAsync("CM-7891", Stop), strict: true);
    }
}
