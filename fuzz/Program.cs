using System.Diagnostics;
using System.Globalization;

namespace CloudMart.Support.Fuzz;

internal static class Program
{
    private const string Findings = "fuzz-findings";

    public static async Task<int> Main(string[] args)
    {
        if (args is not [var many, .. var rest] || !long.TryParse(many, CultureInfo.InvariantCulture, out var count) || count < 1
            || !TrySeed(rest, out var seed))
        {
            await Console.Error.WriteLineAsync("dotnet run -c Release --project fuzz -- 10000000 [seed]");
            return 2;
        }

        var readers = EveryReader.With(RecordedTraffic.Bodies());
        Console.WriteLine($"seed {seed}, {count} inputs for {readers.Count} readers, from {readers.Sum(reader => reader.Samples.Count)} samples");
        using var watch = new HangWatch(hang => EndBecauseOf(Saved(hang)));
        var found = false;
        for (var index = 0; index < readers.Count; index++)
        {
            var share = (count / readers.Count) + (index < count % readers.Count ? 1 : 0);
            var report = new ReaderRun(readers[index], new Random(seed + index), watch).Read(share);
            Console.WriteLine(report);
            foreach (var finding in report.Findings)
            {
                found = true;
                Console.WriteLine($"  FINDING {finding.What}\n  saved as {Saved(finding)}");
            }
        }

        using var process = Process.GetCurrentProcess();
        Console.WriteLine($"peak memory {process.PeakWorkingSet64 / 1024 / 1024} MB; {(found ? "there are findings" : "no findings")}");
        return found ? 1 : 0;
    }

    private static bool TrySeed(string[] rest, out int seed)
    {
        seed = Environment.TickCount & 0xFFFFFF;
        return rest is [] || (rest is [var text] && int.TryParse(text, CultureInfo.InvariantCulture, out seed));
    }

    private static string Saved(Finding finding)
    {
        Directory.CreateDirectory(Findings);
        var path = Path.Combine(Findings, $"{finding.Reader.Replace(' ', '-')}-{Guid.NewGuid():N}.bin");
        File.WriteAllBytes(path, finding.Input);
        return path;
    }

    private static void EndBecauseOf(string savedHang)
    {
        Console.WriteLine($"FINDING a reader hangs\nsaved as {savedHang}");
        Environment.Exit(1);
    }
}
