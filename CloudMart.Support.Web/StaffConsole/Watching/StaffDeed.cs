using CloudMart.Support.Core.Conversations;

namespace CloudMart.Support.Web.StaffConsole.Watching;

/// <summary>What a member of staff can do with a conversation at the press of a button.</summary>
public enum StaffDeed
{
    TakeOver,
    Hold,
    HandBack,
    Continue,
    Resolve,
    Reopen,
}

internal static class StaffDeeds
{
    /// <summary>What makes sense as things are; the service decides, on what stands in the log at that moment.</summary>
    public static bool IsOffered(this StaffDeed deed, Conversation state, string staffId) => deed switch
    {
        StaffDeed.TakeOver => !state.IsResolved && (state.Answering is not { IsShown: true } person || person.StaffId != staffId),
        StaffDeed.Hold => !state.IsResolved && state.Owner == Owner.Assistant,
        StaffDeed.HandBack => state.Owner != Owner.Assistant,
        StaffDeed.Continue => !state.IsResolved && !state.OwesAnswer && (state.Owner != Owner.Assistant || state.WaitingSince is not null),
        StaffDeed.Resolve => !state.IsResolved,
        StaffDeed.Reopen => state.IsResolved,
        _ => throw new ArgumentOutOfRangeException(nameof(deed)),
    };

    public static string InWords(this StaffDeed deed) => deed switch
    {
        StaffDeed.TakeOver => "Take over",
        StaffDeed.Hold => "Hold",
        StaffDeed.HandBack => "Hand back",
        StaffDeed.Continue => "Continue",
        StaffDeed.Resolve => "Resolve",
        StaffDeed.Reopen => "Reopen",
        _ => throw new ArgumentOutOfRangeException(nameof(deed)),
    };

    /// <summary>What it comes to, for whoever rests the pointer on it.</summary>
    public static string Explained(this StaffDeed deed) => deed switch
    {
        StaffDeed.TakeOver => "You answer from now on; the customer sees you join",
        StaffDeed.Hold => "Stops the assistant before its next tool; the customer sees nobody join",
        StaffDeed.HandBack => "The assistant answers again, from the customer’s next message on",
        StaffDeed.Continue => "The assistant goes on with what is not answered yet",
        StaffDeed.Resolve => "Nothing is left to do",
        StaffDeed.Reopen => "Opens it again, and you answer",
        _ => throw new ArgumentOutOfRangeException(nameof(deed)),
    };
}
