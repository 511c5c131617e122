using CloudMart.Support.Tests.Fakes;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CloudMart.Support.Tests.Journeys;

[Collection(Elsewhere)]
public sealed class ActionCardTests(RealBrowser browser, CardPortal portal) : Journey(browser, portal)
{
    [Fact]
    public async Task A_return_is_asked_for_by_a_card_and_done_by_its_button_in_every_tab()
    {
        var tab = await SignInAsync();
        await tab.SayAsync(CardBrain.ReturnSkillet);
        var card = tab.ActionCard("Return 1 item of CM-7820");
        await Expect(card).ToContainTextAsync("$44.95 to Visa ending in 4242");
        await Expect(card.GetByText(" min left")).ToBeVisibleAsync();
        await Expect(tab.Log).ToContainTextAsync("Please decide.");
        var twin = await tab.OpenAnotherAsync(tab.Path);
        var orders = await tab.OpenAnotherAsync("/orders");
        await Expect(twin.ActionCard("Return 1 item of CM-7820")).ToBeVisibleAsync();
        await Expect(orders.OrderCard("CM-7820")).ToContainTextAsync("delivered");

        await tab.Button("Return items").DblClickAsync();

        await Expect(tab.Receipt("CM-7820: return of 1 item requested")).ToContainTextAsync("$44.95 to Visa ending in 4242");
        await Expect(tab.Folded("Return 1 item of CM-7820")).ToContainTextAsync("Done");
        await Expect(orders.OrderCard("CM-7820")).ToContainTextAsync("return requested");
        await Expect(twin.Receipt("CM-7820: return of 1 item requested")).ToHaveCountAsync(1);
        await Expect(twin.Button("Return items")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Declining_leaves_the_order_as_it_is_and_the_card_folds_to_one_line()
    {
        var tab = await SignInAsync("customer-2");
        await tab.SayAsync(CardBrain.ReturnGame);

        await tab.Button("Keep items").ClickAsync();

        var folded = tab.Folded("Return 1 item of CM-7803");
        await Expect(folded).ToContainTextAsync("Declined");
        await Expect(tab.Log.GetByText("Board game: Harbor Lights")).ToBeHiddenAsync();
        await folded.ClickAsync();
        await Expect(tab.Log.GetByText("Board game: Harbor Lights")).ToBeVisibleAsync();
        await tab.GoToAsync("/orders/CM-7803");
        await Expect(tab.OrderCard("CM-7803")).ToContainTextAsync("delivered");
    }

    [Fact]
    public async Task Of_two_open_cards_each_does_its_own_thing()
    {
        var tab = await SignInAsync();
        await tab.SayAsync(CardBrain.ReturnJacketAndMove);
        await Expect(tab.ActionCard("Return 1 item of CM-7791")).ToBeVisibleAsync();

        await tab.ActionCard("Send CM-7885 to another address").GetByRole(AriaRole.Button, new() { Name = "Change address" }).ClickAsync();

        await Expect(tab.Receipt("CM-7885 goes to another address")).ToContainTextAsync("400 SW Harbor Way");
        await Expect(tab.ActionCard("Return 1 item of CM-7791")).ToBeVisibleAsync();
        await tab.Button("Keep items").ClickAsync();
        await Expect(tab.Folded("Return 1 item of CM-7791")).ToContainTextAsync("Declined");
        await Expect(tab.Folded("Send CM-7885 to another address")).ToContainTextAsync("Done");
    }

    [Fact]
    public async Task A_typed_yes_does_what_the_only_card_says()
    {
        var tab = await SignInAsync();
        await tab.SayAsync(CardBrain.Move);
        await Expect(tab.Log).ToContainTextAsync("Please decide.");
        await tab.RememberAsync();

        await tab.SayAsync("yes");

        await Expect(tab.Log).ToContainTextAsync("All right.");
        await Expect(tab.Folded("Send CM-7890 to another address")).ToContainTextAsync("Done");
        var shown = await tab.Log.InnerTextAsync();
        Assert.Equal(
            ["yes", "CM-7890 goes to another address", "All right."],
            new[] { "All right.", "yes", "CM-7890 goes to another address" }.OrderBy(words => shown.LastIndexOf(words, StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData(ColorScheme.Light)]
    [InlineData(ColorScheme.Dark)]
    public async Task Axe_has_nothing_against_cards_open_and_folded(ColorScheme theme)
    {
        var tab = await SignInAsync("customer-1", new() { ColorScheme = theme, ReducedMotion = ReducedMotion.Reduce });
        await tab.SayAsync(CardBrain.CancelAndMove);
        await Expect(tab.ActionCard("Cancel CM-100001")).ToBeVisibleAsync();
        await Expect(tab.Log).ToContainTextAsync("Please decide.");
        await tab.AxeIsSilentAsync();

        await tab.Button("Keep order").ClickAsync();

        await Expect(tab.Folded("Cancel CM-100001")).ToContainTextAsync("Declined");
        await tab.AxeIsSilentAsync();
    }

    [Fact]
    public async Task On_a_phone_a_card_fits_and_fingers_find_its_buttons()
    {
        var tab = await SignInAsync("customer-1", Tab.Phone);
        await tab.Box.FillAsync(CardBrain.CancelAndMove);

        await tab.Send.TapAsync();

        await Expect(tab.Log).ToContainTextAsync("Please decide.");
        await tab.FitsAsync();
        foreach (var name in new[] { "Change address", "Keep address" })
        {
            await tab.Button(name).ScrollIntoViewIfNeededAsync();
            await tab.Button(name).IsHitByFingersAsync();
        }
    }

    [Fact]
    public async Task With_the_keyboard_the_focus_stays_at_the_card_after_its_button_was_pressed()
    {
        var tab = await SignInAsync();
        await tab.SayAsync(CardBrain.CancelAndMove);
        await Expect(tab.Log).ToContainTextAsync("Please decide.");
        await tab.Button("Cancel CM-100001").FocusAsync();
        await tab.Page.Keyboard.PressAsync("Tab");
        await Expect(tab.Button("Keep order")).ToBeFocusedAsync();

        await tab.Page.Keyboard.PressAsync("Enter");

        await Expect(tab.Folded("Cancel CM-100001")).ToBeFocusedAsync();
    }
}
