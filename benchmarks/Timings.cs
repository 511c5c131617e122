using System.Collections.Concurrent;
using System.Diagnostics;

namespace CloudMart.Support.Benchmarks;

/// <summary>How long each of many repetitions took.</summary>
internal sealed class Timings
{
    private readonly ConcurrentBag<double> _milliseconds = [];

    public int Count => _milliseconds.Count;

    public double Median => Percentile(0.50);

    public double P95 => Percentile(0.95);

    public async Task<T> MeasureAsync<T>(Func<Task<T>> repetition)
    {
        var begun = Stopwatch.GetTimestamp();
        var result = await repetition();
        _milliseconds.Add(Stopwatch.GetElapsedTime(begun).TotalMilliseconds);
        return result;
    }

    /// <summary>The smallest time that at least the share <paramref name="share"/> of all repetitions kept to.</summary>
    private double Percentile(double share)
    {
        var sorted = _milliseconds.Order().ToArray();
        return sorted[Math.Max(0, (int)Math.Ceiling(share * sorted.Length) - 1)];
    }
}
