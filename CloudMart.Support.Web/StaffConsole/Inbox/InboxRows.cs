using CloudMart.Support.Core.Conversations;

namespace CloudMart.Support.Web.StaffConsole.Inbox;

/// <summary>
/// The rows of one list. What a row says follows the news at once; which rows there are, and in which order, changes only while nobody
/// has the pointer or the focus among them: otherwise it waits.
/// </summary>
/// <param name="filter">What belongs here; null for what was searched for, which stays wherever it goes.</param>
/// <param name="staffId">Who looks.</param>
/// <param name="rows">As they were read, in order.</param>
/// <param name="hasMore">There are more than were read.</param>
internal sealed class InboxRows(InboxFilter? filter, string staffId, IReadOnlyCollection<Conversation> rows, bool hasMore)
{
    /// <summary>More than anybody scrolls through; a page that is open all day does not grow without end.</summary>
    private const int Most = 500;

    /// <summary>Whoever asked for more gets to keep it.</summary>
    private readonly int _most = Math.Max(Most, rows.Count);

    private readonly Dictionary<string, Conversation> _arrived = [];
    private List<Conversation> _rows = [.. rows];

    public IReadOnlyList<Conversation> Shown => _rows;

    public bool HasMore { get; private set; } = hasMore;

    /// <summary>How many belong here and are not shown yet.</summary>
    public int Arrived => _arrived.Count;

    /// <summary>Somebody has the pointer or the focus among the rows.</summary>
    public bool IsHeld { get; set; }

    /// <returns>Whether anything to be drawn has changed.</returns>
    public bool Take(Conversation state)
    {
        var place = _rows.FindIndex(row => row.Id == state.Id);
        var belongs = filter?.Holds(state, staffId) == true;
        if (place >= 0)
        {
            if (_rows[place].LastNumber < state.LastNumber)
            {
                _rows[place] = state;
            }
        }
        else if (belongs && IsWithinReach(state))
        {
            _arrived[state.Id] = state;
        }
        else if (!_arrived.Remove(state.Id))
        {
            return false;
        }

        if (!IsHeld)
        {
            Settle();
        }

        return true;
    }

    /// <summary>What was read anew takes the place of these rows; while somebody is among them it only arrives.</summary>
    public InboxRows Read(InboxRows anew)
    {
        if (!IsHeld)
        {
            return anew;
        }

        anew._rows.ForEach(state => Take(state));
        HasMore = anew.HasMore;
        return this;
    }

    /// <summary>Shows what has arrived, and lets go what has gone elsewhere.</summary>
    public void Settle()
    {
        if (filter is null)
        {
            return;
        }

        var all = _rows.Where(row => filter.Holds(row, staffId)).Concat(_arrived.Values).ToList();
        all.Sort(filter.Compare);
        HasMore |= all.Count > _most;
        _rows = all[..Math.Min(all.Count, _most)];
        _arrived.Clear();
    }

    /// <summary>What would stand behind rows that are not loaded yet comes with them.</summary>
    private bool IsWithinReach(Conversation state) => !HasMore || _rows.Count == 0 || filter!.Compare(state, _rows[^1]) < 0;
}
