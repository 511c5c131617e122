namespace CloudMart.Support.Core.Insights;

/// <summary>
/// Times are counted in steps, each a quarter longer than the one before, from 100 ms on: a median or a 95th percentile of any number of days
/// is then a sum away, and right to within an eighth.
/// </summary>
public static class Durations
{
    private const double First = 100, Growth = 1.25;
    private const int Last = 80; // 66 days

    /// <summary>The step that a time belongs to; 0 up to 100 ms.</summary>
    public static int StepOf(long milliseconds) =>
        milliseconds <= First ? 0 : Math.Min(Last, (int)Math.Ceiling(Math.Log(milliseconds / First) / Math.Log(Growth)));

    /// <summary>The middle of the step at which the share <paramref name="percentile"/> of what was counted is reached; null where nothing was.</summary>
    /// <param name="counted">How many, by step.</param>
    /// <param name="percentile">0 to 1, e.g. 0.95.</param>
    public static TimeSpan? At(IReadOnlyDictionary<int, long> counted, double percentile)
    {
        var wanted = Math.Max(1, (long)Math.Ceiling(counted.Values.Sum() * percentile));
        var passed = 0L;
        foreach (var (step, count) in counted.OrderBy(pair => pair.Key))
        {
            passed += count;
            if (passed >= wanted)
            {
                return TimeSpan.FromMilliseconds(First * Math.Pow(Growth, step) / (step == 0 ? 2 : Math.Sqrt(Growth)));
            }
        }

        return null;
    }
}
