using CloudMart.Support.Core.Conversations;

namespace CloudMart.Support.Core.Assistant;

/// <summary>What came of letting go.</summary>
/// <param name="ProviderState">What is to take the place of the logged state; the same where nothing changes.</param>
/// <param name="Usage">The tokens of which no step's end has told, as far as they are known by now; null where nobody says.</param>
public sealed record LetGo(string? ProviderState, TokenUsage? Usage)
{
    public static LetGo Nothing(Holding holding) => new(holding.Logged, null);
}
