using CloudMart.Support.Core.Conversations;

namespace CloudMart.Support.Core.Staff;

/// <summary>What became of something that a member of staff wanted to do in a conversation.</summary>
public abstract record StaffResult;

/// <summary>It stands in the log, or stood there already.</summary>
public sealed record StaffDone(ConversationSnapshot Conversation) : StaffResult;

/// <summary>What would be done, exactly; nothing has been done yet.</summary>
public sealed record ActShown(ActionCard Card) : StaffResult;

/// <summary>Not now; <paramref name="Why"/> is a sentence for the member of staff.</summary>
public sealed record StaffRefused(string Why) : StaffResult;

/// <summary>There is no such conversation.</summary>
public sealed record NoConversation : StaffResult;
