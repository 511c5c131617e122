using Bunit;
using CloudMart.Support.Core.Conversations;
using CloudMart.Support.Tests.Fakes;
using CloudMart.Support.Web.StaffConsole.Inbox;

namespace CloudMart.Support.Tests.StaffConsole;

public sealed class AttentionNewsTests
{
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

        Assert.True(_news.Take(At("a", 1)));
        Assert.False(_news.Take(At("a", 1)));
        Assert.Equal((1, 1, "a"), (_news.Count, _news.Raised, _news.Last?.Id));

        Assert.True(_news.Take(At("a", 2, InboxSection.Staff)));
        Assert.True(_news.Take(At("a", 3)));
        Assert.Equal((1, 2), (_news.Count, _news.Raised));
    }

    [Fact]
    public void What_came_while_news_were_missed_is_raised_and_what_the_index_has_late_is_not_raised_again()
    {
        _news.Read([], hasMore: false);
        _news.Take(At("a", 1));
        _news.Read([], hasMore: false); // the index does not have it yet
        _news.Read([At("a", 1), At("b", 2)], hasMore: false);

        Assert.Equal((2, 2, "b"), (_news.Count, _news.Raised, _news.Last?.Id));
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

    private static Conversation At(string id, int minute, InboxSection section = InboxSection.Attention) =>
        Conversation.Empty(id) with { Place = new(section, null, CornerShop.Noon.AddMinutes(minute)) };
}
