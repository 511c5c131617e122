using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace CloudMart.Support.Core.Assistant.AssistantsApi;

/// <summary>A run at the provider of which nobody has seen the end, and so not what it has used.</summary>
internal sealed record UnpaidRun([property: JsonPropertyName("thread")] string Thread, [property: JsonPropertyName("run")] string Run)
{
    /// <summary>They are kept with the conversation, which has to stay small. Those of a server on which runs never end are not waited for.</summary>
    private const int Most = 4;

    public static ImmutableList<UnpaidRun> Add(ImmutableList<UnpaidRun> all, string thread, string run) =>
        all.Exists(each => each.Run == run) ? all : [.. all.TakeLast(Most - 1), new(thread, run)];
}
