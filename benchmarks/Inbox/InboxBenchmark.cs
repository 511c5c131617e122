using CloudMart.Support.Core.Conversations;
using CloudMart.Support.Core.Storage;
using CloudMart.Support.Tests.Fakes;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace CloudMart.Support.Benchmarks.Inbox;

/// <summary>
/// The inbox over 100,000 conversations beside the inbox over 100: the first page of two of its lists from either store, and the console in a
/// browser. The two take turns, so that whatever else slows the machine down slows both.
/// </summary>
internal sealed class InboxBenchmark : IBenchmark
{
    private const int Few = 100, Many = 100_000;
    private const int PageSize = 50;
    private const int Reads = 100, Openings = 15;
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(8);

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(Limit);
        Console.WriteLine("Opening the inbox of staff\n");
        var table = new Table("medians in ms", $"{Few} conversations", $"{Many:N0} conversations", "ratio");
        await OverSqliteAsync(table, limit.Token);
        await OverDynamoDbAsync(table, limit.Token);
        table.Print();
    }

    private static async Task OverSqliteAsync(Table table, CancellationToken cancellationToken)
    {
        using TemporaryFolder few = new(), many = new();
        await using var fewStore = Store.Of(few.Settings);
        await using var manyStore = Store.Of(many.Settings);
        await Crowd.FillSqliteAsync(fewStore, few.Settings["Sqlite:Path"]!, Few, cancellationToken);
        await Crowd.FillSqliteAsync(manyStore, many.Settings["Sqlite:Path"]!, Many, cancellationToken);
        await ReadAsync(table, "SQLite", fewStore, manyStore, cancellationToken);
        await OpenAsync(table, few.Settings, many.Settings, cancellationToken);
    }

    private static async Task OverDynamoDbAsync(Table table, CancellationToken cancellationToken)
    {
        await using var database = await Database.StartAsync(cancellationToken);
        Dictionary<string, string?> few = database.Settings(extraOrders: 0), many = database.Settings(extraOrders: 0);
        await using var fewStore = Store.Of(few);
        await using var manyStore = Store.Of(many);
        foreach (var (store, settings, count) in new[] { (fewStore, few, Few), (manyStore, many, Many) })
        {
            if (await store.GetRequiredService<IStorageProbe>().CheckAsync(cancellationToken) is { } trouble)
            {
                throw new InvalidOperationException(trouble);
            }

            await Crowd.FillDynamoDbAsync(store, $"{settings["DynamoDb:TablePrefix"]}Conversations", count, cancellationToken);
        }

        await ReadAsync(table, "DynamoDB Local", fewStore, manyStore, cancellationToken);
    }

    private static async Task ReadAsync(
        Table table, string name, ServiceProvider few, ServiceProvider many, CancellationToken cancellationToken)
    {
        IInbox[] inboxes = [few.GetRequiredService<IInbox>(), many.GetRequiredService<IInbox>()];
        foreach (var section in (InboxSection[])[InboxSection.Attention, InboxSection.Assistant])
        {
            table.Compare($"{name}, {section}", await TurnTaking.MeasureAsync(inboxes, Reads, async inbox =>
                await inbox.ListAsync(section, InboxOrder.LongestFirst, PageSize, null, cancellationToken)));
        }
    }

    private static async Task OpenAsync(
        Table table, Dictionary<string, string?> few, Dictionary<string, string?> many, CancellationToken cancellationToken)
    {
        await using var fewProduct = await ProductProcess.StartAsync(few, cancellationToken);
        await using var manyProduct = await ProductProcess.StartAsync(many, cancellationToken);
        await using var browser = await Browser.StartAsync();
        IPage[] pages = [await browser.SignInAsync(fewProduct.Address, "staff-1"), await browser.SignInAsync(manyProduct.Address, "staff-1")];
        table.Compare("console ready in the browser, SQLite", await TurnTaking.MeasureAsync(pages, Openings, async page =>
        {
            await page.GotoAsync("/staff", new() { WaitUntil = WaitUntilState.Commit });
            await Browser.IsReadyAsync(page);
            await page.Locator("[data-row]").First.WaitForAsync();
            return page;
        }));
    }
}
