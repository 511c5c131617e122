using AngleSharp.Dom;
using Bunit;
using CloudMart.Support.Core.Staff.Replies;
using CloudMart.Support.Tests.Fakes;
using CloudMart.Support.Web.StaffConsole.Replies;
using Microsoft.AspNetCore.Components.Web;

namespace CloudMart.Support.Tests.StaffConsole;

public sealed class ReplyShelfTests : IAsyncDisposable
{
    private readonly StaffBrowser _sams = new();
    private readonly StaffBrowser _priyas = new(who: StaffBrowser.Priya);

    private static CancellationToken Cancel => Xunit.TestContext.Current.CancellationToken;

    [Fact]
    public async Task Staff_read_the_replies_by_title_and_change_none()
    {
        await _sams.Desk.Replies.KeepAsync(new("r-2", "Late", "It is late, {customer}."), Cancel);
        await _sams.Desk.Replies.KeepAsync(new("r-1", "Greeting", "Hi {customer}"), Cancel);

        var shelf = _sams.Render<ReplyShelf>();

        await shelf.WaitForAssertionAsync(() => Assert.Equal(["Greeting", "Late"], shelf.FindAll("article h2").Select(title => title.TextContent)));
        Assert.Equal("It is late, {customer}.", shelf.FindAll("article .text")[1].TextContent);
        Assert.Equal("{customer}", shelf.FindAll(".gap")[0].TextContent);
        Assert.Empty(shelf.FindAll("button"));
    }

    [Fact]
    public async Task Where_there_is_none_it_says_what_will_be_there()
    {
        var shelf = _sams.Render<ReplyShelf>();

        await shelf.WaitForAssertionAsync(() => Assert.Equal("Replies that supervisors write will be listed here.", shelf.Find(".empty").TextContent));
    }

    [Fact]
    public async Task A_supervisor_writes_a_new_one()
    {
        var shelf = await OpenedAsync();

        await PressAsync(shelf, "New reply");
        await WriteAsync(shelf, "Greeting", "Hi {customer}");

        await shelf.WaitForAssertionAsync(() => Assert.Equal("Greeting", shelf.Find("article h2").TextContent));
        Assert.Equal("“Greeting” is saved.", shelf.Find("[role=status]").TextContent);
        Assert.Empty(shelf.FindAll("form"));
    }

    [Fact]
    public async Task What_is_refused_stays_in_the_form_with_the_reason()
    {
        var shelf = await OpenedAsync();

        await PressAsync(shelf, "New reply");
        await WriteAsync(shelf, "Greeting", "Hi {custmer}");

        await shelf.WaitForAssertionAsync(() => Assert.StartsWith("Nothing fills {custmer}", shelf.Find("form [role=alert]").TextContent, StringComparison.Ordinal));
        Assert.Equal("Greeting", shelf.Find("form input").GetAttribute("value"));
        await PressAsync(shelf, "Cancel");
        Assert.Empty(shelf.FindAll("form"));
    }

    [Fact]
    public async Task A_supervisor_changes_one_and_is_told_where_somebody_else_was_faster()
    {
        await _priyas.Desk.Replies.KeepAsync(new("r-1", "Greeting", "Hi"), Cancel);
        var shelf = await OpenedAsync();
        await PressAsync(shelf, "Change “Greeting”");
        Assert.Equal(("Greeting", "Hi"), (shelf.Find("form input").GetAttribute("value"), shelf.Find("form textarea").GetAttribute("value")));
        await _priyas.Desk.Replies.KeepAsync(new("r-1", "Greeting", "Hello", 1), Cancel);

        await WriteAsync(shelf, "Greeting", "Good day");
        await shelf.WaitForAssertionAsync(() => Assert.StartsWith("Somebody has changed it", shelf.Find("form [role=alert]").TextContent, StringComparison.Ordinal));

        await PressAsync(shelf, "Cancel");
        Assert.Equal("Hello", shelf.Find("article .text").TextContent);
        await PressAsync(shelf, "Change “Greeting”");
        await WriteAsync(shelf, "Greeting", "Good day");
        await shelf.WaitForAssertionAsync(() => Assert.Equal("Good day", shelf.Find("article .text").TextContent));
    }

    [Fact]
    public async Task What_is_saved_is_not_saved_again_because_the_list_could_not_be_read()
    {
        var shelf = await OpenedAsync();
        await PressAsync(shelf, "New reply");
        var lists = 0;
        _priyas.Desk.Replies.BeforeList = () => _ = ++lists == 2 ? throw new TimeoutException() : 0; // the first is looked through for its title

        await shelf.InvokeAsync(() =>
        {
            shelf.Find("form input").Change("Greeting");
            shelf.Find("form textarea").Change("Hi");
            shelf.Find("form").Submit();
        });
        await shelf.WaitForAssertionAsync(() =>
        {
            _priyas.Desk.Clock.Advance(TimeSpan.FromSeconds(2));
            Assert.Equal("Greeting", shelf.Find("article h2").TextContent);
        });

        Assert.Equal("“Greeting” is saved.", shelf.Find("[role=status]").TextContent);
        Assert.Single(_priyas.Desk.Audit.Entries);
    }

    [Fact]
    public async Task One_is_deleted_only_after_asking()
    {
        await _priyas.Desk.Replies.KeepAsync(new("r-1", "Greeting", "Hi"), Cancel);
        var shelf = await OpenedAsync();

        await PressAsync(shelf, "Delete “Greeting”");
        await PressAsync(shelf, "Keep reply");
        await PressAsync(shelf, "Delete “Greeting”");
        await PressAsync(shelf, "Delete reply");

        await shelf.WaitForAssertionAsync(() => Assert.Empty(shelf.FindAll("article")));
        Assert.Equal("“Greeting” is deleted.", shelf.Find("[role=status]").TextContent);
        Assert.Equal("deleted the reply “Greeting”", Assert.Single(_priyas.Desk.Audit.Entries).What);
    }

    public async ValueTask DisposeAsync()
    {
        await ((IAsyncDisposable)_sams).DisposeAsync();
        await ((IAsyncDisposable)_priyas).DisposeAsync();
    }

    private async Task<IRenderedComponent<ReplyShelf>> OpenedAsync()
    {
        var shelf = _priyas.Render<ReplyShelf>();
        await shelf.WaitForElementAsync("[data-ready]");
        return shelf;
    }

    private static Task WriteAsync(IRenderedComponent<ReplyShelf> shelf, string title, string text) => shelf.InvokeAsync(async () =>
    {
        await shelf.Find("form input").ChangeAsync(new() { Value = title });
        await shelf.Find("form textarea").ChangeAsync(new() { Value = text });
        await shelf.Find("form").SubmitAsync();
    });

    private static Task PressAsync(IRenderedComponent<ReplyShelf> shelf, string name) => shelf.InvokeAsync(() =>
        shelf.FindAll("button").Single(button => (button.GetAttribute("aria-label") ?? button.TextContent.Trim()) == name).ClickAsync(new MouseEventArgs()));
}
