using Bunit;
using CloudMart.Support.Core.Conversations;
using CloudMart.Support.Core.Staff;
using CloudMart.Support.Tests.Fakes;
using CloudMart.Support.Web.SignIn;
using CloudMart.Support.Web.StaffConsole.Watching;
using Microsoft.Extensions.DependencyInjection;

namespace CloudMart.Support.Tests.StaffConsole;

public sealed class WhoIsHereTests : IAsyncDisposable
{
    private const int MostLateKeys = 1_000;

    private static readonly SignedInStaff Lee = new("staff-2", "Lee");

    private readonly StaffBrowser _browser = new();
    private readonly Conversation _state = Conversation.Empty("c-1") with { CustomerId = Desk.Ana.CustomerId };

    private static CancellationToken Cancel => Xunit.TestContext.Current.CancellationToken;

    private ConversationPresence Presence => _browser.Desk.WhoIsThere;

    [Fact]
    public async Task Colleagues_who_have_it_open_are_named_until_they_leave()
    {
        var here = Render();
        Assert.Equal("", here.Find("[role=status]").TextContent);

        var priya = await Presence.EnterAsync(StaffBrowser.Priya, "c-1", Cancel);
        await ReadsAsync(here, "Priya is also here.");
        await using var lee = await Presence.EnterAsync(Lee, "c-1", Cancel);
        await ReadsAsync(here, "Priya and Lee are also here.");

        await priya.DisposeAsync();
        await ReadsAsync(here, "Lee is also here.");
    }

    [Fact]
    public async Task Who_looks_is_told_to_colleagues_for_as_long_as_the_page_shows_it()
    {
        var here = Render();
        await here.WaitForAssertionAsync(() => Assert.Equal(["Sam"], Presence.WatchersOf("c-1").Select(each => each.Name)));

        await _browser.DisposeComponentsAsync();

        Assert.Empty(Presence.WatchersOf("c-1"));
    }

    [Fact]
    public async Task Whose_sign_in_has_ended_is_not_here_any_more_though_the_page_is_open()
    {
        var here = Render();
        await here.WaitForAssertionAsync(() => Assert.NotEmpty(Presence.WatchersOf("c-1")));
        await here.InvokeAsync(() => _browser.Services.GetRequiredService<CurrentStaff>().GetAsync()); // as whoever shows it has

        _browser.SignOut();

        await here.WaitForAssertionAsync(() => Assert.Empty(Presence.WatchersOf("c-1")));
    }

    [Fact]
    public async Task The_customer_and_colleagues_are_seen_writing_for_a_few_seconds_after_each_key()
    {
        var here = Render();
        await here.WaitForAssertionAsync(() => Assert.NotEmpty(Presence.WatchersOf("c-1")));

        await TypesAsync(here, "Ana is writing…", () => Presence.CustomerTypesAsync(Desk.Ana, _state, Cancel));
        await TypesAsync(here, "Ana and Priya are writing…", () => Presence.StaffTypesAsync(StaffBrowser.Priya, "c-1", true, Cancel));

        // Some of the keys may be heard only now, and each counts from when it is heard.
        await here.WaitForAssertionAsync(() =>
        {
            _browser.Desk.Clock.Advance(TimeSpan.FromSeconds(7));
            Assert.Equal("", here.Find("[role=status]").TextContent);
        });
    }

    [Fact]
    public async Task What_was_written_ends_the_writing_and_ones_own_keys_are_not_told()
    {
        var here = Render();
        await here.WaitForAssertionAsync(() => Assert.NotEmpty(Presence.WatchersOf("c-1")));
        await Presence.StaffTypesAsync(StaffBrowser.Sam, "c-1", false, Cancel);
        await TypesAsync(here, "Ana is writing…", () => Presence.CustomerTypesAsync(Desk.Ana, _state, Cancel));

        // Each message that comes ends it again, where a key is heard only now.
        var hasEnded = false;
        for (var number = 1; number <= MostLateKeys && !hasEnded; number++)
        {
            here.Render(parameters => parameters.Add(one => one.State, _state with { LastNumber = number, LastLineBy = Conversation.Customer }));
            hasEnded = here.Find("[role=status]").TextContent.Length == 0;
            await Task.Yield();
        }

        Assert.True(hasEnded);
    }

    public ValueTask DisposeAsync() => _browser.DisposeAsync();

    private IRenderedComponent<WhoIsHere> Render() => _browser.Render<WhoIsHere>(parameters => parameters
        .Add(one => one.State, _state).Add(one => one.Me, StaffBrowser.Sam).Add(one => one.Customer, "Ana"));

    /// <summary>The page may not have subscribed yet; a key is pressed again and again anyway.</summary>
    private static async Task TypesAsync(IRenderedComponent<WhoIsHere> here, string expected, Func<ValueTask> key)
    {
        while (here.Find("[role=status]").TextContent != expected)
        {
            Cancel.ThrowIfCancellationRequested();
            await key();
            await Task.Yield();
        }
    }

    private static Task ReadsAsync(IRenderedComponent<WhoIsHere> here, string expected) =>
        here.WaitForAssertionAsync(() => Assert.Equal(expected, here.Find("[role=status]").TextContent));
}
