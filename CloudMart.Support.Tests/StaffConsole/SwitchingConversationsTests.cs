using Bunit;
using CloudMart.Support.Core.Conversations;
using CloudMart.Support.Tests.Fakes;
using CloudMart.Support.Web.StaffConsole;

namespace CloudMart.Support.Tests.StaffConsole;

/// <summary>What was begun for one customer stays theirs.</summary>
public sealed class SwitchingConversationsTests : IAsyncDisposable
{
    private readonly StaffBrowser _browser = new();

    private Desk Desk => _browser.Desk;

    private static CancellationToken Cancel => Xunit.TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_reason_that_was_typed_for_one_customers_card_does_not_stand_in_anothers()
    {
        var room = await OpenedAsync();
        await room.InvokeAsync(() => room.Find(".reason input").Change("You are over your limit."));

        await room.InvokeAsync(() => room.Instance.ShowAsync("b"));

        await room.WaitForAssertionAsync(() => Assert.Equal("b", room.Find("[data-console]").GetAttribute("data-conversation")));
        Assert.True(string.IsNullOrEmpty(room.Find(".reason input").GetAttribute("value")));
    }

    [Fact]
    public async Task Whom_one_conversation_was_to_be_given_to_is_not_chosen_for_another()
    {
        var room = await OpenedAsync();
        await room.InvokeAsync(() => room.Find("select[aria-label='Assign to']").Change("supervisor-1"));
        Assert.Contains(room.FindAll(".deeds button"), button => button.TextContent == "Assign");

        await room.InvokeAsync(() => room.Instance.ShowAsync("b"));

        await room.WaitForAssertionAsync(() => Assert.DoesNotContain(room.FindAll(".deeds button"), button => button.TextContent == "Assign"));
    }

    [Fact]
    public async Task What_was_wanted_last_stays_open_when_the_store_is_back()
    {
        var room = await OpenedAsync();
        Desk.Replies.FailsOnce();
        var first = room.InvokeAsync(() => room.Instance.ShowAsync("c"));
        await room.InvokeAsync(() => room.Instance.ShowAsync("b"));

        Desk.Clock.Advance(TimeSpan.FromSeconds(2));
        await first;

        Assert.Equal("b", room.Find("[data-console]").GetAttribute("data-conversation"));
    }

    public ValueTask DisposeAsync() => ((IAsyncDisposable)_browser).DisposeAsync();

    private async Task<IRenderedComponent<ConsoleRoom>> OpenedAsync()
    {
        foreach (var id in new[] { "a", "b", "c" })
        {
            Assert.True(await Desk.Store.AppendAsync(Entries.Entry(id, 1, [.. SomeCards.Asked(), SomeCards.Pressed, SomeCards.ToStaff]), Cancel));
        }

        var room = _browser.Render<ConsoleRoom>(parameters => parameters.Add(each => each.ConversationId, "a"));
        await room.WaitForElementAsync(".reason input");
        return room;
    }
}
