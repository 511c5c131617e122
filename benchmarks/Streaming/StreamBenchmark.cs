using CloudMart.Support.Tests.Fakes;
using Microsoft.Playwright;

namespace CloudMart.Support.Benchmarks.Streaming;

/// <summary>
/// An answer that is written while a browser watches: how often its text crosses the circuit, what is sent around it, and how often the
/// page is brought up to date.
/// </summary>
internal sealed class StreamBenchmark : IBenchmark
{
    private const int Answers = 3;
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(2);

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(Limit);
        await using var assistant = (await ChatServer.StartAsync(limit.Token)).Then(WritingAssistant.WriteAsync);
        using var folder = new TemporaryFolder();
        await using var product = await ProductProcess.StartAsync([.. folder.Settings, .. WritingAssistant.SettingsFor(assistant)], limit.Token);
        await using var browser = await Browser.StartAsync();
        var page = await browser.SignInAsync(product.Address);

        Console.WriteLine($"A streamed answer: {AnswerWords.Pieces.Sum(piece => piece.Length)} characters in {AnswerWords.Count} pieces\n");
        var table = new Table(
            "answer", "text crosses", "flushes", "median ms between", "bytes of the text", "bytes around it", "a flush");
        for (var answer = 1; answer <= Answers; answer++)
        {
            await using var traffic = await CircuitTraffic.ListenAsync(page);
            await page.GetByLabel("Message", new() { Exact = true }).FillAsync("Tell me everything.");
            await page.GetByRole(AriaRole.Button, new() { Name = "Send", Exact = true }).ClickAsync();
            await page.GetByText(AnswerWords.Last).Nth(answer - 1).WaitForAsync(new() { Timeout = 30_000 });
            await page.Locator("[data-answering=false]").WaitForAsync(new() { State = WaitForSelectorState.Attached });
            var sent = traffic.SoFar();
            table.Add(answer, sent.TimesText, sent.Flushes, sent.MedianBetweenFlushes, sent.TextBytes, sent.OtherBytes, sent.OtherBytesPerFlush);
        }

        table.Print();
    }
}
