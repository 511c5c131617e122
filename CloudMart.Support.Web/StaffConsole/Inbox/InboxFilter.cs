using CloudMart.Support.Core.Conversations;

namespace CloudMart.Support.Web.StaffConsole.Inbox;

/// <summary>What a member of staff wants to see of the inbox.</summary>
/// <param name="List">Which list.</param>
/// <param name="Reason">In <see cref="InboxList.Attention"/>: only what needs attention for this; <see cref="AttentionReasons.None"/> for all.</param>
/// <param name="NewestFirst">In <see cref="InboxList.Attention"/>: who has come last stands first, and not who waits longest.</param>
public sealed record InboxFilter(InboxList List, AttentionReasons Reason = AttentionReasons.None, bool NewestFirst = false)
{
    public InboxOrder Order => List == InboxList.Attention && !NewestFirst ? InboxOrder.LongestFirst : InboxOrder.NewestFirst;

    public bool Holds(Conversation state, string staffId) =>
        state.Place?.Section == List.Section()
        && List switch
        {
            InboxList.Attention => Reason == AttentionReasons.None || state.Attention.HasFlag(Reason),
            InboxList.Mine => state.Place.StaffId == staffId,
            InboxList.Others => state.Place.StaffId != staffId,
            _ => true,
        };

    /// <summary>As the store sorts.</summary>
    public int Compare(Conversation one, Conversation other)
    {
        var order = TimeOf(one).CompareTo(TimeOf(other));
        order = order == 0 ? string.CompareOrdinal(one.Id, other.Id) : order;
        return Order == InboxOrder.LongestFirst ? order : -order;
    }

    private DateTimeOffset TimeOf(Conversation state) => List == InboxList.Assistant ? state.StartedAt : state.Place?.Since ?? state.LastAt;
}
