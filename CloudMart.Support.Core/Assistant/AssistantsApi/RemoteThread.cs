using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using CloudMart.Support.Core.Conversations;

namespace CloudMart.Support.Core.Assistant.AssistantsApi;

/// <summary>What is known of the conversation's thread at the provider. As JSON it is the provider state in the log.</summary>
/// <param name="Thread">Its id.</param>
/// <param name="Run">The run that waits there for outputs; null when none does.</param>
/// <param name="Heard">The number of the newest message of the customer that the thread has.</param>
/// <param name="Through">The number up to which it has everything else.</param>
/// <param name="Said">The next words of the assistant after <paramref name="Through"/> were said there, so the thread has them too.</param>
/// <param name="Told">How many messages of <paramref name="Run"/> earlier steps have passed on.</param>
/// <param name="Since">When <paramref name="Run"/> was first seen, from where its lifetime counts.</param>
/// <param name="Failed">How many runs at the provider have failed in passing for one run of the conversation.</param>
/// <param name="FailedFor">Which one.</param>
/// <param name="Unpaid">Runs that were let go of and had not ended: what they have used is not told yet. Null where there are none.</param>
/// <param name="Spent">What the step has used so far and tells at its end. Only in what it holds, never in the log.</param>
internal sealed record RemoteThread(
    [property: JsonPropertyName("thread")] string Thread,
    [property: JsonPropertyName("run")] string? Run = null,
    [property: JsonPropertyName("heard")] long Heard = 0,
    [property: JsonPropertyName("through")] long Through = 0,
    [property: JsonPropertyName("said")] bool Said = false,
    [property: JsonPropertyName("told")] int Told = 0,
    [property: JsonPropertyName("since")] DateTimeOffset? Since = null,
    [property: JsonPropertyName("failed")] int Failed = 0,
    [property: JsonPropertyName("failedFor")] string? FailedFor = null,
    [property: JsonPropertyName("unpaid")] ImmutableList<UnpaidRun>? Unpaid = null,
    [property: JsonPropertyName("spent")] TokenUsage? Spent = null)
{
    private static readonly JsonSerializerOptions Compact = new()
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault, IgnoreReadOnlyProperties = true,
    };

    /// <returns>Null where there is no state, or one that another provider left.</returns>
    public static RemoteThread? Read(string? providerState)
    {
        try
        {
            var read = providerState is null ? null : JsonSerializer.Deserialize<RemoteThread>(providerState, Compact);
            return read is { Thread.Length: > 0, Since: null or { Year: > 2000 and < 9000 } } && read.Unpaid?.Exists(each => each is not { Thread.Length: > 0, Run.Length: > 0 }) != true
                ? read
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>The same conversation, of which nothing is going on there any more but what has to end.</summary>
    public RemoteThread LetGo(ImmutableList<UnpaidRun> unpaid) => WithoutRun() with { Unpaid = unpaid.IsEmpty ? null : unpaid, Spent = null };

    public string Write() => JsonSerializer.Serialize(this, Compact);

    /// <summary>
    /// What the thread has to be told before a new run. Messages that the customer wrote during a run are numbered before that run's
    /// words and heard after them, so the two are counted apart.
    /// </summary>
    public ImmutableArray<ThreadItem> Lacks(ImmutableArray<ThreadItem> items)
    {
        // Words that were withheld were said there; what the app said in their place was not.
        var own = Said ? items.FirstOrDefault(item => item.Number > Through && item is AssistantMessage or WithheldAnswer) as AssistantMessage : null;
        return [.. items.Where(item => item is CustomerMessage ? item.Number > Heard : item.Number > Through && item != own)];
    }

    public RemoteThread WithoutRun() => this with { Run = null, Told = 0, Since = null };

    /// <summary>The thread once it has <paramref name="items"/>.</summary>
    public RemoteThread With(ImmutableArray<ThreadItem> items) => this with
    {
        Heard = items.OfType<CustomerMessage>().LastOrDefault()?.Number ?? Heard,
        Through = items.LastOrDefault(item => item is not CustomerMessage)?.Number ?? Through,
        Said = false,
    };
}
