using CloudMart.Support.Core.Conversations;

namespace CloudMart.Support.Web.StaffConsole.Inbox;

/// <summary>What a member of staff wants to see of the inbox.</summary>
/// <param name="List">Which list.</param>
/// <param name="Reason">In <see cref="InboxList.Attention"/>: only what needs attention for this; <see cref="AttentionReasons.None"/> for all.</param>
public sealed record InboxFilter(InboxList List, AttentionReasons Reason = AttentionReasons.None)
{
    public bool Holds(Conversation state, string staffId) =>
        state.Place?.Section == List.Section()
        && List switch
        {
            InboxList.Attention => Reason == AttentionReasons.None || state.Attention.HasFlag(Reason),
            InboxList.Mine => state.Place.StaffId == staffId,
            InboxList.Others => state.Place.StaffId != staffId,
            _ => true,
        };

    /// <summary>As the store sorts: what needs attention longest first, everything else newest first; with the assistant by when it began.</summary>
    public int Compare(Conversation one, Conversation other)
    {
        var order = TimeOf(one).CompareTo(TimeOf(other));
        order = order == 0 ? string.CompareOrdinal(one.Id, other.Id) : order;
        return List == InboxList.Attention ? order : -order;
    }

    private DateTimeOffset TimeOf(Conversation state) => List == InboxList.Assistant ? state.StartedAt : state.Place?.Since ?? state.LastAt;
}
