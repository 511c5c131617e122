using CloudMart.Support.Core.Conversations;

namespace CloudMart.Support.Core.Assistant;

/// <summary>What came of asking the assistant for one step.</summary>
/// <param name="End">How the step ended; null when the thought was interrupted.</param>
/// <param name="Shown">The words that watchers have seen of it.</param>
internal sealed record Thought(StepEnded? End, string Shown);
