using AngleSharp.Dom;
using Bunit;
using CloudMart.Support.Tests.Fakes;
using CloudMart.Support.Web.StaffConsole;
using CloudMart.Support.Web.StaffConsole.Inbox;
using Microsoft.AspNetCore.Components.Web;

namespace CloudMart.Support.Tests.StaffConsole;

/// <summary>What the browser keeps for the console, and what the console tells the browser.</summary>
public sealed class ConsoleMemoryTests : IAsyncDisposable
{
    private readonly StaffBrowser _browser = new();

    private Desk Desk => _browser.Desk;

    [Fact]
    public async Task How_many_need_attention_is_there_for_the_tabs_title()
    {
        var room = _browser.Render<ConsoleRoom>();
        await room.WaitForAssertionAsync(() => Assert.Equal("0", Root(room).GetAttribute("data-attention")));

        Desk.Assistant.Calls(("hand_off_to_staff", """{"reason":"asked for a person","summary":"They want a person."}""")).Says("One moment.");
        await Desk.SayAsync("A person please");
        await Desk.SettleAsync();

        await room.WaitForAssertionAsync(() => Assert.Equal("1", Root(room).GetAttribute("data-attention")));
    }

    [Fact]
    public async Task What_this_person_chose_and_saw_is_taken_from_the_browser_and_told_to_it_by_the_page()
    {
        await using var again = new StaffBrowser(new KeptChoice("Assistant", "nonsense", new Dictionary<string, long>(), Newest: true));
        again.Desk.Assistant.Says("Hello.");
        var id = await again.Desk.SayAsync("Hi");

        var room = again.Render<ConsoleRoom>();
        var row = await room.WaitForElementAsync("[data-row]");
        Assert.Contains("Unread", row.TextContent, StringComparison.Ordinal);
        await room.InvokeAsync(() => room.Find("[data-row]").ClickAsync(new MouseEventArgs()));

        await room.WaitForAssertionAsync(() => Assert.DoesNotContain("Unread", room.Find("[data-row]").TextContent, StringComparison.Ordinal));
        Assert.Equal((id, "1"), (Root(room).GetAttribute("data-conversation"), Root(room).GetAttribute("data-seen")));
        await room.InvokeAsync(() => room.FindAll("button").Single(button => button.TextContent.Trim() == "Mine").ClickAsync(new MouseEventArgs()));
        Assert.Equal("true", Root(room).GetAttribute("data-newest"));
        await room.WaitForAssertionAsync(() => Assert.Equal(("Mine", "None"), (Root(room).GetAttribute("data-list"), Root(room).GetAttribute("data-reason"))));
    }

    [Fact]
    public async Task What_was_seen_in_another_tab_is_unread_no_more()
    {
        await using var again = new StaffBrowser(new KeptChoice("Assistant", null, null));
        var id = await again.Desk.SayAsync("Hi");
        var room = again.Render<ConsoleRoom>();
        Assert.Contains("Unread", (await room.WaitForElementAsync("[data-row]")).TextContent, StringComparison.Ordinal);

        await room.InvokeAsync(() => again.Console.SeeAsync(new() { [id] = 1 }));

        Assert.DoesNotContain("Unread", room.Find("[data-row]").TextContent, StringComparison.Ordinal);
    }

    public ValueTask DisposeAsync() => ((IAsyncDisposable)_browser).DisposeAsync();

    private static IElement Root(IRenderedComponent<ConsoleRoom> room) => room.Find("[data-console]");
}
