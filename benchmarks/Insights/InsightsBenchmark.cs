using CloudMart.Support.Core.Insights;
using CloudMart.Support.Core.Staff;
using CloudMart.Support.Tests.Fakes;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace CloudMart.Support.Benchmarks.Insights;

/// <summary>
/// The figures of twelve months with a thousand conversations a day beside those of today: the read alone from either store, and the page
/// in a browser. The two take turns, so that whatever else slows the machine down slows both.
/// </summary>
internal sealed class InsightsBenchmark : IBenchmark
{
    private const int Reads = 60, Openings = 20;
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(5);
    private static readonly SignedInStaff Supervisor = new("supervisor-1", "Priya Shah", IsSupervisor: true);
    private static readonly DateOnly Today = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime);

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(Limit);
        Console.WriteLine($"Opening insights, {BusyDay.Conversations:N0} conversations a day, {BusyDay.Counters.Count} counters\n");
        var table = new Table("medians in ms", "today", "12 months", "ratio");
        await OverSqliteAsync(table, limit.Token);
        await OverDynamoDbAsync(table, limit.Token);
        table.Print();
    }

    private static async Task OverSqliteAsync(Table table, CancellationToken cancellationToken)
    {
        using var folder = new TemporaryFolder();
        await using var product = await ProductProcess.StartAsync(folder.Settings, cancellationToken);
        await CountedYear.FillSqliteAsync(folder.Settings["Sqlite:Path"]!, Today, cancellationToken);
        await using var store = Store.Of(folder.Settings);
        await CompareAsync(table, "SQLite", store, product, cancellationToken);
    }

    private static async Task OverDynamoDbAsync(Table table, CancellationToken cancellationToken)
    {
        await using var database = await Database.StartAsync(cancellationToken);
        var settings = database.Settings(extraOrders: 0);
        await using var product = await ProductProcess.StartAsync(settings, cancellationToken);
        await using var store = Store.Of(settings);
        await CountedYear.FillDynamoDbAsync(store, $"{settings["DynamoDb:TablePrefix"]}Conversations", Today, cancellationToken);
        await CompareAsync(table, "DynamoDB Local", store, product, cancellationToken);
    }

    private static async Task CompareAsync(
        Table table, string name, ServiceProvider store, ProductProcess product, CancellationToken cancellationToken)
    {
        var insights = new InsightsService(store.GetRequiredService<IDayCounters>());
        Period[] periods = [Period.Ending(Today, 1), Period.Ending(Today, 365)];
        table.Compare($"read from {name}", await TurnTaking.MeasureAsync(
            periods, Reads, period => insights.ReadAsync(Supervisor, period, cancellationToken)));

        await using var browser = await Browser.StartAsync();
        var page = await browser.SignInAsync(product.Address, "supervisor-1");
        table.Compare($"page ready in the browser, {name}", await TurnTaking.MeasureAsync(["today", "12-months"], Openings, async period =>
        {
            await page.GotoAsync($"/insights?period={period}", new() { WaitUntil = WaitUntilState.Commit });
            await Browser.IsReadyAsync(page);
            await page.Locator(".tile").First.WaitForAsync();
            return period;
        }));
    }
}
