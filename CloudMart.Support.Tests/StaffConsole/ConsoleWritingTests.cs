using Bunit;
using CloudMart.Support.Core.Conversations;
using CloudMart.Support.Core.Staff;
using CloudMart.Support.Tests.Fakes;
using CloudMart.Support.Web.StaffConsole;

namespace CloudMart.Support.Tests.StaffConsole;

/// <summary>What is written in the console arrives where it was written, or says why not.</summary>
public sealed class ConsoleWritingTests : IAsyncDisposable
{
    private readonly StaffBrowser _browser = new();

    private Desk Desk => _browser.Desk;

    private static CancellationToken Cancel => Xunit.TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_note_is_a_box_of_its_own_and_takes_no_ownership()
    {
        var id = await GreetedAsync();
        var room = await OpenedAsync(id);

        Assert.Null(await WriteAsync(room, id, "note", "m-1", "A regular."));

        await room.WaitForAssertionAsync(() => Assert.Equal("A regular.", room.Find(".note .text").TextContent));
        Assert.Equal(Owner.Assistant, Desk.StateOf(id).Owner);
    }

    [Fact]
    public async Task What_cannot_be_taken_stays_with_a_reason()
    {
        var id = await GreetedAsync();
        var room = await OpenedAsync(id);

        Assert.Equal("Please write something.", await WriteAsync(room, id, "reply", "m-1", " "));

        Assert.Equal("Please write something.", room.Find("[role=alert]").TextContent);
    }

    [Fact]
    public async Task A_reply_takes_nothing_unawares_from_a_colleague_though_another_conversation_is_open_by_now()
    {
        var (id, other) = (await GreetedAsync(), await GreetedAsync());
        var room = await OpenedAsync(id);
        var seen = Desk.StateOf(id).LastNumber;
        await room.InvokeAsync(() => _browser.Console.ShowAsync(other));
        Assert.IsType<StaffDone>(await Desk.Staff.TakeOverAsync(StaffBrowser.Priya, id, seen, Cancel));

        Assert.Equal("Priya has just taken over.", await room.InvokeAsync(() => _browser.Console.WriteAsync(id, "reply", "m-1", "Hello, Ana.", seen)));

        Assert.Equal("Priya", Desk.StateOf(id).Answering?.Name);
        Assert.Equal("Not sent in the conversation before: Priya has just taken over.", room.Find(".told").TextContent);
    }

    [Fact]
    public async Task A_reply_arrives_though_its_conversation_was_left_for_the_list()
    {
        var id = await GreetedAsync();
        var room = await OpenedAsync(id);
        await room.InvokeAsync(() => _browser.Console.ShowAsync(null));

        Assert.Null(await WriteAsync(room, id, "reply", "m-1", "Hello, Ana."));

        Assert.Equal("Hello, Ana.", Assert.Single(Desk.EventsOf(id).OfType<StaffSaid>()).Text);
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
}
