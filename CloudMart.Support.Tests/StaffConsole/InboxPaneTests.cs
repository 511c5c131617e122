using AngleSharp.Dom;
using Bunit;
using CloudMart.Support.Core.Conversations;
using CloudMart.Support.Tests.Fakes;
using CloudMart.Support.Web.StaffConsole.Inbox;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;

namespace CloudMart.Support.Tests.StaffConsole;

public sealed class InboxPaneTests : IAsyncDisposable
{
    private readonly StaffBrowser _browser = new();
    private readonly List<string> _opened = [];
    private readonly HashSet<string> _unread = [];

    private static CancellationToken Cancel => Xunit.TestContext.Current.CancellationToken;

    [Fact]
    public async Task It_opens_on_what_needs_attention_and_says_why_since_when_and_until_when()
    {
        var id = await WaitingAsync("I want a person");
        await _browser.Desk.SayAsync("Hello", customer: Desk.Ben);

        var pane = Open();

        await pane.WaitForAssertionAsync(() => Assert.Equal($"/staff/{id}", Assert.Single(pane.FindAll("[data-row]")).GetAttribute("href")));
        var row = pane.Find("[data-row]");
        Assert.Contains(Desk.Ana.CustomerId, row.TextContent, StringComparison.Ordinal);
        Assert.Contains("Waiting for a person", row.TextContent, StringComparison.Ordinal);
        Assert.Contains("Assistant: One moment.", row.TextContent, StringComparison.Ordinal);
        Assert.Equal(
            ("2026-11-24T09:00:00.0000000Z", "2026-11-24T09:05:00.0000000Z"),
            (row.QuerySelector("time")!.GetAttribute("datetime"), row.QuerySelector("time")!.GetAttribute("data-by")));
        Assert.Equal("true", Button(pane, "Needs attention").GetAttribute("aria-pressed"));
        Assert.Contains("1", Button(pane, "Needs attention").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_needs_attention_is_sorted_as_is_asked_for()
    {
        var first = await WaitingAsync("I want a person");
        _browser.Desk.Clock.Advance(TimeSpan.FromMinutes(1));
        var second = await WaitingAsync("I want a person, too");
        var pane = Open();
        await pane.WaitForAssertionAsync(() => Assert.Equal([$"/staff/{first}", $"/staff/{second}"], pane.FindAll("[data-row]").Select(row => row.GetAttribute("href"))));

        await pane.InvokeAsync(() => pane.Find("select[aria-label=Sort]").ChangeAsync(new() { Value = nameof(InboxOrder.NewestFirst) }));

        await pane.WaitForAssertionAsync(() => Assert.Equal([$"/staff/{second}", $"/staff/{first}"], pane.FindAll("[data-row]").Select(row => row.GetAttribute("href"))));
    }

    [Fact]
    public async Task A_row_says_who_it_is_and_what_was_said_last_in_plain_words()
    {
        _browser.Desk.Assistant.Says("**CM-7890** is [on its way](/orders/CM-7890), and arrives `tomorrow` at noon.");
        await _browser.Desk.SayAsync("Where is **it**?");
        await _browser.Desk.SettleAsync();
        await _browser.Desk.SayAsync("I wrote **this**", customer: Desk.Ben);
        await _browser.Desk.SayAsync("Hello", customer: new("customer-9", "Somebody"));
        var pane = Open();
        await pane.InvokeAsync(() => Button(pane, "Assistant").ClickAsync(new MouseEventArgs()));

        await pane.WaitForAssertionAsync(() => Assert.Equal(3, pane.FindAll("[data-row]").Count));
        var rows = pane.FindAll("[data-row]");
        Assert.Equal(
            ["Ana customer-1", "Ben customer-2", "customer-9"],
            rows.Select(row => string.Join(' ', row.QuerySelectorAll(".person, .id").Select(each => each.TextContent))).Order());
        Assert.Contains(rows, row => row.QuerySelector(".line")!.TextContent.StartsWith("Assistant: CM-7890 is on its way", StringComparison.Ordinal));
        Assert.Contains(rows, row => row.QuerySelector(".line")!.TextContent == "I wrote **this**");
    }

    [Fact]
    public async Task Each_list_shows_its_own_and_an_empty_one_says_what_will_be_there()
    {
        var id = await _browser.Desk.SayAsync("Hello");
        var pane = Open();
        await pane.WaitForAssertionAsync(() => Assert.Contains("appear here", pane.Find(".empty").TextContent, StringComparison.Ordinal));

        await pane.InvokeAsync(() => Button(pane, "Assistant").ClickAsync(new MouseEventArgs()));
        await pane.WaitForAssertionAsync(() => Assert.Equal(id, pane.Find("[data-row]").GetAttribute("data-row")));

        await _browser.Desk.Staff.TakeOverAsync(StaffBrowser.Sam, id, 1, Cancel);
        await pane.InvokeAsync(() => Button(pane, "Mine").ClickAsync(new MouseEventArgs()));
        await pane.WaitForAssertionAsync(() => Assert.Contains("You", pane.Find("[data-row]").TextContent, StringComparison.Ordinal));

        await pane.InvokeAsync(() => Button(pane, "Others’").ClickAsync(new MouseEventArgs()));
        await pane.WaitForAssertionAsync(() => Assert.Empty(pane.FindAll("[data-row]")));
    }

    [Fact]
    public async Task A_reason_is_a_chip_that_shows_only_what_needs_attention_for_it()
    {
        var waiting = await WaitingAsync("I want a person");
        await _browser.Desk.Store.AppendAsync(
            Entries.Entry("approval", 1, [.. SomeCards.Asked(expiry: _browser.Desk.Clock.GetUtcNow().AddMinutes(15)), SomeCards.Pressed, SomeCards.ToStaff]), Cancel);
        var pane = Open();
        await pane.WaitForAssertionAsync(() => Assert.Equal(2, pane.FindAll("[data-row]").Count));

        await pane.InvokeAsync(() => Button(pane, "Approval waiting").ClickAsync(new MouseEventArgs()));
        await pane.WaitForAssertionAsync(() => Assert.Equal("approval", Assert.Single(pane.FindAll("[data-row]")).GetAttribute("data-row")));

        await pane.InvokeAsync(() => Button(pane, "Waiting for a person").ClickAsync(new MouseEventArgs()));
        await pane.WaitForAssertionAsync(() => Assert.Equal(waiting, Assert.Single(pane.FindAll("[data-row]")).GetAttribute("data-row")));

        await pane.InvokeAsync(() => Button(pane, "Waiting for a person").ClickAsync(new MouseEventArgs()));
        await pane.WaitForAssertionAsync(() => Assert.Equal(2, pane.FindAll("[data-row]").Count));
    }

    [Fact]
    public void A_row_of_which_a_change_waits_for_approval_says_which()
    {
        var waiting = Conversation.Empty("c-1").Apply(Entries.Entry("c-1", 1, [.. SomeCards.Asked(), SomeCards.Pressed, SomeCards.ToStaff]).Events);

        var row = _browser.Render<InboxRow>(parameters => parameters.Add(each => each.State, waiting).Add(each => each.StaffId, "staff-1"));

        Assert.Equal(("Approval waiting", "Return items CM-7820"), (row.Find(".standing").TextContent, row.Find(".line").TextContent));
    }

    [Fact]
    public void A_row_tells_the_tool_that_runs_also_where_there_is_a_reason_for_attention()
    {
        var running = Conversation.Empty("c-1").Apply(Entries.Entry(
            "c-1", 1, new CustomerSaid("customer-1", "m-1", "Cancel it"), new RunStarted("r-1", "n"), new ToolRequested("r-1", "", [new("call-1", "cancel_order", "{}")])).Events);

        Assert.Equal("cancel_order", Row(running).Find(".standing").TextContent);
        var asked = Row(running with { AskedTwice = true });
        Assert.Equal(("Asked twice", "Assistant: cancel_order"), (asked.Find(".standing").TextContent, asked.Find(".line").TextContent));

        IRenderedComponent<InboxRow> Row(Conversation state) =>
            _browser.Render<InboxRow>(parameters => parameters.Add(each => each.State, state).Add(each => each.StaffId, "staff-1"));
    }

    [Fact]
    public async Task Rows_wait_for_as_long_as_either_the_pointer_or_the_focus_is_among_them()
    {
        await WaitingAsync("I want a person");
        var pane = Open();
        await pane.WaitForElementAsync("[data-row]");
        await pane.InvokeAsync(() => pane.Find("ul").TriggerEventAsync("onpointerenter", new PointerEventArgs()));
        await pane.InvokeAsync(() => pane.Find("ul").TriggerEventAsync("onfocusin", new FocusEventArgs()));
        await pane.InvokeAsync(() => pane.Find("ul").TriggerEventAsync("onfocusout", new FocusEventArgs()));

        _browser.Desk.Clock.Advance(TimeSpan.FromMinutes(1));
        await WaitingAsync("Me too", Desk.Ben);
        await pane.WaitForAssertionAsync(() => Assert.Equal("1 new", pane.Find(".pill").TextContent));
        Assert.Single(pane.FindAll("[data-row]"));

        await pane.InvokeAsync(() => pane.Find("ul").TriggerEventAsync("onpointerleave", new PointerEventArgs()));
        _browser.Desk.Clock.Advance(TimeSpan.FromMinutes(1));
        await WaitingAsync("And me", Desk.Ben);
        await pane.WaitForAssertionAsync(() => Assert.Equal(3, pane.FindAll("[data-row]").Count));
    }

    [Fact]
    public async Task A_row_follows_what_is_said_and_while_somebody_points_new_ones_wait_behind_a_pill()
    {
        var first = await WaitingAsync("I want a person");
        var pane = Open();
        await pane.WaitForElementAsync("[data-row]");
        await pane.InvokeAsync(() => pane.Find("ul").TriggerEventAsync("onpointerenter", new PointerEventArgs()));

        await _browser.Desk.SayAsync("Is anybody there?", first);
        _browser.Desk.Clock.Advance(TimeSpan.FromMinutes(1));
        var second = await WaitingAsync("Me too", Desk.Ben);

        await pane.WaitForAssertionAsync(() => Assert.Equal("1 new", pane.Find(".pill").TextContent));
        Assert.Contains("Is anybody there?", Assert.Single(pane.FindAll("[data-row]")).TextContent, StringComparison.Ordinal);

        await pane.InvokeAsync(() => pane.Find(".pill").ClickAsync(new MouseEventArgs()));
        Assert.Equal([first, second], pane.FindAll("[data-row]").Select(row => row.GetAttribute("data-row")));
    }

    [Fact]
    public async Task A_search_shows_what_it_finds_and_leads_back_to_the_lists()
    {
        var his = await _browser.Desk.SayAsync("Where is my skillet?", customer: Desk.Ben);
        var pane = Open();

        await pane.InvokeAsync(() => pane.Find("input").ChangeAsync(new() { Value = "skillet" }));
        await pane.InvokeAsync(() => pane.Find("form").SubmitAsync());

        await pane.WaitForAssertionAsync(() => Assert.Equal(his, Assert.Single(pane.FindAll("[data-row]")).GetAttribute("data-row")));
        Assert.Equal("1 found for “skillet”", pane.Find("[role=status]").TextContent);
        await pane.InvokeAsync(() => Button(pane, "Back to the lists").ClickAsync(new MouseEventArgs()));
        await pane.WaitForAssertionAsync(() => Assert.NotEmpty(pane.FindAll("[aria-label=Lists]")));
    }

    [Fact]
    public async Task What_was_not_seen_is_marked_and_a_row_opens_its_conversation()
    {
        var id = await WaitingAsync("I want a person");
        _unread.Add(id);
        var pane = Open();
        var row = await pane.WaitForElementAsync("[data-row]");
        Assert.Contains("Unread", row.TextContent, StringComparison.Ordinal);

        await pane.InvokeAsync(() => pane.Find("[data-row]").ClickAsync(new MouseEventArgs()));

        Assert.Equal([id], _opened);
    }

    public ValueTask DisposeAsync() => ((IAsyncDisposable)_browser).DisposeAsync();

    private IRenderedComponent<InboxPane> Open()
    {
        var inbox = _browser.Services.GetRequiredService<InboxState>();
        var pane = _browser.Render<InboxPane>(parameters => parameters
            .Add(each => each.Inbox, inbox)
            .Add(each => each.Me, StaffBrowser.Sam)
            .Add(each => each.AnswerWithin, TimeSpan.FromMinutes(5))
            .Add(each => each.IsUnread, state => _unread.Contains(state.Id))
            .Add(each => each.OnOpen, _opened.Add));
        inbox.Changed += () => pane.InvokeAsync(() => pane.Render());
        inbox.Follow(new(InboxList.Attention));
        return pane;
    }

    private async Task<string> WaitingAsync(string text, Core.Customers.SignedInCustomer? customer = null)
    {
        _browser.Desk.Assistant.Calls(("hand_off_to_staff", """{"reason":"asked for a person","summary":"They want a person."}""")).Says("One moment.");
        var id = await _browser.Desk.SayAsync(text, customer: customer);
        await _browser.Desk.SettleAsync();
        Assert.Equal(Owner.StaffQueue, _browser.Desk.StateOf(id).Owner);
        return id;
    }

    private static IElement Button(IRenderedComponent<InboxPane> pane, string name) =>
        pane.FindAll("button").First(button => button.TextContent.Trim().StartsWith(name, StringComparison.Ordinal));
}
