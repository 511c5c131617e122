using CloudMart.Support.Core.Conversations;
using CloudMart.Support.Core.Storage;
using CloudMart.Support.Tests.Fakes;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace CloudMart.Support.Benchmarks.History;

/// <summary>
/// Opening a conversation of 2,000 events, of which the newest 50 are shown, beside opening one that has no more than these: the store's
/// read alone, and the whole page in a browser. The two take turns, so that whatever else slows the machine down slows both.
/// </summary>
internal sealed class HistoryBenchmark : IBenchmark
{
    private const int Shown = 50;
    private const int ShortLength = 48;
    private const int LongLength = 2_000;
    private const int Reads = 300;
    private const int Openings = 25;
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(3);

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(Limit);
        await using var database = await Database.StartAsync(limit.Token);
        var settings = database.Settings(extraOrders: 0);
        await using var product = await ProductProcess.StartAsync(settings, limit.Token);
        await using var store = Store.Of(settings);
        var written = ActivatorUtilities.CreateInstance<WrittenConversation>(store);
        string[] conversations = [await written.WriteAsync(ShortLength, limit.Token), await written.WriteAsync(LongLength, limit.Token)];

        Console.WriteLine($"Opening a conversation on its newest {Shown} events, DynamoDB Local\n");
        var table = new Table("medians in ms", $"{ShortLength} events", $"{LongLength:N0} events", "ratio");
        table.Compare("read from the store", await ReadAsync(store, conversations, limit.Token));
        table.Compare("page ready in the browser", await OpenAsync(product, conversations));
        table.Print();
    }

    private static async Task<Timings[]> ReadAsync(ServiceProvider store, string[] conversations, CancellationToken cancellationToken)
    {
        var log = store.GetRequiredService<IConversationLog>();
        return await TurnTaking.MeasureAsync(
            conversations, Reads, async id => await log.ReadAsync(id, Shown, cancellationToken)
                ?? throw new InvalidOperationException($"Conversation {id} is not there."));
    }

    private static async Task<Timings[]> OpenAsync(ProductProcess product, string[] conversations)
    {
        await using var browser = await Browser.StartAsync();
        var page = await browser.SignInAsync(product.Address);
        return await TurnTaking.MeasureAsync(conversations, Openings, async id =>
        {
            await page.GotoAsync($"/support/{id}", new() { WaitUntil = WaitUntilState.Commit });
            await Browser.IsReadyAsync(page);
            await page.GetByText(WrittenConversation.LastWords(id)).WaitForAsync();
            return id;
        });
    }
}
