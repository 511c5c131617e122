using Bunit;
using CloudMart.Support.Core.Conversations;
using CloudMart.Support.Tests.Fakes;
using CloudMart.Support.Web.SignIn;
using CloudMart.Support.Web.StaffConsole;

namespace CloudMart.Support.Tests.StaffConsole;

/// <summary>The sign-in expires, or the role is taken away, while the console is open.</summary>
public sealed class EndedSignInTests : IAsyncDisposable
{
    private readonly StaffBrowser _browser = new();

    private Desk Desk => _browser.Desk;

    private static CancellationToken Cancel => Xunit.TestContext.Current.CancellationToken;

    [Fact]
    public async Task Nothing_more_of_the_conversation_or_of_the_inbox_comes_to_the_page()
    {
        Desk.Assistant.Says("Hello.").Says("It is a secret.");
        var id = await Desk.SayAsync("Hi");
        await Desk.SettleAsync();
        var room = _browser.Render<ConsoleRoom>(parameters => parameters.Add(each => each.ConversationId, id));
        await room.WaitForElementAsync("[role=log] li");

        _browser.SignOut();
        await room.WaitForAssertionAsync(() => Assert.Contains("Your sign-in has ended", room.Markup, StringComparison.Ordinal));
        await using var news = await Desk.Feed.SubscribeAsync(FeedTopic.OfConversation(id), Cancel);
        await Desk.SayAsync("Tell me the secret", id);
        await Desk.SettleAsync();
        await Desk.HandOvers.AskForPersonAsync(Fakes.Desk.Ben, null, "press-1", Cancel);

        await news.ReadAllAsync(Cancel).FirstAsync(item => item is EntryAppended { Entry.Events: [.., { Event: RunEnded }] }, Cancel);
        for (var draw = 0; draw < 20; draw++)
        {
            Desk.Clock.Advance(TimeSpan.FromMilliseconds(100));
            await room.InvokeAsync(() => { });
        }

        Assert.DoesNotContain("secret", room.Markup, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(Fakes.Desk.Ben.CustomerId, room.Markup, StringComparison.Ordinal);
        Assert.Empty(_browser.Asked("append"));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Only_a_page_that_keeps_what_is_written_says_that_it_is_kept(bool isKept)
    {
        _browser.SignOut();

        var notice = _browser.Render<SignInEndedNotice>(parameters => parameters.Add(each => each.Policy, SignInPolicies.Staff).Add(each => each.IsKept, isKept));

        Assert.Equal(isKept, notice.Find("[role=alert]").TextContent.Contains("What you wrote is kept.", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_way_back_leads_to_the_conversation_that_is_open_by_now()
    {
        var (first, second) = (await Desk.SayAsync("Hi"), await Desk.SayAsync("Hello"));
        var room = _browser.Render<ConsoleRoom>(parameters => parameters.Add(each => each.ConversationId, first));
        await room.WaitForElementAsync("[role=log] li");
        await room.InvokeAsync(() => _browser.Console.ShowAsync(second));

        _browser.SignOut();

        await room.WaitForAssertionAsync(() => Assert.Equal(
            $"/signin?returnUrl={Uri.EscapeDataString($"/staff/{second}")}", room.FindAll("a").Single(link => link.TextContent == "Sign in again").GetAttribute("href")));
    }

    public ValueTask DisposeAsync() => _browser.DisposeAsync();
}
