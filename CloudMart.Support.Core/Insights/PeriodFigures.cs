using System.Globalization;

namespace CloudMart.Support.Core.Insights;

/// <summary>The figures of the conversations that began in a period.</summary>
/// <param name="period">The period.</param>
/// <param name="parts">What was counted in its parts.</param>
public sealed class PeriodFigures(Period period, IReadOnlyList<PeriodCounts> parts)
{
    private const decimal CostUnit = 1_000_000;

    private readonly Dictionary<string, long> _counts = Sum(parts);

    public Period Period => period;

    public long this[Figure figure] => figure.In(_counts);

    public long Conversations => this[Figure.Conversations];

    /// <summary>Why conversations were handed over, by the names of <see cref="Core.Conversations.HandOverCause"/>, or that staff stepped in; the most frequent first.</summary>
    public IReadOnlyList<Counted> Causes => MostFrequent(Named(CountNames.HandedPrefix));

    /// <summary>Null where nobody was answered.</summary>
    public TimesTaken? FirstAnswer => Times(CountNames.FirstAnswerPrefix);

    /// <summary>Null where nothing was resolved.</summary>
    public TimesTaken? Resolution => Times(CountNames.ResolutionPrefix);

    /// <summary>The most frequent tool first.</summary>
    public IReadOnlyList<ToolOutcomes> Tools =>
    [
        .. Named(CountNames.ToolPrefix).Select(count => (Words: count.Name.Split(' ', 2), count.Times))
            .GroupBy(count => count.Words[0], StringComparer.Ordinal)
            .Select(tool => new ToolOutcomes(tool.Key, MostFrequent(tool.Select(count => new Counted(count.Words[^1], count.Times)))))
            .OrderByDescending(tool => tool.Times).ThenBy(tool => tool.Tool, StringComparer.Ordinal),
    ];

    public long Rated(int score) => _counts.GetValueOrDefault(CountNames.Rating(score));

    /// <summary>Null where nobody rated.</summary>
    public double? MeanRating => this[Figure.Rated] is > 0 and var all
        ? (double)Named(CountNames.RatingPrefix).Sum(score => Number(score.Name) * score.Times) / all
        : null;

    public long TokensIn => _counts.GetValueOrDefault(CountNames.TokensIn);

    public long TokensOut => _counts.GetValueOrDefault(CountNames.TokensOut);

    /// <summary>In the shop's currency; 0 where no prices are set.</summary>
    public decimal Cost => _counts.GetValueOrDefault(CountNames.Cost) / CostUnit;

    public decimal CostEach => Conversations == 0 ? 0 : Cost / Conversations;

    /// <summary>The same of each part of the period, oldest first.</summary>
    public IReadOnlyList<PeriodFigures> Parts() =>
        [.. parts.Select(part => new PeriodFigures(part.Period, [part]))];

    private TimesTaken? Times(string prefix)
    {
        var steps = Named(prefix).ToDictionary(step => Number(step.Name), step => step.Times);
        return Durations.At(steps, 0.5) is { } median && Durations.At(steps, 0.95) is { } slowest
            ? new(steps.Values.Sum(), median, slowest)
            : null;
    }

    private IEnumerable<Counted> Named(string prefix) => _counts
        .Where(count => count.Value != 0 && count.Key.StartsWith(prefix, StringComparison.Ordinal))
        .Select(count => new Counted(count.Key[prefix.Length..], count.Value));

    private static IReadOnlyList<Counted> MostFrequent(IEnumerable<Counted> counts) =>
        [.. counts.OrderByDescending(count => count.Times).ThenBy(count => count.Name, StringComparer.Ordinal)];

    private static Dictionary<string, long> Sum(IEnumerable<PeriodCounts> parts)
    {
        var sums = new Dictionary<string, long>();
        foreach (var (name, count) in parts.SelectMany(part => part.Counts))
        {
            sums[name] = sums.GetValueOrDefault(name) + count;
        }

        return sums;
    }

    private static int Number(string name) => int.Parse(name, CultureInfo.InvariantCulture);
}
