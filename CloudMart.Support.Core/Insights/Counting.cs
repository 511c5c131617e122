using System.Collections.Immutable;
using CloudMart.Support.Core.Conversations;

namespace CloudMart.Support.Core.Insights;

/// <summary>
/// What one conversation adds to the counters of the day on which it began. It follows from the conversation's state alone; stores keep beside
/// each conversation what of it was counted, and add the difference in the transaction that keeps the newer one. So whatever is replayed
/// or tried again counts once.
/// </summary>
public static class Counting
{
    private const decimal CostUnit = 1_000_000;

    public static DateOnly DayOf(DateTimeOffset begun) => DateOnly.FromDateTime(begun.UtcDateTime);

    public static ImmutableSortedDictionary<string, long> Of(Conversation state)
    {
        var counts = ImmutableSortedDictionary.CreateBuilder<string, long>(StringComparer.Ordinal);
        if (state.LastSaidAt == 0)
        {
            return counts.ToImmutable(); // nothing was ever said: only a mark was set
        }

        var tally = state.Tally ?? new();
        counts[CountNames.Conversations] = 1;
        Add(counts, CountNames.SolvedAlone, IsSolvedAlone(state) ? 1 : 0);
        Add(counts, tally.HandedOver is { } cause ? CountNames.Handed(cause) : CountNames.SteppedIn, tally.HandedOver is not null || tally.HadPerson ? 1 : 0);
        Add(counts, $"{CountNames.FirstAnswerPrefix}{Step(tally.FirstAnswerAfter)}", tally.FirstAnswerAfter is null ? 0 : 1);
        Add(counts, $"{CountNames.ResolutionPrefix}{Step(tally.ResolvedAfter)}", tally.ResolvedAfter is null ? 0 : 1);
        Add(counts, CountNames.Rating(tally.Rating), tally.Rating == 0 ? 0 : 1);
        Add(counts, CountNames.TokensIn, state.Usage.Input);
        Add(counts, CountNames.TokensOut, state.Usage.Output);
        Add(counts, CountNames.Cost, (long)(state.Usage.Cost * CostUnit));
        foreach (var (outcome, times) in tally.Outcomes ?? ImmutableSortedDictionary<string, int>.Empty)
        {
            counts[$"{CountNames.ToolPrefix}{outcome}"] = times;
        }

        return counts.ToImmutable();
    }

    /// <summary>What has to be added to the counters so that they count <paramref name="now"/> where they counted <paramref name="before"/>.</summary>
    public static ImmutableArray<(string Name, long By)> Difference(
        IReadOnlyDictionary<string, long> before, IReadOnlyDictionary<string, long> now) =>
    [
        .. before.Keys.Union(now.Keys).Select(name => (name, now.GetValueOrDefault(name) - before.GetValueOrDefault(name)))
            .Where(change => change.Item2 != 0),
    ];

    private static bool IsSolvedAlone(Conversation state) =>
        state is { OwesAnswer: false, Attention: AttentionReasons.None, Tally: { FirstAnswerAfter: not null, HandedOver: null, HadPerson: false } };

    private static int Step(long? milliseconds) => Durations.StepOf(milliseconds ?? 0);

    private static void Add(ImmutableSortedDictionary<string, long>.Builder counts, string name, long value)
    {
        if (value != 0)
        {
            counts[name] = value;
        }
    }
}
