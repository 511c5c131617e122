using AngleSharp.Dom;
using Bunit;
using CloudMart.Support.Core.Assistant;
using CloudMart.Support.Core.Conversations;
using CloudMart.Support.Core.Orders;
using CloudMart.Support.Tests.Fakes;
using CloudMart.Support.Web.CustomerSupport;

namespace CloudMart.Support.Tests.CustomerSupport;

public sealed class ConversationRoomTests
{
    private static CancellationToken Cancel => Xunit.TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_empty_conversation_greets_by_name_and_offers_what_the_newest_orders_suggest()
    {
        await using var browser = new CustomersBrowser(opens: "");
        await browser.PutAsync(CornerShop.Order("CM-7890"), CornerShop.Order("CM-7871", OrderStatus.Shipped) with { PlacedAt = CornerShop.Noon.AddDays(-1) });

        var room = browser.Render<ConversationRoom>();

        await room.WaitForAssertionAsync(() => Assert.Equal("Hello Ana, how can we help?", room.Find("h2").TextContent));
        Assert.Equal(["Cancel order CM-7890", "Where is CM-7871?", "Show my orders"], room.FindAll("[role=group] button").Select(chip => chip.TextContent));
        Assert.Equal(["/orders/CM-7890", "/orders/CM-7871"], room.FindAll(".orders a").Select(card => card.GetAttribute("href")));
    }

    [Fact]
    public async Task A_message_appears_with_what_is_being_done_then_the_receipt_then_the_answer()
    {
        await using var browser = new CustomersBrowser(opens: "");
        await browser.PutAsync(CornerShop.Order());
        browser.Desk.Assistant.Calls(("cancel_order", """{"orderId":"CM-7890","reason":null}""")).Says("Done: **CM-7890** is canceled.");
        var room = await browser.OpenRoomAsync();

        await room.InvokeAsync(() => room.Instance.SayAsync(null, "m-1", "Cancel order CM-7890"));
        await room.WaitForAssertionAsync(() => Assert.Equal("Cancel order CM-7890", room.Find("[data-message=m-1]").TextContent));
        Assert.Empty(room.FindAll("h2"));

        await browser.Desk.SettleAsync();
        await room.WaitForAssertionAsync(() => Assert.Equal("Canceling CM-7890…", room.Find(".work").TextContent));

        browser.Desk.Clock.Advance(TimeSpan.FromSeconds(1));
        await room.WaitForAssertionAsync(() => Assert.Contains("Done: CM-7890 is canceled.", room.Find("[role=log]").TextContent, StringComparison.Ordinal));
        var receipt = room.Find("article[aria-label='CM-7890 canceled']");
        Assert.Contains("Wireless headphones, Aluminum laptop stand", receipt.TextContent, StringComparison.Ordinal);
        Assert.Contains("$129.00 to Visa ending in 4242", receipt.TextContent, StringComparison.Ordinal);
        Assert.Equal("/orders/CM-7890", receipt.QuerySelector("a")!.GetAttribute("href"));
        Assert.Empty(room.FindAll(".work"));
        Assert.Equal("CM-7890", room.Find(".words strong").TextContent);
    }

    [Fact]
    public async Task A_running_answer_is_written_by_the_browser_and_announced_only_when_complete()
    {
        await using var browser = new CustomersBrowser(opens: "");
        var reached = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        browser.Desk.Assistant.Hangs("It has shipped.", reached);
        var room = await browser.OpenRoomAsync();
        await room.InvokeAsync(() => room.Instance.SayAsync(null, "m-1", "Where is CM-7864?"));
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Cancel);

        var running = browser.Desk.SettleAsync(stop.Token);
        await reached.Task;

        Assert.Equal(["It has shipped."], await browser.AppendedAsync(1));
        var live = room.Find("[data-live]");
        Assert.Equal("", live.TextContent);
        Assert.Equal(("off", "true"), (live.ParentElement!.GetAttribute("aria-live"), live.ParentElement.GetAttribute("aria-busy")));
        Assert.Equal("true", room.Find(".room").GetAttribute("data-answering"));
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => running);
    }

    [Fact]
    public async Task After_a_lost_connection_the_whole_live_text_is_written_again()
    {
        await using var browser = new CustomersBrowser(opens: "c-1");
        await browser.Desk.Store.AppendAsync(
            Entries.Entry("c-1", 1, Entries.Said("Where is it?"), new RunStarted("run-1", "claim")), Cancel);
        var room = await browser.OpenRoomAsync();
        await browser.Desk.Feed.PublishAsync(new TextWritten("c-1", "run-1", 0, 0, "It has shipped."), Cancel);
        await browser.AppendedAsync(1);

        await room.InvokeAsync(room.Instance.ReconnectedAsync);

        Assert.Equal(["It has shipped.", "It has shipped."], await browser.AppendedAsync(2, advancing: true));
    }

    [Fact]
    public async Task A_refusal_says_what_can_be_done_instead()
    {
        await using var browser = new CustomersBrowser(opens: "");
        await browser.PutAsync(CornerShop.Order(status: OrderStatus.Processed));
        browser.Desk.Assistant.Calls(("cancel_order", """{"orderId":"CM-7890","reason":null}""")).Says("I can't.");
        var room = await browser.OpenRoomAsync();

        await room.InvokeAsync(() => room.Instance.SayAsync(null, "m-1", "Cancel order CM-7890"));
        await browser.Desk.SettleAsync();
        await room.WaitForElementAsync(".work");
        browser.Desk.Clock.Advance(TimeSpan.FromSeconds(1));

        await room.WaitForAssertionAsync(() =>
        {
            var refusal = room.Find("article.refused");
            Assert.StartsWith("CM-7890 was not canceled", refusal.GetAttribute("aria-label"), StringComparison.Ordinal);
            Assert.NotEqual("", refusal.QuerySelector(".next")!.TextContent);
        });
    }

    [Fact]
    public async Task Script_in_messages_answers_and_items_is_text()
    {
        const string Script = "<script>alert(1)</script><img src=x onerror=alert(1)>";
        await using var browser = new CustomersBrowser(opens: "");
        await browser.PutAsync(CornerShop.Order() with { Items = [new("1", Script, 10m)] });
        browser.Desk.Assistant.Says($"{Script} [bad](javascript:alert(1)) ![spy](https://example.com/x.png)");
        var room = await browser.OpenRoomAsync();
        await room.WaitForAssertionAsync(() => Assert.Contains(Script, room.Find(".orders").TextContent, StringComparison.Ordinal));

        await room.InvokeAsync(() => room.Instance.SayAsync(null, "m-1", Script));
        await browser.Desk.SettleAsync();

        await room.WaitForAssertionAsync(() => Assert.Contains("alert(1)", room.Find(".words").TextContent, StringComparison.Ordinal));
        Assert.Equal(Script, room.Find("[data-message]").TextContent);
        Assert.Empty(room.FindAll("script, img, [onerror], [href^=javascript]"));
    }

    [Fact]
    public async Task Earlier_messages_come_on_demand()
    {
        await using var browser = new CustomersBrowser(opens: "c-1");
        await browser.Desk.Store.AppendAsync(Entries.Entry("c-1", 1, [.. Enumerable.Range(1, 30).Select(n => Entries.Said($"first {n}"))]), Cancel);
        await browser.Desk.Store.AppendAsync(Entries.Entry("c-1", 31, [.. Enumerable.Range(1, 30).Select(n => Entries.Said($"second {n}"))]), Cancel);
        var room = await browser.OpenRoomAsync();
        Assert.Equal("first 11", room.Find("[data-message]").TextContent);

        await room.Find("[data-earlier]").ClickAsync(new());

        await room.WaitForAssertionAsync(() => Assert.Equal("first 1", room.Find("[data-message]").TextContent));
        Assert.Equal(60, room.FindAll("[data-message]").Count);
        Assert.Empty(room.FindAll("[data-earlier]"));
    }

    [Fact]
    public async Task An_unknown_conversation_is_said_to_be_unknown_and_a_new_one_offered()
    {
        await using var browser = new CustomersBrowser(opens: "nonsense");

        var room = await browser.OpenRoomAsync();

        await room.WaitForAssertionAsync(() => Assert.Contains("could not be found", room.Find("[role=status]").TextContent, StringComparison.Ordinal));
        Assert.Equal("", room.Find(".room").GetAttribute("data-conversation"));
    }

    [Fact]
    public async Task A_conversation_that_still_owes_an_answer_is_opened_where_the_browser_has_no_wish()
    {
        await using var browser = new CustomersBrowser(opens: null);
        var owed = await browser.Desk.SayAsync("Hello?");

        var room = await browser.OpenRoomAsync();

        Assert.Equal(owed, room.Find(".room").GetAttribute("data-conversation"));
    }

    [Fact]
    public async Task Stop_ends_the_answer_and_says_so()
    {
        await using var browser = new CustomersBrowser(opens: "");
        var reached = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        browser.Desk.Assistant.Hangs("It has", reached);
        var room = await browser.OpenRoomAsync();
        await room.InvokeAsync(() => room.Instance.SayAsync(null, "m-1", "Where is CM-7864?"));
        var running = browser.Desk.SettleAsync();
        await reached.Task;

        await room.InvokeAsync(room.Instance.StopAsync);
        await running;

        await room.WaitForAssertionAsync(() => Assert.Contains("You stopped the answer here.", room.Find("[role=log]").TextContent, StringComparison.Ordinal));
        Assert.Equal("false", room.Find(".room").GetAttribute("data-answering"));
    }

    [Fact]
    public async Task Once_the_sign_in_has_ended_nothing_new_is_shown_or_taken_and_the_page_says_so()
    {
        await using var browser = new CustomersBrowser(opens: "");
        browser.Desk.Assistant.Says("Hello Ana.");
        var room = await browser.OpenRoomAsync();
        await room.InvokeAsync(() => room.Instance.SayAsync(null, "m-1", "Hi"));
        await browser.Desk.SettleAsync();
        await room.WaitForAssertionAsync(() => Assert.Contains("Hello Ana.", room.Find("[role=log]").TextContent, StringComparison.Ordinal));

        browser.SignOut();
        await room.WaitForAssertionAsync(() => Assert.Contains("Your sign-in has ended.", room.Find("[role=alert]").TextContent, StringComparison.Ordinal));
        await browser.Desk.SayAsync("A secret", room.Find("[data-conversation]").GetAttribute("data-conversation"), "m-2");

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => room.InvokeAsync(() => room.Instance.SayAsync(null, "m-3", "Me again")));
        Assert.DoesNotContain("A secret", room.Markup, StringComparison.Ordinal);
        var back = $"/support/{room.Find("[data-conversation]").GetAttribute("data-conversation")}";
        Assert.Equal($"/signin?returnUrl={Uri.EscapeDataString(back)}", room.Find("[role=alert] a").GetAttribute("href"));
    }

    [Fact]
    public async Task A_message_that_cannot_be_taken_is_refused_in_words()
    {
        await using var browser = new CustomersBrowser(opens: "");
        var room = await browser.OpenRoomAsync();

        var tooLong = await room.InvokeAsync(() => room.Instance.SayAsync(null, "m-1", new string('x', 4_001)));
        var elsewhere = await room.InvokeAsync(() => room.Instance.SayAsync("nonsense", "m-2", "Hello"));

        Assert.Contains("4,000", tooLong.Refusal, StringComparison.Ordinal);
        Assert.Contains("can’t be continued", elsewhere.Refusal, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_message_beyond_the_limit_is_to_be_sent_again_later()
    {
        await using var browser = new CustomersBrowser(opens: "");
        var room = await browser.OpenRoomAsync();
        Delivery delivery;
        var number = 0;
        do
        {
            delivery = await room.InvokeAsync(() => room.Instance.SayAsync(null, $"m-{++number}", "Hello"));
        }
        while (delivery.RetryAfter is null && number < 1_000);

        Assert.InRange(delivery.RetryAfter!.Value, 1, 60_000);
        Assert.Null(delivery.Refusal);
    }
}
