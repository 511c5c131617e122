using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace CloudMart.Support.Core.Conversations;

/// <summary>
/// What insights want to know of one conversation, as far as it is not in its state anyway. It is part of the fold, so that the daily
/// counters can be computed anew from the logs at any time.
/// </summary>
public sealed record Tally
{
    /// <summary>Milliseconds from the first message to the first whole answer, whoever gave it; null before.</summary>
    [JsonPropertyName("f")]
    public long? FirstAnswerAfter { get; init; }

    /// <summary>Milliseconds from the first message until staff said that nothing is left to do; null while something is.</summary>
    [JsonPropertyName("r")]
    public long? ResolvedAfter { get; init; }

    /// <summary>Why it was handed to staff first; null where it never was.</summary>
    [JsonPropertyName("h")]
    public HandOverCause? HandedOver { get; init; }

    /// <summary>A member of staff has answered it, or stopped the assistant.</summary>
    [JsonPropertyName("p")]
    public bool HadPerson { get; init; }

    /// <summary>The newest rating, 1 to 5; 0 before one.</summary>
    [JsonPropertyName("s")]
    public int Rating { get; init; }

    /// <summary>How often a tool ended in an outcome, e.g. <c>cancel_order canceled</c> 1; null before the first.</summary>
    [JsonPropertyName("t")]
    public ImmutableSortedDictionary<string, int>? Outcomes { get; init; }
}
