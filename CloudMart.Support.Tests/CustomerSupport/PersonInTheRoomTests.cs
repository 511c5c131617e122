using AngleSharp.Dom;
using Bunit;
using CloudMart.Support.Core.Assistant;
using CloudMart.Support.Core.Conversations;
using CloudMart.Support.Core.Orders;
using CloudMart.Support.Tests.Fakes;
using CloudMart.Support.Web.CustomerSupport;

namespace CloudMart.Support.Tests.CustomerSupport;

/// <summary>What the customer's page shows of people: who waits for one, who answers, what came meanwhile, and how it was.</summary>
public sealed class PersonInTheRoomTests
{
    private static CancellationToken Cancel => Xunit.TestContext.Current.CancellationToken;

    [Fact]
    public async Task While_it_waits_for_a_person_the_customer_can_go_back_to_the_assistant()
    {
        await using var browser = new CustomersBrowser(opens: "c-1");
        await browser.Desk.Store.AppendAsync(Entries.Entry("c-1", 1, Entries.Said("A human, please"), new HandedToStaff("asked", "…")), Cancel);
        var room = await browser.OpenRoomAsync();
        Assert.NotNull(room.Find("section[aria-label='Waiting for a person']"));

        await room.FindAll("button").Single(button => button.TextContent.Trim() == "Continue with the assistant").ClickAsync(new());

        await room.WaitForAssertionAsync(() => Assert.Contains("The assistant answers again.", room.Find("[role=log]").TextContent, StringComparison.Ordinal));
        Assert.Empty(room.FindAll("section[aria-label='Waiting for a person']"));
    }

    [Fact]
    public async Task Asked_for_a_person_a_new_conversation_begins_in_the_queue_and_only_once_for_one_press()
    {
        await using var browser = new CustomersBrowser(opens: "");
        var room = await browser.OpenRoomAsync();

        await room.InvokeAsync(() => room.Instance.AskForPersonAsync(null, "press-1"));
        await room.InvokeAsync(() => room.Instance.AskForPersonAsync(null, "press-1"));

        await room.WaitForAssertionAsync(() => Assert.NotNull(room.Find("section[aria-label='Waiting for a person']")));
        Assert.Equal(HandOverService.FirstWords, room.Find("[data-message=press-1]").TextContent);
        Assert.Equal("true", room.Find(".room").GetAttribute("data-with-staff"));
        Assert.Single(browser.Desk.Store.Ids);
    }

    [Fact]
    public async Task While_a_person_answers_the_page_says_who()
    {
        await using var browser = new CustomersBrowser(opens: "c-1");
        await browser.Desk.Store.AppendAsync(Entries.Entry("c-1", 1, Entries.Said("Hi"), new StaffJoined("staff-1", "Sam")), Cancel);

        var room = await browser.OpenRoomAsync();

        await room.WaitForAssertionAsync(() => Assert.Contains("Sam from CloudMart is here.", room.Find(".answered[role=status]").TextContent, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Who_only_holds_the_assistant_is_not_said_to_answer()
    {
        await using var browser = new CustomersBrowser(opens: "c-1");
        await browser.Desk.Store.AppendAsync(Entries.Entry("c-1", 1, Entries.Said("Hi"), new AssistantHeld("staff-1", "Sam")), Cancel);

        var room = await browser.OpenRoomAsync();

        Assert.DoesNotContain("Sam", room.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_divider_stands_before_what_came_while_the_reader_was_away_until_they_have_read_it()
    {
        await using var browser = new CustomersBrowser(opens: "c-1");
        await browser.Desk.Store.AppendAsync(
            Entries.Entry("c-1", 1, Entries.Said("Hi"), new StaffJoined("staff-1", "Sam"), Entries.Said("Hello?"), new StaffSaid("staff-1", "Sam", "s-1", "Here I am.")), Cancel);
        var room = await browser.OpenRoomAsync();
        Assert.Empty(room.FindAll("[role=separator]"));

        await room.InvokeAsync(() => room.Instance.ReturnedAsync("c-1", 2));

        Assert.Equal("New since you were here", room.Find("[role=separator]").GetAttribute("aria-label"));
        Assert.Contains("Here I am.", room.Find("li:has([role=separator]) + li").TextContent, StringComparison.Ordinal);

        await room.InvokeAsync(room.Instance.ReadAsync);
        Assert.Empty(room.FindAll("[role=separator]"));
    }

    [Fact]
    public async Task Who_missed_nothing_gets_no_divider_and_neither_do_messages_that_come_while_they_look()
    {
        await using var browser = new CustomersBrowser(opens: "c-1");
        await browser.Desk.Store.AppendAsync(Entries.Entry("c-1", 1, Entries.Said("Hi"), new StaffJoined("staff-1", "Sam")), Cancel);
        var room = await browser.OpenRoomAsync();

        await room.InvokeAsync(() => room.Instance.ReturnedAsync("c-1", 2));
        await browser.Desk.Staff.ReplyAsync(StaffBrowser.Sam, "c-1", "s-1", "Here I am.", long.MaxValue, Cancel);

        await room.WaitForAssertionAsync(() => Assert.Contains("Here I am.", room.Find("[role=log]").TextContent, StringComparison.Ordinal));
        Assert.Empty(room.FindAll("[role=separator]"));
    }

    [Fact]
    public async Task A_resolved_conversation_is_rated_by_one_to_five_and_a_comment_which_can_be_changed_later()
    {
        await using var browser = new CustomersBrowser(opens: "c-1");
        await browser.Desk.Store.AppendAsync(Entries.Entry("c-1", 1, Entries.Said("Hi"), new Resolved("staff-1")), Cancel);
        var room = await browser.OpenRoomAsync();
        Assert.Equal("How did we do?", room.Find("fieldset legend").TextContent);
        Assert.Equal(
            ["1, Bad", "2, Not good", "3, Okay", "4, Good", "5, Very good"],
            room.FindAll("fieldset label").Select(label => string.Concat(label.TextContent.Where(c => c is not '\n')).Trim().Replace("  ", "", StringComparison.Ordinal)));

        await room.Find("input[type=radio][value='4']").ChangeAsync(new() { Value = "4" });
        await room.Find("textarea").ChangeAsync(new() { Value = "Quick" });
        await room.Find("form").SubmitAsync();

        await room.WaitForAssertionAsync(() => Assert.Contains("You gave 4 of 5.", room.Find("section[aria-label='Rate this conversation']").TextContent, StringComparison.Ordinal));
        await room.FindAll("button").Single(button => button.TextContent == "Change").ClickAsync(new());
        await room.Find("input[type=radio][value='2']").ChangeAsync(new() { Value = "2" });
        await room.Find("form").SubmitAsync();

        await room.WaitForAssertionAsync(() => Assert.Contains("You gave 2 of 5.", room.Markup, StringComparison.Ordinal));
        Assert.Equal([new Rated(4, "Quick"), new Rated(2, "Quick")], browser.Desk.EventsOf("c-1").OfType<Rated>());
    }
}
