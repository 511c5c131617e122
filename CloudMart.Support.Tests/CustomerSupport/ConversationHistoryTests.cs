using AngleSharp.Dom;
using Bunit;
using CloudMart.Support.Tests.Fakes;
using CloudMart.Support.Web.CustomerSupport;
using Microsoft.Extensions.DependencyInjection;

namespace CloudMart.Support.Tests.CustomerSupport;

public sealed class ConversationHistoryTests
{
    [Fact]
    public async Task An_empty_list_says_what_will_appear_there()
    {
        await using var browser = new CustomersBrowser();

        var history = browser.Render<ConversationHistory>();

        await history.WaitForAssertionAsync(() => Assert.Contains("Your conversations will be listed here.", history.Markup, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Conversations_begun_in_another_window_join_the_list()
    {
        await using var browser = new CustomersBrowser();
        var history = browser.Render<ConversationHistory>();

        await browser.Desk.SayAsync("Where is CM-7864?");
        browser.Desk.Clock.Advance(TimeSpan.FromMinutes(1));
        await browser.Desk.SayAsync("Cancel order CM-7890");
        await browser.Desk.SayAsync("Not for Ana", customer: Desk.Ben);

        await history.WaitForAssertionAsync(() => Assert.Equal(
            ["Cancel order CM-7890", "Where is CM-7864?"], history.FindAll("li .title").Select(title => title.TextContent)));
    }

    [Fact]
    public async Task A_conversation_is_opened_by_its_line_and_left_by_new_conversation()
    {
        await using var browser = new CustomersBrowser();
        var id = await browser.Desk.SayAsync("Where is CM-7864?");
        var state = browser.Services.GetRequiredService<ConversationState>();
        var history = browser.Render<ConversationHistory>();
        await history.WaitForElementAsync("li a");

        await history.Find("li a").ClickAsync(new());
        Assert.Equal(id, state.ConversationId);
        Assert.Equal("page", history.Find("li a").GetAttribute("aria-current"));

        await history.FindAll("button").Single(button => button.TextContent.Trim() == "New conversation").ClickAsync(new());
        Assert.Null(state.ConversationId);
        Assert.False(history.Find("li a").HasAttribute("aria-current"));
    }

    [Fact]
    public async Task Older_conversations_come_on_demand()
    {
        await using var browser = new CustomersBrowser();
        for (var number = 1; number <= 25; number++)
        {
            await browser.Desk.SayAsync($"Question {number}");
        }

        var history = browser.Render<ConversationHistory>();
        await history.WaitForAssertionAsync(() => Assert.Equal(20, history.FindAll("li").Count));

        await history.FindAll("button").Single(button => button.TextContent.Trim() == "Show more").ClickAsync(new());

        Assert.Equal(25, history.FindAll("li").Count);
    }
}
