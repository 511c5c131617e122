using System.Collections.Immutable;
using System.Text.Json;

namespace CloudMart.Support.Core.Insights;

/// <summary>How stores keep, beside a conversation, what of it was counted.</summary>
internal static class CountedJson
{
    private static readonly ImmutableSortedDictionary<string, long> Nothing =
        ImmutableSortedDictionary<string, long>.Empty.WithComparers(StringComparer.Ordinal);

    public static string Write(ImmutableSortedDictionary<string, long> counts) => JsonSerializer.Serialize(counts);

    public static ImmutableSortedDictionary<string, long> Read(string? stored) =>
        stored is null ? Nothing : Nothing.AddRange(JsonSerializer.Deserialize<Dictionary<string, long>>(stored)!);
}
