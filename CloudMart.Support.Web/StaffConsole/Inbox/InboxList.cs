using CloudMart.Support.Core.Conversations;

namespace CloudMart.Support.Web.StaffConsole.Inbox;

/// <summary>The lists of the inbox, as a member of staff chooses among them.</summary>
public enum InboxList
{
    Attention,
    Assistant,
    Mine,
    Others,
    Resolved,
}

internal static class InboxLists
{
    public static string InWords(this InboxList list) => list switch
    {
        InboxList.Attention => "Needs attention",
        InboxList.Assistant => "Assistant",
        InboxList.Mine => "Mine",
        InboxList.Others => "Others’",
        InboxList.Resolved => "Resolved",
        _ => throw new ArgumentOutOfRangeException(nameof(list)),
    };

    /// <summary>What will appear in a list that is empty.</summary>
    public static string WhenEmpty(this InboxList list) => list switch
    {
        InboxList.Attention => "Nothing needs attention. Conversations that wait for a person, or go wrong, appear here.",
        InboxList.Assistant => "Conversations that the assistant answers appear here.",
        InboxList.Mine => "Conversations that you take over or are given appear here.",
        InboxList.Others => "Conversations that your colleagues answer appear here.",
        InboxList.Resolved => "Conversations in which nothing is left to do appear here.",
        _ => throw new ArgumentOutOfRangeException(nameof(list)),
    };

    public static InboxSection Section(this InboxList list) => list switch
    {
        InboxList.Attention => InboxSection.Attention,
        InboxList.Assistant => InboxSection.Assistant,
        InboxList.Mine or InboxList.Others => InboxSection.Staff,
        InboxList.Resolved => InboxSection.Resolved,
        _ => throw new ArgumentOutOfRangeException(nameof(list)),
    };
}
