namespace CloudMart.Support.Core.Conversations;

/// <summary>The conversation waits for a person.</summary>
/// <param name="Reason">One sentence for staff.</param>
/// <param name="Summary">What was asked, done, refused and is pending.</param>
/// <param name="Cause">Which kind of reason it was.</param>
public sealed record HandedToStaff(string Reason, string Summary, HandOverCause Cause = HandOverCause.Other) : ConversationEvent
{
    /// <summary>True where the customer's message before it asked for a person and for nothing else; null otherwise.</summary>
    public bool? IsAllAsked { get; init; }
}

/// <summary>
/// The assistant answers again. What the customer had asked meanwhile it answers where it was the customer who went back to it; after a
/// member of staff it waits for the customer, or for <see cref="Continued"/>.
/// </summary>
/// <param name="By">The member of staff's id; null where the customer went back while nobody had replied.</param>
public sealed record HandedBack(string? By = null) : ConversationEvent;

/// <summary>A member of staff took over. From here on the assistant says and does nothing.</summary>
/// <param name="StaffId">Who answers from now on.</param>
/// <param name="Name">The first name, which the customer sees.</param>
public sealed record StaffJoined(string StaffId, string Name) : ConversationEvent;

/// <summary>A member of staff stopped the assistant before its next tool, and looks into it. The customer sees nobody join.</summary>
/// <param name="StaffId">Who owns the conversation from now on.</param>
/// <param name="Name">The first name, for colleagues.</param>
public sealed record AssistantHeld(string StaffId, string Name) : ConversationEvent;

/// <summary>A member of staff wrote to the customer, which takes ownership.</summary>
/// <param name="StaffId">Who.</param>
/// <param name="Name">The first name, which the customer sees.</param>
/// <param name="MessageId">The browser's id for this message: a second send of the same id is the same message.</param>
/// <param name="Text">1 to 4,000 characters, as written.</param>
public sealed record StaffSaid(string StaffId, string Name, string MessageId, string Text) : ConversationEvent;

/// <summary>A note among staff. It never takes ownership, and no customer and no assistant gets to see it.</summary>
/// <param name="StaffId">Who.</param>
/// <param name="Name">The first name.</param>
/// <param name="Text">1 to 4,000 characters.</param>
public sealed record StaffNoted(string StaffId, string Name, string Text) : ConversationEvent
{
    /// <summary>The browser's id for the note: a second send of the same id is the same note. Null in what older releases wrote.</summary>
    public string? MessageId { get; init; }
}

/// <summary>A member of staff gave the conversation to one of them, who answers from now on.</summary>
/// <param name="StaffId">Whose it is now.</param>
/// <param name="Name">The first name, which the customer sees.</param>
/// <param name="By">Who gave it; the member of staff's id.</param>
public sealed record Assigned(string StaffId, string Name, string By) : ConversationEvent;

/// <summary>
/// A member of staff asked for an operation in the customer's place. Its identity is this event's number; what is done is exactly what stands
/// here, and like every operation it ends in an <see cref="OperationEnded"/>.
/// </summary>
/// <param name="StaffId">Who.</param>
/// <param name="Name">The first name, which the customer sees.</param>
/// <param name="Act">The tool, e.g. <c>cancel_order</c>.</param>
/// <param name="Arguments">The tool's arguments, as they were checked.</param>
/// <param name="Card">What would be done, as the member of staff saw it.</param>
/// <param name="BySupervisor">Nobody else has to approve it.</param>
public sealed record StaffActed(
    string StaffId, string Name, string Act, string Arguments, ActionCard Card, bool BySupervisor) : ConversationEvent;

/// <summary>A member of staff asked the assistant to go on with what it has not answered.</summary>
/// <param name="By">The member of staff's id.</param>
public sealed record Continued(string By) : ConversationEvent;

/// <summary>Nothing is left to do. The customer's next message opens the conversation again, with the assistant.</summary>
/// <param name="By">The member of staff's id.</param>
public sealed record Resolved(string By) : ConversationEvent;

/// <summary>A member of staff opened a resolved conversation again, and owns it.</summary>
/// <param name="StaffId">Who.</param>
/// <param name="Name">The first name.</param>
public sealed record Reopened(string StaffId, string Name) : ConversationEvent;

/// <summary>The customer said how it went, once it was resolved. The newest rating counts.</summary>
/// <param name="Score">1 (bad) to 5 (good).</param>
/// <param name="Comment">Up to 1,000 characters; may be empty.</param>
public sealed record Rated(int Score, string Comment) : ConversationEvent;
