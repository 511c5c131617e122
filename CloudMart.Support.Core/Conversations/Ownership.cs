namespace CloudMart.Support.Core.Conversations;

/// <summary>The part of the fold that says who answers the customer.</summary>
internal static class Ownership
{
    public static Conversation Owned(this Conversation state, RecordedEvent recorded) => recorded.Event switch
    {
        HandedToStaff e when !state.IsWithStaff => state with
        {
            Owner = Owner.StaffQueue,
            Answering = null,
            IsResolved = false,
            AnsweredThrough = e.IsAllAsked == true ? recorded.Number : state.AnsweredThrough, // a wish for a person is none for the assistant
        },
        StaffJoined e => state.OwnedBy(new(e.StaffId, e.Name, recorded.Number)),
        StaffSaid e => state.OwnedBy(new(e.StaffId, e.Name, recorded.Number)) with
        {
            WaitingSince = null,
            RecentMessages = state.Remembering(e.MessageId),
        },
        StaffNoted { MessageId: { } id } => state with { RecentMessages = state.Remembering(id) },
        AssistantHeld e => state.OwnedBy(new(e.StaffId, e.Name, recorded.Number, IsShown: false)),
        Assigned e => state.OwnedBy(new(e.StaffId, e.Name, recorded.Number)),
        Reopened e => state.OwnedBy(new(e.StaffId, e.Name, recorded.Number)),
        HandedBack { By: null } => state.BackWithAssistant() with { WaitingSince = state.LastSaidAt > state.AnsweredThrough ? state.WaitingSince : null },
        HandedBack => state.BackWithAssistant() with { AnsweredThrough = recorded.Number },
        Continued => state.BackWithAssistant() with { ContinuedAt = recorded.Number },
        Resolved => state.BackWithAssistant() with { IsResolved = true, AnsweredThrough = recorded.Number, WaitingSince = null },
        ApprovalRequested => state with { IsResolved = false }, // somebody has to look
        CustomerSaid => state with { IsResolved = false, WaitingSince = state.WaitingSince ?? recorded.At },
        AssistantSaid { Interrupted: false } => state with { WaitingSince = null },
        _ => state,
    };

    /// <summary>Writing again to the same owner's conversation does not begin their ownership anew.</summary>
    private static Conversation OwnedBy(this Conversation state, Answering now) => state with
    {
        Owner = Owner.Staff,
        IsResolved = false,
        Answering = state.Answering?.StaffId == now.StaffId
            ? state.Answering with { IsShown = state.Answering.IsShown || now.IsShown }
            : now,
    };

    private static Conversation BackWithAssistant(this Conversation state) => state with { Owner = Owner.Assistant, Answering = null };
}
