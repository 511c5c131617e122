using CloudMart.Support.Core.Conversations;
using CloudMart.Support.Tests.Fakes;
using CloudMart.Support.Web.StaffConsole.Inbox;

namespace CloudMart.Support.Tests.StaffConsole;

public sealed class InboxRowsTests
{
    private const string Sam = "staff-1";

    [Fact]
    public void Nothing_moves_under_the_pointer_and_what_came_meanwhile_waits()
    {
        var rows = Rows(InboxList.Attention, At("a", 1), At("c", 3));
        rows.IsHeld = true;

        Assert.True(rows.Take(At("b", 2)));
        Assert.True(rows.Take(At("a", 1, InboxSection.Resolved)));
        Assert.Equal(["a", "c"], Ids(rows));
        Assert.Equal(InboxSection.Resolved, rows.Shown[0].Place!.Section);
        Assert.Equal(1, rows.Arrived);

        rows.Settle();
        Assert.Equal(["b", "c"], Ids(rows));
        Assert.Equal(0, rows.Arrived);
    }

    [Fact]
    public void What_is_read_anew_while_somebody_points_moves_nothing_either()
    {
        var rows = Rows(InboxList.Attention, At("a", 1), At("c", 3));
        rows.IsHeld = true;

        Assert.Same(rows, rows.Read(Rows(InboxList.Attention, At("b", 2), At("c", 3))));
        Assert.Equal(["a", "c"], Ids(rows));
        Assert.Equal(1, rows.Arrived);

        rows.IsHeld = false;
        Assert.Equal(["b"], Ids(rows.Read(Rows(InboxList.Attention, At("b", 2)))));
    }

    [Fact]
    public void Where_nobody_points_news_take_their_place_at_once()
    {
        var rows = Rows(InboxList.Attention, At("a", 1), At("c", 3));

        rows.Take(At("b", 2));

        Assert.Equal(["a", "b", "c"], Ids(rows));
    }

    [Fact]
    public void What_needs_attention_comes_longest_first_and_everything_else_newest_first()
    {
        var attention = Rows(InboxList.Attention);
        var assistant = Rows(InboxList.Assistant);
        foreach (var minute in new[] { 2, 1, 3 })
        {
            attention.Take(At($"{minute}", minute));
            assistant.Take(At($"{minute}", minute, InboxSection.Assistant));
        }

        Assert.Equal(["1", "2", "3"], Ids(attention));
        Assert.Equal(["3", "2", "1"], Ids(assistant));
    }

    [Fact]
    public void Mine_are_mine_and_others_are_others()
    {
        var (mine, others) = (Rows(InboxList.Mine), Rows(InboxList.Others));
        foreach (var state in new[] { At("m", 1, InboxSection.Staff, Sam), At("o", 2, InboxSection.Staff, "staff-2") })
        {
            mine.Take(state);
            others.Take(state);
        }

        Assert.Equal("m", Assert.Single(Ids(mine)));
        Assert.Equal("o", Assert.Single(Ids(others)));
    }

    [Fact]
    public void What_stands_behind_rows_that_are_not_loaded_comes_with_them()
    {
        var rows = new InboxRows(new(InboxList.Assistant), Sam, [At("9", 9, InboxSection.Assistant), At("8", 8, InboxSection.Assistant)], hasMore: true);

        Assert.False(rows.Take(At("1", 1, InboxSection.Assistant)));
        Assert.Equal(["9", "8"], Ids(rows));
    }

    [Fact]
    public void Who_asked_for_more_than_a_day_needs_keeps_it_whatever_the_news()
    {
        var rows = new InboxRows(
            new(InboxList.Assistant), Sam, [.. Enumerable.Range(0, 600).Select(number => At($"{number}", 600 - number, InboxSection.Assistant))], hasMore: true);

        rows.Take(At("new", 601, InboxSection.Assistant));

        Assert.Equal((600, "new"), (rows.Shown.Count, rows.Shown[0].Id));
    }

    [Fact]
    public void What_was_searched_for_stays_wherever_it_goes()
    {
        var rows = new InboxRows(null, Sam, [At("a", 1)], hasMore: false);

        Assert.True(rows.Take(At("a", 1, InboxSection.Resolved)));
        Assert.False(rows.Take(At("b", 2)));

        Assert.Equal("a", Assert.Single(Ids(rows)));
        Assert.Equal(InboxSection.Resolved, rows.Shown[0].Place!.Section);
    }

    private static InboxRows Rows(InboxList list, params Conversation[] states) => new(new(list), Sam, states, hasMore: false);

    private static IEnumerable<string> Ids(InboxRows rows) => rows.Shown.Select(row => row.Id);

    private static Conversation At(string id, int minute, InboxSection section = InboxSection.Attention, string? staffId = null) =>
        Conversation.Empty(id) with
        {
            LastNumber = section == InboxSection.Resolved ? 2 : 1,
            Place = new(section, staffId, CornerShop.Noon.AddMinutes(minute)),
        };
}
