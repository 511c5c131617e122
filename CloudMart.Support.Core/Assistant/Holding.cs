namespace CloudMart.Support.Core.Assistant;

/// <summary>What a run of a conversation holds at the provider.</summary>
/// <param name="ConversationId">The conversation.</param>
/// <param name="RunId">Its run. What another run holds there by now is left alone.</param>
/// <param name="ProviderState">What was told to be held (<see cref="Holds"/>).</param>
/// <param name="Logged">The conversation's provider state by the log; null where there is none.</param>
public sealed record Holding(string ConversationId, string RunId, string ProviderState, string? Logged);
