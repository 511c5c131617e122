namespace CloudMart.Support.Core.Insights;

/// <summary>What was counted of the conversations that began in a period. A conversation counts on its first day (UTC) whatever happens to it later.</summary>
/// <param name="Period">The period.</param>
/// <param name="Counts">Only what is not 0, by the names of <see cref="CountNames"/>.</param>
public sealed record PeriodCounts(Period Period, IReadOnlyDictionary<string, long> Counts)
{
    public long this[string name] => Counts.GetValueOrDefault(name);
}
