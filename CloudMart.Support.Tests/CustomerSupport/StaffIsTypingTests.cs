using Bunit;
using CloudMart.Support.Core.Conversations;
using CloudMart.Support.Tests.Fakes;
using CloudMart.Support.Web.CustomerSupport;

namespace CloudMart.Support.Tests.CustomerSupport;

public sealed class StaffIsTypingTests : IAsyncDisposable
{
    private readonly CustomersBrowser _browser = new();
    private readonly Conversation _state = Conversation.Empty("c-1") with
    {
        CustomerId = Desk.Ana.CustomerId, Owner = Owner.Staff, Answering = new(StaffBrowser.Sam.StaffId, "Sam", 1),
    };

    private static CancellationToken Cancel => Xunit.TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_customer_sees_the_person_who_answers_writing_until_the_words_are_there()
    {
        var page = Render();

        await TypesAsync(page, false, "Sam is writing…");
        page.Render(parameters => parameters.Add(one => one.State, _state with { LastNumber = 2, LastLineBy = "Sam" }));

        await page.WaitForAssertionAsync(() => Assert.Equal("", page.Find("[role=status]").TextContent));
    }

    [Fact]
    public async Task Nothing_is_told_of_notes_and_of_other_staff()
    {
        var page = Render();
        await TypesAsync(page, false, "Sam is writing…");
        _browser.Desk.Clock.Advance(TimeSpan.FromSeconds(7));
        await page.WaitForAssertionAsync(() => Assert.Equal("", page.Find("[role=status]").TextContent));
        var drawn = page.RenderCount;

        await _browser.Desk.WhoIsThere.StaffTypesAsync(StaffBrowser.Priya, "c-1", false, Cancel);
        await _browser.Desk.WhoIsThere.StaffTypesAsync(StaffBrowser.Sam, "c-1", true, Cancel);
        await using var watching = await _browser.Desk.WhoIsThere.EnterAsync(StaffBrowser.Priya, "c-1", Cancel);

        await page.WaitForAssertionAsync(() => Assert.True(page.RenderCount >= drawn + 3)); // each was heard
        Assert.Equal("", page.Find("[role=status]").TextContent);
    }

    public ValueTask DisposeAsync() => _browser.DisposeAsync();

    private IRenderedComponent<StaffIsTyping> Render() => _browser.Render<StaffIsTyping>(parameters => parameters.Add(one => one.State, _state));

    /// <summary>The page may not have subscribed yet; a key is pressed again and again anyway.</summary>
    private async Task TypesAsync(IRenderedComponent<StaffIsTyping> page, bool isNote, string expected)
    {
        while (page.Find("[role=status]").TextContent != expected)
        {
            Cancel.ThrowIfCancellationRequested();
            await _browser.Desk.WhoIsThere.StaffTypesAsync(StaffBrowser.Sam, "c-1", isNote, Cancel);
            await Task.Yield();
        }
    }
}
