using System.Text.Json;

namespace CloudMart.Support.Core.Telemetry;

/// <summary>Outcomes as telemetry writes them: in snake case, and only from lists that this program has.</summary>
internal static class Words
{
    public static string Of<T>(T value)
        where T : struct, Enum => Cache<T>.Names.TryGetValue(value, out var word) ? word : "other";

    private static class Cache<T>
        where T : struct, Enum
    {
        public static readonly Dictionary<T, string> Names =
            Enum.GetValues<T>().ToDictionary(value => value, value => JsonNamingPolicy.SnakeCaseLower.ConvertName(value.ToString()));
    }
}
