using CloudMart.Support.Core.Conversations;

namespace CloudMart.Support.Web.StaffConsole.Inbox;

/// <summary>
/// What needs attention, and what came to need it since the page was opened, be it that a customer wrote to who looks. The store's index lags behind the news: what it brings late, or
/// still has though it is over, is told only once.
/// </summary>
public sealed class AttentionNews
{
    /// <summary>How many are remembered as told.</summary>
    private const int Most = 1_000;

    private readonly OrderedDictionary<string, DateTimeOffset> _told = [];
    private HashSet<string> _ids = [];
    private bool _isOpened;
    private bool _hasMore;

    /// <summary>How many conversations need attention, as far as they were counted.</summary>
    public int Count => _ids.Count;

    /// <summary>The same, e.g. <c>100+</c> where there are more.</summary>
    public string CountInWords => _hasMore ? $"{_ids.Count}+" : $"{_ids.Count}";

    /// <summary>How often one came to need it.</summary>
    public int Raised { get; private set; }

    /// <summary>The one that came last.</summary>
    public Conversation? Last { get; private set; }

    /// <summary>Takes what the index has. The first time it is what was there already; later it is what the news may have missed.</summary>
    /// <param name="listed">The first of them.</param>
    /// <param name="hasMore">There are others behind them.</param>
    public void Read(IReadOnlyList<Conversation> listed, bool hasMore)
    {
        var needing = listed.Where(state => state.Place?.Section == InboxSection.Attention).ToList();
        (_ids, _hasMore) = ([.. needing.Select(state => state.Id)], hasMore);
        foreach (var state in needing.Where(IsNews).ToList())
        {
            Tell(state, aloud: _isOpened);
        }

        _isOpened = true;
    }

    /// <summary>Takes one conversation's news.</summary>
    /// <param name="state">The conversation.</param>
    /// <param name="staffId">Who looks.</param>
    /// <returns>Whether <see cref="Count"/> or <see cref="Raised"/> has changed.</returns>
    public bool Take(Conversation state, string staffId)
    {
        var (needsAttention, raised) = (state.Place?.Section == InboxSection.Attention, Raised);
        if ((needsAttention || HasWrittenTo(state, staffId)) && IsNews(state))
        {
            Tell(state, aloud: true);
        }

        var counted = needsAttention ? _ids.Add(state.Id) : _ids.Remove(state.Id);
        return counted || Raised > raised;
    }

    /// <summary>Not what they took over because it waited: that they know.</summary>
    private static bool HasWrittenTo(Conversation state, string staffId) =>
        state.Place is { Section: InboxSection.Staff } place && place.StaffId == staffId && state.WaitingSince > place.Since;

    private static DateTimeOffset SinceOf(Conversation state) =>
        state.Place!.Section == InboxSection.Staff ? state.WaitingSince!.Value : state.Place.Since;

    private bool IsNews(Conversation state) => !_told.TryGetValue(state.Id, out var before) || SinceOf(state) > before;

    private void Tell(Conversation state, bool aloud)
    {
        _told.Remove(state.Id);
        _told.Add(state.Id, SinceOf(state));
        if (_told.Count > Most)
        {
            _told.RemoveAt(0);
        }

        if (aloud)
        {
            (Raised, Last) = (Raised + 1, state);
        }
    }
}
