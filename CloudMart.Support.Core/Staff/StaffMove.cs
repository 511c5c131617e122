using CloudMart.Support.Core.Conversations;

namespace CloudMart.Support.Core.Staff;

/// <summary>What a member of staff's wish comes to, given the conversation as it stands.</summary>
internal abstract record StaffMove;

/// <summary>It becomes a fact.</summary>
internal sealed record Deed(ConversationEvent Fact) : StaffMove;

/// <summary>It stands already: a message sent twice, a second press.</summary>
internal sealed record Already : StaffMove;

/// <summary>Not as things are; a sentence for the member of staff.</summary>
internal sealed record Refusal(string Why) : StaffMove;
