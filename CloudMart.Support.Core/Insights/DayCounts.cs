namespace CloudMart.Support.Core.Insights;

/// <summary>What was counted of the conversations that began on one day (UTC). A conversation counts on that day whatever happens to it later.</summary>
/// <param name="Day">The day.</param>
/// <param name="Counts">Only what is not 0, by the names of <see cref="CountNames"/>.</param>
public sealed record DayCounts(DateOnly Day, IReadOnlyDictionary<string, long> Counts)
{
    public long this[string name] => Counts.GetValueOrDefault(name);
}
