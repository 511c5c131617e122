using AngleSharp.Dom;
using Bunit;
using CloudMart.Support.Core.Conversations;
using CloudMart.Support.Core.Staff;
using CloudMart.Support.Tests.Fakes;
using CloudMart.Support.Web.StaffConsole;
using Microsoft.AspNetCore.Components.Web;

namespace CloudMart.Support.Tests.StaffConsole;

public sealed class ConsoleRoomTests : IAsyncDisposable
{
    private static readonly SignedInStaff Priya = new("supervisor-1", "Priya", IsSupervisor: true);

    private readonly StaffBrowser _browser = new();

    private Desk Desk => _browser.Desk;

    private static CancellationToken Cancel => Xunit.TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_conversation_is_followed_as_it_happens_with_what_the_customer_does_not_see()
    {
        await Desk.Store.AddMissingAsync([CornerShop.Order()], Cancel);
        var id = await GreetedAsync();
        Desk.Assistant.Calls(("cancel_order", """{"orderId":"CM-7890","reason":null}""")).Says("Done.");
        var room = await OpenedAsync(id);

        await Desk.SayAsync("Cancel order CM-7890", id);
        await Desk.SettleAsync();

        await room.WaitForAssertionAsync(() =>
        {
            Desk.Clock.Advance(TimeSpan.FromSeconds(1)); // what the assistant does is shown long enough to be read
            var log = room.Find("[role=log]").TextContent;
            Assert.Contains("cancel_order", log, StringComparison.Ordinal);
            Assert.Contains("CM-7890 canceled", log, StringComparison.Ordinal);
            Assert.Contains("Run completed", log, StringComparison.Ordinal);
            Assert.Contains("Done.", log, StringComparison.Ordinal);
        });
        Assert.Equal("/staff/orders/CM-7890", room.Find("article.receipt a").GetAttribute("href"));
    }

    [Fact]
    public async Task The_customer_is_called_by_name_with_the_id_beside_it()
    {
        var room = await OpenedAsync(await GreetedAsync());

        Assert.Equal("Ana customer-1", Words(room.Find(".talk h2")));
        Assert.Equal("Ana customer-1", Words(room.Find(".context h2")));
        Assert.Equal("Write to Ana", room.Find("textarea").GetAttribute("placeholder"));
        Assert.Equal("Ana", room.Find("[role=log] .by strong").TextContent);
    }

    [Fact]
    public async Task Words_are_written_while_they_come()
    {
        var id = await GreetedAsync();
        var room = await OpenedAsync(id);
        var reached = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        Desk.Assistant.Hangs("It has ship", reached);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Cancel);

        await Desk.SayAsync("Where is it?", id);
        var running = Desk.SettleAsync(stop.Token);
        await reached.Task;

        await room.WaitForElementAsync("[data-live]");
        Assert.Equal("It has ship", await _browser.FirstAppendedAsync());
        Assert.Contains("run in_progress", room.Find(".run").TextContent, StringComparison.Ordinal);
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => running);
    }

    [Fact]
    public async Task Taking_over_answering_and_handing_back_each_change_what_can_be_done_next()
    {
        var id = await GreetedAsync();
        var room = await OpenedAsync(id);
        Assert.Equal(["Take over", "Hold", "Resolve"], Deeds(room));

        await PressAsync(room, "Take over");
        await room.WaitForAssertionAsync(() => Assert.Equal(["Hand back", "Continue", "Resolve"], Deeds(room)));
        Assert.Contains("Sam took over", room.Find("[role=log]").TextContent, StringComparison.Ordinal);

        Assert.Null(await WriteAsync(room, id, "reply", "m-1", "Hello, Ana."));
        await room.WaitForAssertionAsync(() => Assert.Contains("Hello, Ana.", room.Find("[role=log]").TextContent, StringComparison.Ordinal));

        await PressAsync(room, "Hand back");
        await room.WaitForAssertionAsync(() => Assert.Contains("Hold", Deeds(room)));
        Assert.Equal(Owner.Assistant, Desk.StateOf(id).Owner);
    }

    [Fact]
    public async Task One_key_holds_the_assistant_and_does_nothing_where_there_is_nothing_to_hold()
    {
        var id = await GreetedAsync();
        var room = await OpenedAsync(id);

        await room.InvokeAsync(() => _browser.Console.DoAsync("Hold"));
        await room.InvokeAsync(() => _browser.Console.DoAsync("Hold"));
        await room.InvokeAsync(() => _browser.Console.DoAsync("Nonsense"));

        Assert.Single(Desk.EventsOf(id).OfType<AssistantHeld>());
        await room.WaitForAssertionAsync(() => Assert.Contains("Take over", Deeds(room)));
    }

    [Fact]
    public async Task Who_comes_second_is_told_who_was_first()
    {
        var id = await GreetedAsync();
        Desk.Store.BeforeAppend = async entry =>
        {
            Desk.Store.BeforeAppend = _ => Task.CompletedTask;
            Assert.Equal(id, entry.ConversationId);
            Assert.IsType<StaffDone>(await Desk.Staff.TakeOverAsync(Priya, id, 0, Cancel));
        };
        var room = await OpenedAsync(id);

        await PressAsync(room, "Take over");

        await room.WaitForAssertionAsync(() => Assert.Equal("Priya has just taken over.", room.Find(".told").TextContent));
        Assert.Equal("Priya", Desk.StateOf(id).Answering?.Name);
    }

    [Fact]
    public async Task It_can_be_given_to_oneself_and_to_a_colleague()
    {
        var id = await GreetedAsync();
        var room = await OpenedAsync(id);
        Assert.Equal(["Assign to…", "Me", "Priya"], room.FindAll("select[aria-label='Assign to'] option").Select(option => option.TextContent));

        await ChooseAsync(room, Priya.StaffId);
        Assert.Null(Desk.StateOf(id).Answering); // by keyboard, every arrow chooses
        await PressAsync(room, "Assign");
        await room.WaitForAssertionAsync(() => Assert.Contains("Sam assigned it to Priya", room.Find("[role=log]").TextContent, StringComparison.Ordinal));

        await ChooseAsync(room, StaffBrowser.Sam.StaffId);
        await PressAsync(room, "Assign");
        await room.WaitForAssertionAsync(() => Assert.Equal("Sam", Desk.StateOf(id).Answering?.Name));
    }

    [Fact]
    public async Task What_is_resolved_can_be_opened_again()
    {
        var id = await GreetedAsync();
        var room = await OpenedAsync(id);

        await PressAsync(room, "Resolve");
        await room.WaitForAssertionAsync(() => Assert.Equal(["Reopen"], Deeds(room)));

        await PressAsync(room, "Reopen");
        await room.WaitForAssertionAsync(() => Assert.Contains("Resolve", Deeds(room)));
    }

    [Fact]
    public async Task A_change_that_waits_is_approved_where_it_stands_and_by_one_only()
    {
        await Desk.Store.AppendAsync(
            Entries.Entry("approval", 1, [.. SomeCards.Asked(expiry: Desk.Clock.GetUtcNow().AddMinutes(15)), SomeCards.Pressed, SomeCards.ToStaff]), Cancel);
        Desk.Store.BeforeAppend = async _ =>
        {
            Desk.Store.BeforeAppend = _ => Task.CompletedTask;
            Assert.True(await Desk.Approvals.DecideAsync(Priya, "approval", SomeCards.Action, approved: false, "Worn.", Cancel));
        };
        var room = await OpenedAsync("approval");

        await PressAsync(room, "Approve");

        await room.WaitForAssertionAsync(() => Assert.Equal("Somebody has decided on this already.", room.Find(".told").TextContent));
        await room.WaitForAssertionAsync(() => Assert.Contains("Priya rejected: Worn.", room.Find("[role=log]").TextContent, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_card_is_withdrawn_where_it_stands()
    {
        await Desk.Store.AppendAsync(Entries.Entry("card", 1, SomeCards.Asked(expiry: Desk.Clock.GetUtcNow().AddMinutes(15))), Cancel);
        var room = await OpenedAsync("card");

        await PressAsync(room, "Withdraw card");

        await room.WaitForAssertionAsync(() => Assert.Contains("Sam withdrew the card", room.Find("[role=log]").TextContent, StringComparison.Ordinal));
        Assert.Empty(Desk.StateOf("card").Actions);
    }

    [Fact]
    public async Task What_was_handed_over_stands_beside_it_until_the_assistant_answers_again()
    {
        await Desk.Store.AppendAsync(Entries.Entry("queued", 1, Entries.Said("Hi"), new HandedToStaff("Asked for a person.", "Asked: Hi")), Cancel);
        var room = await OpenedAsync("queued");
        Assert.Contains("Asked for a person.", room.Find("[aria-label='Hand-over']").TextContent, StringComparison.Ordinal);

        await PressAsync(room, "Hand back");

        await room.WaitForAssertionAsync(() => Assert.Empty(room.FindAll("[aria-label='Hand-over']")));
    }

    [Fact]
    public async Task A_hand_over_that_is_over_is_not_shown_when_somebody_steps_in_later()
    {
        await Desk.Store.AppendAsync(
            Entries.Entry(
                "later", 1, Entries.Said("Hi"), new HandedToStaff("Asked for a person.", "Asked: Hi"), new Resolved("staff-1"), Entries.Said("I am back"),
                new AssistantHeld("staff-1", "Sam")),
            Cancel);

        var room = await OpenedAsync("later");

        Assert.Contains("Staff stepped in.", room.Find("[aria-label='Hand-over']").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task There_is_no_conversation_by_a_made_up_id()
    {
        var room = _browser.Render<ConsoleRoom>(parameters => parameters.Add(each => each.ConversationId, "made-up"));

        await room.WaitForAssertionAsync(() => Assert.Contains("There is no such conversation.", room.Markup, StringComparison.Ordinal));
    }

    public ValueTask DisposeAsync() => ((IAsyncDisposable)_browser).DisposeAsync();

    private async Task<string> GreetedAsync()
    {
        Desk.Assistant.Says("Hello.");
        var id = await Desk.SayAsync("Hi");
        await Desk.SettleAsync();
        return id;
    }

    private async Task<IRenderedComponent<ConsoleRoom>> OpenedAsync(string id)
    {
        var room = _browser.Render<ConsoleRoom>(parameters => parameters.Add(each => each.ConversationId, id));
        await room.WaitForElementAsync("[role=log] li");
        return room;
    }

    private Task<string?> WriteAsync(IRenderedComponent<ConsoleRoom> room, string id, string kind, string messageId, string text) =>
        room.InvokeAsync(() => _browser.Console.WriteAsync(id, kind, messageId, text, Desk.StateOf(id).LastNumber));

    private static string Words(IElement element) =>
        string.Join(' ', element.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static IEnumerable<string> Deeds(IRenderedComponent<ConsoleRoom> room) =>
        room.FindAll("[role=toolbar] button").Select(button => button.FirstChild!.TextContent.Trim());

    private static Task ChooseAsync(IRenderedComponent<ConsoleRoom> room, string staffId) =>
        room.InvokeAsync(() => room.Find("select[aria-label='Assign to']").ChangeAsync(new() { Value = staffId }));

    private static Task PressAsync(IRenderedComponent<ConsoleRoom> room, string name) =>
        room.InvokeAsync(() => room.FindAll("button").Single(button => button.FirstChild?.TextContent.Trim() == name).ClickAsync(new MouseEventArgs()));
}
