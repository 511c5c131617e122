using CloudMart.Support.Core.Conversations;

namespace CloudMart.Support.Core.Assistant;

/// <summary>What came of asking the assistant for one step.</summary>
/// <param name="End">How the step ended; null when the thought was interrupted.</param>
/// <param name="Shown">The words that watchers have seen of it.</param>
/// <param name="Held">What to let go of at the provider if the run ends here; null where it holds nothing.</param>
internal sealed record Thought(StepEnded? End, string Shown, string? Held = null);
