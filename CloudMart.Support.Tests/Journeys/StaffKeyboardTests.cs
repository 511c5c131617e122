using CloudMart.Support.Tests.Fakes;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CloudMart.Support.Tests.Journeys;

/// <summary>A member of staff who has no mouse.</summary>
[Collection(Elsewhere)]
public sealed class StaffKeyboardTests(RealBrowser browser, PacedPortal portal) : Journey(browser, portal)
{
    [Fact]
    public async Task The_keyboard_alone_finds_the_shortcuts_and_a_conversation_answers_by_a_canned_reply_and_hands_back()
    {
        var ana = await SignInAsync();
        await ana.SayAsync("Why is CM-7864 late, please?");
        var answer = await portal.AskedAsync();
        answer.Write("I do not know.");
        answer.End();
        await Expect(ana.Stop).ToBeHiddenAsync();
        var sam = await SignInAsync("staff-1");
        var keys = sam.Page.Keyboard;

        await keys.PressAsync("?");
        var sheet = sam.Page.GetByRole(AriaRole.Dialog, new() { Name = "Keyboard shortcuts" });
        await Expect(sheet.GetByRole(AriaRole.Row).Filter(new() { HasText = "Take over" })).ToContainTextAsync("T");
        await sam.AxeIsSilentAsync();
        await keys.PressAsync("Escape");
        await Expect(sheet).ToBeHiddenAsync();

        await sam.TabToAsync(sam.Button("Assistant"));
        await keys.PressAsync("Enter");
        var row = sam.Page.GetByRole(AriaRole.Link).Filter(new() { HasText = "Assistant: I do not know." });
        await Expect(row).ToBeVisibleAsync();
        await PressUntilFocusedAsync(sam, "j", row);
        await keys.PressAsync("Enter");
        await Expect(sam.Log).ToContainTextAsync("Why is CM-7864 late");

        await keys.PressAsync("r");
        var box = sam.Page.GetByRole(AriaRole.Textbox, new() { Name = "Reply", Exact = true });
        await Expect(box).ToBeFocusedAsync();
        await keys.TypeAsync("/late");
        var options = Options(sam);
        await Expect(options).ToHaveCountAsync(1);
        await Expect(sam.Page.GetByRole(AriaRole.Combobox, new() { Name = "Find a canned reply" })).ToBeFocusedAsync();
        await sam.AxeIsSilentAsync();
        await keys.PressAsync("Enter");
        await Expect(box).ToBeFocusedAsync();
        await Expect(box).ToHaveValueAsync("I’m sorry that CM-7864 is late, Ana. I have asked the carrier where it is and will write to you here as soon as I know more.");
        await keys.PressAsync("Enter");
        await Expect(ana.Entry("I have asked the carrier")).ToContainTextAsync("Sam");
        await Expect(box).ToHaveValueAsync("");

        await keys.PressAsync("Escape"); // out of the box
        await keys.PressAsync("b");
        await Expect(sam.Log).ToContainTextAsync("Sam handed it back to the assistant");
    }

    [Fact]
    public async Task A_slash_can_also_be_written_and_the_list_is_walked_with_the_arrows()
    {
        var sam = await AtAnAnsweredConversationAsync();
        var keys = sam.Page.Keyboard;
        await keys.PressAsync("r");
        var box = sam.Page.GetByRole(AriaRole.Textbox, new() { Name = "Reply", Exact = true });

        await keys.TypeAsync("/home");
        await Expect(sam.Page.GetByText("No reply has these words.")).ToBeVisibleAsync();
        await keys.PressAsync("Escape");
        await Expect(box).ToHaveValueAsync("/home");
        await keys.TypeAsync(" is where it goes");
        await Expect(box).ToHaveValueAsync("/home is where it goes");

        await box.FillAsync("");
        await keys.TypeAsync("/");
        var options = Options(sam);
        await Expect(options.First).ToHaveAttributeAsync("aria-selected", "true");
        await keys.PressAsync("ArrowUp");
        await Expect(options.Last).ToHaveAttributeAsync("aria-selected", "true");
        await keys.PressAsync("ArrowDown");
        await keys.PressAsync("ArrowDown");
        await Expect(options.Nth(1)).ToHaveAttributeAsync("aria-selected", "true");
        await keys.PressAsync("Backspace");
        await Expect(options.First).ToBeHiddenAsync();
        await Expect(box).ToHaveValueAsync("");

        await keys.PressAsync("Escape");
        await keys.PressAsync("n");
        var note = sam.Page.GetByRole(AriaRole.Textbox, new() { Name = "Note", Exact = true });
        await Expect(note).ToBeFocusedAsync();
        await keys.TypeAsync("/t b h");
        await Expect(note).ToHaveValueAsync("/t b h");
        await Expect(sam.Button("Take over")).ToBeVisibleAsync();

        await keys.PressAsync("Escape");
        await keys.PressAsync("/");
        await Expect(sam.Page.GetByRole(AriaRole.Searchbox)).ToBeFocusedAsync();
    }

    [Fact]
    public async Task Single_keys_can_be_switched_off_and_stay_so_until_they_are_switched_on_again()
    {
        var sam = await AtAnAnsweredConversationAsync();
        var keys = sam.Page.Keyboard;
        var box = sam.Page.GetByRole(AriaRole.Checkbox, new() { Name = "Use single keys" });
        await keys.PressAsync("?");
        await sam.TabToAsync(box);
        await keys.PressAsync("Space");
        await keys.PressAsync("Escape");
        await Expect(box).ToBeHiddenAsync();
        await keys.PressAsync("t");
        await sam.Page.ReloadAsync();
        await sam.IsReadyAsync();
        await Expect(sam.Log).ToContainTextAsync("Hello there."); // before, there is nothing to take over
        await keys.PressAsync("t");

        await keys.PressAsync("?"); // the way back stays
        await Expect(box).Not.ToBeCheckedAsync();
        await Expect(sam.Log).Not.ToContainTextAsync("took over");
        await sam.TabToAsync(box);
        await keys.PressAsync("Space");
        await keys.PressAsync("Escape");
        await Expect(box).ToBeHiddenAsync();
        await keys.PressAsync("t");
        await Expect(sam.Log).ToContainTextAsync("Sam took over");
    }

    [Fact]
    public async Task Sound_and_notification_come_only_after_both_were_switched_on_and_stay_so()
    {
        var sam = await OpenAsync();
        await sam.Page.AddInitScriptAsync("""
            window.told = []; window.chimes = 0; window.asked = 0;
            window.Notification = class extends EventTarget {
              static permission = localStorage.getItem('allowed') ?? 'default';
              static async requestPermission() { window.asked++; localStorage.setItem('allowed', 'granted'); return Notification.permission = 'granted'; }
              constructor(title, { body }) { super(); window.told.push(body); }
              close() {}
            };
            const resume = AudioContext.prototype.resume;
            AudioContext.prototype.resume = function () { window.chimes++; return resume.call(this); };
            document.hasFocus = () => false;
            """);
        await sam.SignInAsync("staff-1");
        await sam.IsReadyAsync();
        var first = await SignInAsync();
        await first.Button("Talk to a person").ClickAsync();
        await Expect(sam.Page).ToHaveTitleAsync(new System.Text.RegularExpressions.Regex(@"^\(\d+\)"));
        Assert.Equal((0, 0, 0), await HeardAsync(sam));

        await sam.Button("Sound when a conversation needs attention").ClickAsync();
        await sam.Button("Notification when a conversation needs attention").ClickAsync();
        await Expect(sam.Button("Notification when a conversation needs attention")).ToHaveAttributeAsync("aria-pressed", "true");
        Assert.Equal((0, 1, 1), await HeardAsync(sam)); // the sound lets itself be heard
        await sam.Page.ReloadAsync();
        await sam.IsReadyAsync();
        await Expect(sam.Button("Sound when a conversation needs attention")).ToHaveAttributeAsync("aria-pressed", "true");

        var second = await SignInAsync("customer-2");
        await second.Button("Talk to a person").ClickAsync();

        await sam.Page.WaitForFunctionAsync("() => window.told.length === 1");
        Assert.Equal("Ben: Waiting for a person", await sam.Page.EvaluateAsync<string>("window.told[0]"));
        Assert.Equal((1, 1, 0), await HeardAsync(sam));
    }

    private static ILocator Options(Tab tab) => tab.Page.GetByRole(AriaRole.Listbox, new() { Name = "Canned replies" }).GetByRole(AriaRole.Option);

    private static async Task<(int Told, int Chimes, int Asked)> HeardAsync(Tab tab)
    {
        var heard = await tab.Page.EvaluateAsync<int[]>("[window.told.length, window.chimes, window.asked]");
        return (heard[0], heard[1], heard[2]);
    }

    private async Task<Tab> AtAnAnsweredConversationAsync()
    {
        var ana = await SignInAsync();
        await ana.SayAsync("Hello there.");
        var answer = await portal.AskedAsync();
        answer.Write("Hello.");
        answer.End();
        await Expect(ana.Stop).ToBeHiddenAsync();
        var sam = await SignInAsync("staff-1");
        await sam.GoToAsync($"/staff/{ana.Path.Split('/')[^1]}");
        await Expect(sam.Log).ToContainTextAsync("Hello there.");
        return sam;
    }

    private static async Task PressUntilFocusedAsync(Tab tab, string key, ILocator wanted)
    {
        const int Most = 50;
        for (var pressed = 0; !await wanted.EvaluateAsync<bool>("each => each === document.activeElement"); pressed++)
        {
            Assert.True(pressed < Most, $"The key {key} does not reach {wanted}.");
            await tab.Page.Keyboard.PressAsync(key);
        }
    }
}
