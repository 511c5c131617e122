using Bunit;
using CloudMart.Support.Core.Conversations;
using CloudMart.Support.Tests.Fakes;
using CloudMart.Support.Web.StaffConsole.Inbox;

namespace CloudMart.Support.Tests.StaffConsole;

public sealed class AttentionNewsTests
{
    private const string Sam = "staff-1";

    private readonly AttentionNews _news = new();

    [Fact]
    public void Where_there_are_more_than_were_counted_the_count_says_so()
    {
        _news.Read([At("a", 1), At("b", 2)], hasMore: true);

        Assert.Equal("2+", _news.CountInWords);
    }

    [Fact]
    public void What_was_there_when_the_page_was_opened_is_counted_and_not_raised()
    {
        _news.Read([At("a", 1), At("b", 2)], hasMore: false);

        Assert.Equal((2, 0), (_news.Count, _news.Raised));
    }

    [Fact]
    public void What_comes_to_need_attention_is_raised_once_and_again_when_it_comes_back()
    {
        _news.Read([], hasMore: false);

        Assert.True(_news.Take(At("a", 1), Sam));
        Assert.False(_news.Take(At("a", 1), Sam));
        Assert.Equal((1, 1, "a"), (_news.Count, _news.Raised, _news.Last?.Id));

        Assert.True(_news.Take(At("a", 2, InboxSection.Staff), Sam));
        Assert.True(_news.Take(At("a", 3), Sam));
        Assert.Equal((1, 2), (_news.Count, _news.Raised));
    }

    [Fact]
    public void What_came_while_news_were_missed_is_raised_and_what_the_index_has_late_is_not_raised_again()
    {
        _news.Read([], hasMore: false);
        _news.Take(At("a", 1), Sam);
        _news.Read([], hasMore: false); // the index does not have it yet
        _news.Read([At("a", 1), At("b", 2)], hasMore: false);

        Assert.Equal((2, 2, "b"), (_news.Count, _news.Raised, _news.Last?.Id));
    }

    [Theory]
    [InlineData(Sam, 2, 1)]
    [InlineData(Sam, 1, 0)]
    [InlineData("staff-2", 2, 0)]
    public void What_a_customer_writes_to_who_looks_is_raised_once_and_not_what_was_there_when_they_took_over(string owner, int wroteAt, int raised)
    {
        _news.Read([], hasMore: false);
        var waiting = At("a", 1, InboxSection.Staff, owner) with { WaitingSince = CornerShop.Noon.AddMinutes(wroteAt) };

        Assert.Equal(raised > 0, _news.Take(waiting, Sam));
        Assert.False(_news.Take(waiting with { LastNumber = 9 }, Sam));

        Assert.Equal((raised, 0), (_news.Raised, _news.Count));
    }

    [Fact]
    public void Their_next_message_after_an_answer_is_raised_again()
    {
        _news.Read([], hasMore: false);
        var mine = At("a", 1, InboxSection.Staff, Sam);
        _news.Take(mine with { WaitingSince = CornerShop.Noon.AddMinutes(2) }, Sam);
        _news.Take(mine, Sam);
        _news.Take(mine with { WaitingSince = CornerShop.Noon.AddMinutes(4) }, Sam);

        Assert.Equal(2, _news.Raised);
    }

    [Fact]
    public async Task Sound_and_notification_are_two_named_switches_that_are_off()
    {
        await using var browser = new StaffBrowser();

        var switches = browser.Render<AttentionAlerts>().FindAll("button");

        Assert.Equal(
            ["Sound when a conversation needs attention", "Notification when a conversation needs attention"],
            switches.Select(each => each.GetAttribute("aria-label")));
        Assert.All(switches, each => Assert.Equal("false", each.GetAttribute("aria-pressed")));
    }

    private static Conversation At(string id, int minute, InboxSection section = InboxSection.Attention, string? staffId = null) =>
        Conversation.Empty(id) with { Place = new(section, staffId, CornerShop.Noon.AddMinutes(minute)) };
}
