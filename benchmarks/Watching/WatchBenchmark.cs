using CloudMart.Support.Benchmarks.Streaming;
using CloudMart.Support.Tests.Fakes;
using Microsoft.Playwright;

namespace CloudMart.Support.Benchmarks.Watching;

/// <summary>
/// What a page of staff is sent while 50 conversations are answered at once, all of them in its list and one of them open: bytes over the
/// circuit's WebSocket after decompression, which is more than goes over the wire.
/// </summary>
internal sealed class WatchBenchmark : IBenchmark
{
    /// <summary>The inbox draws only those near sight, which are more than this.</summary>
    private const int DrawnRows = 20;

    private const int Conversations = 50;
    private static readonly TimeSpan Watched = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(3);

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(Limit);
        await using var assistant = (await ChatServer.StartAsync(limit.Token)).Then(BusyDesk.WriteAsync);
        using var folder = new TemporaryFolder();
        await using var product = await ProductProcess.StartAsync([.. folder.Settings, .. WritingAssistant.SettingsFor(assistant)], limit.Token);
        using var api = new HttpClient { BaseAddress = product.Address };
        await api.SignInAsync("customer-1", limit.Token);
        using var talking = CancellationTokenSource.CreateLinkedTokenSource(limit.Token);
        var desk = new BusyDesk(api);
        var talks = Enumerable.Range(1, Conversations).Select(customer => desk.TalkAsync(customer, talking.Token)).ToList();
        await using var browser = await Browser.StartAsync();
        var page = await browser.SignInAsync(product.Address, "staff-1");
        await page.GetByRole(AriaRole.Button, new() { Name = "Assistant", Exact = true }).ClickAsync();
        await page.Locator("[data-row]").Nth(DrawnRows - 1).WaitForAsync();
        await page.Locator("[data-row]").First.ClickAsync();
        await page.Locator("[data-composer]").WaitForAsync();

        await using var traffic = await CircuitTraffic.ListenAsync(page);
        var (begun, turns) = (TimeProvider.System.GetTimestamp(), desk.Turns);
        await Task.Delay(Watched, limit.Token);
        var seconds = TimeProvider.System.GetElapsedTime(begun).TotalSeconds;
        var frames = traffic.Frames;

        Console.WriteLine($"A page of staff that watches {Conversations} conversations being answered, for {seconds:0} s\n");
        var table = new Table("", "answers a second", "frames a second", "KB a second");
        table.Add("one page", (desk.Turns - turns) / seconds, frames.Count / seconds, frames.Sum(frame => frame.Content.Length) / 1024.0 / seconds);
        table.Print();
        await talking.CancelAsync();
        await Task.WhenAll(talks).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }
}
