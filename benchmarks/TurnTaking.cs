namespace CloudMart.Support.Benchmarks;

/// <summary>Two of a kind, measured in turns, so that whatever else slows the machine down slows both.</summary>
internal static class TurnTaking
{
    private const int WarmUps = 5;

    public static async Task<Timings[]> MeasureAsync<TOf, T>(IReadOnlyList<TOf> both, int repetitions, Func<TOf, Task<T>> open)
    {
        Timings[] timings = [new(), new()];
        for (var repetition = -WarmUps; repetition < repetitions; repetition++)
        {
            for (var which = 0; which < both.Count; which++)
            {
                await (repetition < 0 ? new() : timings[which]).MeasureAsync(() => open(both[which]));
            }
        }

        return timings;
    }

    /// <summary>Both medians, and how many times the second is the first.</summary>
    public static void Compare(this Table table, string what, Timings[] timings) =>
        table.Add(what, timings[0].Median, timings[1].Median, $"{timings[1].Median / timings[0].Median:0.00}");
}
