using AngleSharp.Dom;
using Bunit;
using CloudMart.Support.Core.Conversations;
using CloudMart.Support.Tests.Fakes;
using CloudMart.Support.Web.CustomerSupport;

namespace CloudMart.Support.Tests.CustomerSupport;

public sealed class CardsInTheRoomTests
{
    private const string Id = "c-1";

    private static CancellationToken Cancel => Xunit.TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_card_s_button_is_an_answer_in_the_log_and_the_receipt_comes_live()
    {
        await using var browser = new CustomersBrowser(opens: Id);
        var room = await AskedAsync(browser);

        await Button(room, "Return item").ClickAsync(new());
        await room.WaitForAssertionAsync(() => Assert.Equal("Doing it…", Words(room.Find(".status"))));
        Assert.Equal(SomeCards.Pressed, browser.Desk.EventsOf(Id)[^1]);
        Assert.Empty(room.FindAll("[role=log] button"));

        await AppendAsync(browser, SomeCards.Done);
        await room.WaitForAssertionAsync(() => Assert.Equal("Return 1 item of CM-7820 Done", Words(room.Find("summary"))));
        Assert.Contains("$44.95 to Visa ending in 4242", room.Find("li:has(summary) + li article").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Declining_leaves_no_receipt()
    {
        await using var browser = new CustomersBrowser(opens: Id);
        var room = await AskedAsync(browser);

        await Button(room, "Keep item").ClickAsync(new());

        await room.WaitForAssertionAsync(() => Assert.Equal("Return 1 item of CM-7820 Declined", Words(room.Find("summary"))));
        Assert.Equal(SomeCards.Declined, browser.Desk.EventsOf(Id)[^1]);
        Assert.Empty(room.FindAll("article"));
    }

    [Fact]
    public async Task What_staff_decide_arrives_live()
    {
        await using var browser = new CustomersBrowser(opens: Id);
        var room = await AskedAsync(browser);
        await AppendAsync(browser, SomeCards.Pressed, SomeCards.ToStaff);
        await room.WaitForAssertionAsync(() => Assert.Contains("Waiting for approval by our team", room.Find(".status").TextContent, StringComparison.Ordinal));

        await AppendAsync(browser, SomeCards.Decided(false, "It was used."));
        await AppendAsync(browser, SomeCards.Ended(
            OperationEnding.Rejected, SomeCards.Receipt with { Kind = ReceiptKind.Refused, Headline = "Not done", NextStep = "It was used." }));

        await room.WaitForAssertionAsync(() => Assert.Equal("It was used.", room.Find("article .next").TextContent));
        Assert.Equal("Return 1 item of CM-7820 Not approved", Words(room.Find("summary")));
    }

    [Fact]
    public async Task A_card_expires_by_itself_when_its_time_is_up()
    {
        await using var browser = new CustomersBrowser(opens: Id);
        var room = await AskedAsync(browser, browser.Desk.Clock.GetUtcNow().AddMinutes(15));

        browser.Desk.Clock.Advance(TimeSpan.FromMinutes(15) - TimeSpan.FromTicks(1));
        Assert.Equal(2, room.FindAll("[role=group] button").Count);
        browser.Desk.Clock.Advance(TimeSpan.FromTicks(1));

        await room.WaitForAssertionAsync(() => Assert.Equal("Return 1 item of CM-7820 Expired", Words(room.Find("summary"))));
    }

    [Fact]
    public async Task Of_two_cards_each_expires_in_its_own_time()
    {
        await using var browser = new CustomersBrowser(opens: Id);
        var now = browser.Desk.Clock.GetUtcNow();
        var room = await AskedAsync(browser, now.AddMinutes(10));
        await AppendAsync(browser, new ActionProposed(new(3, 1), "change_shipping_address", "{}", SomeCards.Address, now.AddMinutes(5)));
        await room.WaitForAssertionAsync(() => Assert.Equal(2, room.FindAll("[role=group]").Count));

        browser.Desk.Clock.Advance(TimeSpan.FromMinutes(5));
        await room.WaitForAssertionAsync(() => Assert.StartsWith("Send CM-7890", Words(Assert.Single(room.FindAll("summary"))), StringComparison.Ordinal));

        browser.Desk.Clock.Advance(TimeSpan.FromMinutes(5));
        await room.WaitForAssertionAsync(() => Assert.Equal(2, room.FindAll("summary").Count));
    }

    [Fact]
    public async Task Two_open_cards_each_do_their_own_thing()
    {
        await using var browser = new CustomersBrowser(opens: Id);
        var room = await AskedAsync(browser);
        await AppendAsync(browser, new ActionProposed(new(3, 1), "change_shipping_address", "{}", SomeCards.Address, LaterThan(browser)));
        await room.WaitForAssertionAsync(() => Assert.Equal(2, room.FindAll("[role=group]").Count));

        await Button(room, "Keep address").ClickAsync(new());

        await room.WaitForAssertionAsync(() => Assert.StartsWith("Send CM-7890", Words(Assert.Single(room.FindAll("summary"))), StringComparison.Ordinal));
        Assert.Equal(new ActionDeclined(new(3, 1), Desk.Ana.CustomerId), browser.Desk.EventsOf(Id)[^1]);
        Assert.Equal(["Return item", "Keep item"], room.FindAll("[role=group] button").Select(Words));
    }

    [Fact]
    public async Task What_was_answered_unheard_in_another_tab_is_read_when_a_button_is_pressed_here()
    {
        await using var browser = new CustomersBrowser(opens: Id);
        var room = await AskedAsync(browser);
        await browser.Desk.Store.AppendAsync(Entries.Entry(Id, browser.Desk.EventsOf(Id).Count + 1, SomeCards.Declined), Cancel);

        await Button(room, "Return item").ClickAsync(new());

        await room.WaitForAssertionAsync(() => Assert.Contains("Declined", Words(room.Find("summary")), StringComparison.Ordinal));
        Assert.DoesNotContain(SomeCards.Pressed, browser.Desk.EventsOf(Id));
    }

    [Fact]
    public async Task A_page_opened_long_after_the_question_shows_the_card_that_still_waits()
    {
        await using var browser = new CustomersBrowser(opens: Id);
        await browser.Desk.Store.AppendAsync(Entries.Entry(Id, 1, SomeCards.Asked(expiry: LaterThan(browser))), Cancel);
        for (var number = 8; number < 80; number++)
        {
            await browser.Desk.Store.AppendAsync(Entries.Entry(Id, number, Entries.Said($"and {number}")), Cancel);
        }

        var room = await browser.OpenRoomAsync();

        Assert.Equal(["Return item", "Keep item"], room.FindAll("[role=group] button").Select(Words));
    }

    [Fact]
    public async Task A_receipt_says_what_changed_and_leads_to_an_order_only_where_there_is_one()
    {
        await using var browser = new CustomersBrowser(opens: Id);
        var room = await AskedAsync(browser);

        await AppendAsync(browser, SomeCards.Pressed, SomeCards.Ended(
            OperationEnding.Done, new Receipt(ReceiptKind.Done, "", "Your default address was changed", [], Lines: SomeCards.Address.Lines)));

        await room.WaitForAssertionAsync(() => Assert.Equal(
            "from 12 Elm Street, Portland, OR 97205, USA → to 400 SW Harbor Way, Portland, OR 97201, USA",
            Words(room.Find("article[aria-label='Your default address was changed'] dd"))));
        Assert.Empty(room.FindAll("article a"));
    }

    private static string Words(IElement element) =>
        string.Join(' ', element.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static IElement Button(IRenderedComponent<ConversationRoom> room, string name) =>
        room.FindAll("[role=group] button").Single(button => Words(button) == name);

    private static DateTimeOffset LaterThan(CustomersBrowser browser) => browser.Desk.Clock.GetUtcNow().AddMinutes(15);

    private static async Task AppendAsync(CustomersBrowser browser, params ConversationEvent[] events)
    {
        var entry = Entries.Entry(Id, browser.Desk.EventsOf(Id).Count + 1, events);
        Assert.True(await browser.Desk.Store.AppendAsync(entry, Cancel));
        await browser.Desk.Feed.PublishAsync(new EntryAppended(entry), Cancel);
    }

    private static async Task<IRenderedComponent<ConversationRoom>> AskedAsync(CustomersBrowser browser, DateTimeOffset? expiry = null)
    {
        await browser.Desk.Store.AppendAsync(Entries.Entry(Id, 1, SomeCards.Asked(expiry: expiry ?? LaterThan(browser))), Cancel);
        return await browser.OpenRoomAsync();
    }
}
