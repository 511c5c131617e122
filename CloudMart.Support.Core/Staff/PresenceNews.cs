using CloudMart.Support.Core.Conversations;

namespace CloudMart.Support.Core.Staff;

/// <summary>Somebody of the staff opened the conversation or left it: ask who is there.</summary>
public sealed record WatchersChanged(string ConversationId) : FeedItem(FeedTopic.OfPresence(ConversationId));

/// <summary>A member of staff is writing.</summary>
/// <param name="ConversationId">The conversation.</param>
/// <param name="StaffId">Who.</param>
/// <param name="Name">The first name.</param>
/// <param name="IsNote">For colleagues: no customer is told.</param>
public sealed record StaffTypes(string ConversationId, string StaffId, string Name, bool IsNote) : FeedItem(FeedTopic.OfPresence(ConversationId));

/// <summary>The customer is writing.</summary>
public sealed record CustomerTypes(string ConversationId) : FeedItem(FeedTopic.OfPresence(ConversationId));
