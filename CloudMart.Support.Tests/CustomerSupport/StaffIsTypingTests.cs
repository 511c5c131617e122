using Bunit;
using CloudMart.Support.Core.Conversations;
using CloudMart.Support.Core.Staff;
using CloudMart.Support.Tests.Fakes;
using CloudMart.Support.Web.CustomerSupport;

namespace CloudMart.Support.Tests.CustomerSupport;

public sealed class StaffIsTypingTests : IAsyncDisposable
{
    /// <summary>Some of the keys may be heard only after the first of them is shown, and each counts from when it is heard.</summary>
    private const int MostLateKeys = 1_000;

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

        await TypesAsync(page, "Sam is writing…");
        var hasEnded = false;
        for (var number = 2; number < MostLateKeys && !hasEnded; number++)
        {
            page.Render(parameters => parameters.Add(one => one.State, _state with { LastNumber = number, LastLineBy = "Sam" }));
            hasEnded = !IsWriting(page);
            await Task.Yield();
        }

        Assert.True(hasEnded);
    }

    [Fact]
    public async Task Who_stops_writing_is_not_shown_for_long()
    {
        var page = Render();
        await TypesAsync(page, "Sam is writing…");

        await page.WaitForAssertionAsync(() =>
        {
            _browser.Desk.Clock.Advance(TimeSpan.FromSeconds(7));
            Assert.False(IsWriting(page));
        });
    }

    [Fact]
    public void Nothing_is_told_of_notes_of_other_staff_and_of_who_looks()
    {
        Assert.Equal("Sam", StaffIsTyping.WhoTypes(new StaffTypes("c-1", StaffBrowser.Sam.StaffId, "Sam", IsNote: false), _state));
        Assert.Null(StaffIsTyping.WhoTypes(new StaffTypes("c-1", StaffBrowser.Sam.StaffId, "Sam", IsNote: true), _state));
        Assert.Null(StaffIsTyping.WhoTypes(new StaffTypes("c-1", StaffBrowser.Priya.StaffId, "Priya", IsNote: false), _state));
        Assert.Null(StaffIsTyping.WhoTypes(new WatchersChanged("c-1"), _state));
        Assert.Null(StaffIsTyping.WhoTypes(new CustomerTypes("c-1"), _state));
    }

    public ValueTask DisposeAsync() => _browser.DisposeAsync();

    private IRenderedComponent<StaffIsTyping> Render() => _browser.Render<StaffIsTyping>(parameters => parameters.Add(one => one.State, _state));

    private static bool IsWriting(IRenderedComponent<StaffIsTyping> page) => page.Find("[role=status]").TextContent.Length > 0;

    /// <summary>The page may not have subscribed yet; a key is pressed again and again anyway.</summary>
    private async Task TypesAsync(IRenderedComponent<StaffIsTyping> page, string expected)
    {
        while (page.Find("[role=status]").TextContent != expected)
        {
            Cancel.ThrowIfCancellationRequested();
            await _browser.Desk.WhoIsThere.StaffTypesAsync(StaffBrowser.Sam, "c-1", isNote: false, Cancel);
            await Task.Yield();
        }
    }
}
