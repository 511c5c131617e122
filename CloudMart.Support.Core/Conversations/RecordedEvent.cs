namespace CloudMart.Support.Core.Conversations;

/// <summary>A fact in its place in the log.</summary>
/// <param name="Number">1, 2, 3 … within the conversation, without gaps.</param>
/// <param name="At">When it was appended, by the appending node's clock.</param>
/// <param name="Event">The fact.</param>
public sealed record RecordedEvent(long Number, DateTimeOffset At, ConversationEvent Event);
