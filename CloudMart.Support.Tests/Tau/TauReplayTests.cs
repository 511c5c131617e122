using System.Text.Json;
using CloudMart.Support.Core.Customers;
using CloudMart.Support.Core.Import;
using CloudMart.Support.Core.Orders;
using CloudMart.Support.Core.Products;
using CloudMart.Support.Tests.Fakes;

namespace CloudMart.Support.Tests.Tau;

/// <summary>
/// Half of the tasks of τ-bench's retail shop, replayed through this product: signed in as the task's user, its calls made by this
/// product's tools, and a card confirmed wherever one is drawn. What stands in the store in the end is what the task says.
/// </summary>
public abstract class TauReplayTests(StoreUnderTest store)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task All_tasks_end_as_they_should_and_what_must_be_refused_is_refused()
    {
        var tasks = SharedTau.Read("tasks.json").EnumerateArray().ToList();
        await using var desk = new TauDesk(store);
        Assert.Equal(new ImportedRecords(50, 500, 1000), await desk.ImportAsync());
        var shop = await ReadAsync();
        var wrong = new List<string>();
        foreach (var task in tasks)
        {
            wrong.AddRange((await ReplayAsync(desk, shop, task)).Select(difference => $"task {task.GetProperty("id")}: {difference}"));
        }

        Assert.Equal(57, tasks.Count);
        Assert.True(wrong.Count == 0, string.Join(Environment.NewLine, wrong));
    }

    private async Task<List<string>> ReplayAsync(TauDesk desk, Shop shop, JsonElement task)
    {
        var wrong = new List<string>();
        var (customerId, after) = (task.GetProperty("userId").GetString()!, task.GetProperty("after"));
        var own = shop.Orders.Where(order => order.CustomerId == customerId).ToList();
        await desk.ResetAsync(own, shop.Customers[customerId]);
        foreach (var call in task.GetProperty("actions").EnumerateArray().Select(TauCall.Of).OfType<TauCall>())
        {
            var outcome = await desk.CallAsync(call, customerId);
            if (call.IsRefused != outcome is "refused" or "not_found" or "error")
            {
                wrong.Add($"{call.Tool} {call.Arguments} came out as {outcome}");
            }

            // The records sort both sides of an exchange on their own; here each item keeps the one that takes its place.
            if (outcome == "done" && call.Exchanged.Any()
                && !call.Exchanged.SequenceEqual((await store.Orders.FindAsync(call.OrderId, Stop))!.Exchange!.Changes))
            {
                wrong.Add($"{call.Tool} {call.Arguments} lost which item is for which");
            }
        }

        foreach (var order in own)
        {
            var now = (await store.Orders.FindAsync(order.OrderId, Stop))!;
            wrong.AddRange(after.GetProperty("orders").TryGetProperty(order.OrderId, out var expected)
                ? TauExpectation.Differences(expected, now, shop.Products)
                : Untouched(order.OrderId, order, now with { Version = order.Version }));
        }

        var customer = (await store.Customers.FindAsync(customerId, Stop))!;
        wrong.AddRange(after.GetProperty("users").TryGetProperty(customerId, out var profile)
            ? TauExpectation.Differences(profile, customer)
            : Untouched(customerId, shop.Customers[customerId], customer with { Version = shop.Customers[customerId].Version }));
        return wrong;
    }

    private static IEnumerable<string> Untouched<T>(string id, T before, T now) =>
        JsonSerializer.Serialize(before) == JsonSerializer.Serialize(now) ? [] : [$"{id} should not have changed, but is {JsonSerializer.Serialize(now)}"];

    private async Task<Shop> ReadAsync()
    {
        var orders = await All("orders.json", store.Orders.FindAsync);
        var customers = await All("users.json", store.Customers.FindAsync);
        var products = await All("products.json", store.Products.FindAsync);
        return new(orders, customers.ToDictionary(customer => customer.CustomerId), products.ToDictionary(product => product.ProductId));
    }

    private static async Task<List<T>> All<T>(string file, Func<string, CancellationToken, Task<T?>> find)
    {
        var records = new List<T>();
        foreach (var record in SharedTau.Read(file).EnumerateObject())
        {
            records.Add((await find(record.Name, Stop))!);
        }

        return records;
    }

    private sealed record Shop(List<Order> Orders, Dictionary<string, CustomerProfile> Customers, Dictionary<string, Product> Products);
}

[Trait("Needs", "Time")]
public sealed class SqliteTauReplayTests(SqliteStore store) : TauReplayTests(store), IClassFixture<SqliteStore>;

[Trait("Needs", "DynamoDB")]
public sealed class DynamoDbTauReplayTests(DynamoDbStore store) : TauReplayTests(store), IClassFixture<DynamoDbStore>;
