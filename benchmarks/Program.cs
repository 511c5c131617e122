using CloudMart.Support.Benchmarks.History;
using CloudMart.Support.Benchmarks.Inbox;
using CloudMart.Support.Benchmarks.Insights;
using CloudMart.Support.Benchmarks.Streaming;
using CloudMart.Support.Benchmarks.Turns;
using CloudMart.Support.Benchmarks.Watching;

namespace CloudMart.Support.Benchmarks;

internal static class Program
{
    private static readonly Dictionary<string, IBenchmark> Benchmarks = new()
    {
        ["turns"] = new TurnsBenchmark(),
        ["stream"] = new StreamBenchmark(),
        ["history"] = new HistoryBenchmark(),
        ["inbox"] = new InboxBenchmark(),
        ["insights"] = new InsightsBenchmark(),
        ["watch"] = new WatchBenchmark(),
    };

    public static async Task<int> Main(string[] args)
    {
        if (args is not [var name] || !Benchmarks.TryGetValue(name, out var benchmark))
        {
            await Console.Error.WriteLineAsync($"dotnet run -c Release --project benchmarks -- {string.Join(" | ", Benchmarks.Keys)}");
            return 2;
        }

        using var interrupted = new CancellationTokenSource();
        Console.CancelKeyPress += (_, pressed) =>
        {
            pressed.Cancel = true;
            interrupted.Cancel();
        };
        await benchmark.RunAsync(interrupted.Token);
        return 0;
    }
}
