using CloudMart.Support.Tests.Fakes;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CloudMart.Support.Tests.Journeys;

[Collection(Elsewhere)]
public sealed class AnswerInTheMakingTests(RealBrowser browser, PacedPortal portal) : Journey(browser, portal)
{
    [Fact]
    public async Task A_reload_in_mid_answer_finds_the_conversation_again_and_the_answer_is_completed()
    {
        var tab = await SignInAsync();
        await tab.SayAsync("Tell me a story.");
        var answer = await portal.AskedAsync();
        answer.Write("Once upon a time ");
        await Expect(tab.Log).ToContainTextAsync("Once upon a time");

        await tab.Page.ReloadAsync();

        await Expect(tab.Message("Tell me a story.")).ToHaveCountAsync(1);
        await Expect(tab.Log).ToContainTextAsync("Once upon a time");
        answer.Write("there was an order.");
        answer.End();
        await Expect(tab.Stop).ToBeHiddenAsync();
        await Expect(tab.Log.GetByText("Once upon a time there was an order.", new() { Exact = true })).ToHaveCountAsync(1);
    }

    [Fact]
    public async Task An_answer_goes_on_without_the_tab_that_asked_for_it()
    {
        var tab = await SignInAsync("customer-2");
        await tab.SayAsync("Tell me another story.");
        var answer = await portal.AskedAsync();
        answer.Write("It was a dark ");
        await Expect(tab.Log).ToContainTextAsync("It was a dark");
        var conversation = tab.Path;
        var browser = tab.Page.Context;

        await tab.Page.CloseAsync();
        answer.Write("and stormy night.");
        answer.End();

        var later = new Tab(await browser.NewPageAsync());
        await later.GoToAsync(conversation);
        await Expect(later.Log.GetByText("It was a dark and stormy night.", new() { Exact = true })).ToHaveCountAsync(1);
        await Expect(later.Stop).ToBeHiddenAsync();
    }

    [Fact]
    public async Task Stop_is_offered_while_the_assistant_writes_and_stops_the_answer()
    {
        var tab = await SignInAsync();
        await Expect(tab.Stop).ToBeHiddenAsync();
        await tab.SayAsync("Read me the terms.");
        (await portal.AskedAsync()).Write("Clause one. ");
        await Expect(tab.Log).ToContainTextAsync("Clause one.");

        await tab.Stop.ClickAsync();

        await Expect(tab.Entry("Clause one.")).ToContainTextAsync("You stopped the answer here.");
        await Expect(tab.Stop).ToBeHiddenAsync();
        await Expect(tab.Box).ToBeFocusedAsync();
        await tab.SayAsync("Thank you.");
        var next = await portal.AskedAsync();
        next.Write("You are welcome.");
        next.End();
        await Expect(tab.Log).ToContainTextAsync("You are welcome.");
    }

    [Fact]
    public async Task A_screen_reader_is_told_of_an_answer_when_it_is_complete()
    {
        var tab = await SignInAsync();
        await tab.SayAsync("Say it slowly.");
        var answer = await portal.AskedAsync();
        answer.Write("Word by ");
        await Expect(tab.Entry("Word by")).ToHaveAttributeAsync("aria-live", "off");
        await Expect(tab.Entry("Word by")).ToHaveAttributeAsync("aria-busy", "true");

        answer.Write("word.");
        answer.End();

        await Expect(tab.Entry("Word by word.")).Not.ToHaveAttributeAsync("aria-live", "off");
        await Expect(tab.Entry("Word by word.")).Not.ToHaveAttributeAsync("aria-busy", "true");
    }

    [Fact]
    public async Task Scripts_in_messages_and_in_answers_are_text()
    {
        const string Attack = "<img src=x onerror=\"window.attacked = true\"><script>window.attacked = true</script>";
        var tab = await SignInAsync();

        await tab.SayAsync(Attack);

        var answer = await portal.AskedAsync();
        await Expect(tab.Log.GetByText(Attack, new() { Exact = true })).ToBeVisibleAsync();
        answer.Write($"You wrote {Attack}");
        await Expect(tab.Entry("You wrote <img src=x")).ToBeVisibleAsync();
        answer.Write(", and nothing happened.");
        answer.End();
        await Expect(tab.Stop).ToBeHiddenAsync();
        await Expect(tab.Log).ToContainTextAsync("and nothing happened.");
        await Expect(tab.Log.Locator("img, script")).ToHaveCountAsync(0);
        Assert.False(await tab.Page.EvaluateAsync<bool>("'attacked' in window"));
    }

    [Fact]
    public async Task Everything_can_be_done_with_the_keyboard_alone()
    {
        var tab = await OpenAsync();
        await tab.Page.GotoAsync("/signin");
        await tab.TabToAsync(tab.Account("customer-2"));
        await tab.Page.Keyboard.PressAsync("Enter");
        await tab.IsReadyAsync();
        await Expect(tab.Box).ToBeFocusedAsync();
        await tab.Page.Keyboard.TypeAsync("First question");
        await tab.Page.Keyboard.PressAsync("Enter");
        (await portal.AskedAsync()).Write("Let me think. ");
        await Expect(tab.Log).ToContainTextAsync("Let me think.");

        await tab.TabToAsync(tab.Stop);
        await tab.Page.Keyboard.PressAsync("Enter");
        await Expect(tab.Log).ToContainTextAsync("You stopped the answer here.");

        await tab.TabToAsync(tab.Button("New conversation"));
        await tab.Page.Keyboard.PressAsync("Enter");
        await Expect(tab.Greeting).ToBeVisibleAsync();
        await Expect(tab.Box).ToBeFocusedAsync();

        await tab.TabToAsync(tab.Page.GetByRole(AriaRole.Link, new() { NameRegex = new("^First question") }));
        await tab.Page.Keyboard.PressAsync("Enter");
        await Expect(tab.Message("First question")).ToBeVisibleAsync();
        await Expect(tab.Box).ToBeFocusedAsync();
    }
}
