namespace CloudMart.Support.Core.Conversations;

/// <summary>What became of a message.</summary>
public abstract record SayResult;

/// <summary>It stands in the log, now or since an earlier send of the same message id.</summary>
/// <param name="Conversation">The conversation with the message.</param>
/// <param name="Number">The message's number.</param>
public sealed record MessageKept(ConversationSnapshot Conversation, long Number) : SayResult;

/// <summary>There is no such conversation for this customer: not begun, or somebody else's, which is the same answer.</summary>
public sealed record NoSuchConversation : SayResult;

/// <summary>The message can't be taken as it is.</summary>
/// <param name="Reason">A sentence for the customer.</param>
public sealed record MessageRefused(string Reason) : SayResult;
