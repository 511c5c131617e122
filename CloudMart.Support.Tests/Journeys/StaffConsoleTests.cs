using CloudMart.Support.Tests.Fakes;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CloudMart.Support.Tests.Journeys;

/// <summary>A customer and a member of staff, each before a browser of their own.</summary>
[Collection(Elsewhere)]
public sealed class StaffConsoleTests(RealBrowser browser, PacedPortal portal) : Journey(browser, portal)
{
    [Fact]
    public async Task Staff_watch_an_answer_being_written_take_over_in_its_middle_reply_and_hand_back()
    {
        var ana = await SignInAsync();
        var sam = await SignInAsync("staff-1");
        Assert.Equal("/staff", sam.Path);
        await ana.SayAsync("Why is my parcel late?");
        var answer = await portal.AskedAsync();
        answer.Write("It is because ");

        await sam.ChooseAsync("Assistant");
        await Row(sam, "Why is my parcel late?").ClickAsync();
        await Expect(sam.Log).ToContainTextAsync("It is because");
        answer.Write("of the snow");
        await Expect(sam.Log).ToContainTextAsync("It is because of the snow");
        Assert.Equal($"/staff/{ana.Path.Split('/')[^1]}", sam.Path);

        await sam.Button("Take over").ClickAsync();
        await Expect(ana.Log).ToContainTextAsync("Sam from CloudMart joined.");
        await Expect(ana.Stop).ToBeHiddenAsync();

        var box = sam.Page.GetByRole(AriaRole.Textbox, new() { Name = "Reply", Exact = true });
        await box.FillAsync("Hello Ana,");
        await Expect(ana.Page.GetByText("Sam is writing…")).ToBeVisibleAsync();
        await box.PressAsync("Shift+Enter");
        await box.PressSequentiallyAsync("it comes tomorrow.");
        await box.PressAsync("Enter");
        await Expect(ana.Entry("it comes tomorrow.")).ToContainTextAsync("Sam");
        await Expect(box).ToHaveValueAsync("");

        await sam.Button("Hand back").ClickAsync();
        await Expect(ana.Log).ToContainTextAsync("The assistant answers again.");
        await ana.Box.PressSequentiallyAsync("Th");
        await Expect(sam.Page.GetByText("is writing…")).ToBeVisibleAsync();
        await ana.SayAsync("Thank you.");
        var next = await portal.AskedAsync();
        next.Write("You are welcome.");
        next.End();
        await Expect(sam.Log).ToContainTextAsync("You are welcome.");
    }

    [Fact]
    public async Task One_key_holds_the_assistant_and_the_customer_sees_nobody_join()
    {
        var ben = await SignInAsync("customer-2");
        await ben.SayAsync("What is your longest story?");
        (await portal.AskedAsync()).Write("Long ago ");
        await Expect(ben.Log).ToContainTextAsync("Long ago");
        var sam = await SignInAsync("staff-1");
        await sam.GoToAsync($"/staff/{ben.Path.Split('/')[^1]}");
        await Expect(sam.Log).ToContainTextAsync("Long ago");

        await sam.Page.Keyboard.PressAsync("h");

        await Expect(sam.Log).ToContainTextAsync("Sam held the assistant");
        await Expect(ben.Stop).ToBeHiddenAsync();
        await Expect(ben.Log).Not.ToContainTextAsync("joined");
    }

    [Fact]
    public async Task What_is_typed_is_kept_for_each_conversation_and_a_key_pressed_in_it_is_only_typed()
    {
        var ana = await SignInAsync();
        await ana.SayAsync("Keep this.");
        var answer = await portal.AskedAsync();
        answer.Write("Kept.");
        answer.End();
        await Expect(ana.Stop).ToBeHiddenAsync();
        var sam = await SignInAsync("staff-1");
        await sam.GoToAsync($"/staff/{ana.Path.Split('/')[^1]}");
        await sam.Button("Note").ClickAsync();
        var box = sam.Page.GetByRole(AriaRole.Textbox, new() { Name = "Note", Exact = true });
        await box.PressSequentiallyAsync("hhh");

        await sam.Page.ReloadAsync();
        await sam.IsReadyAsync();
        await sam.Button("Note").ClickAsync();

        await Expect(box).ToHaveValueAsync("hhh");
        await Expect(sam.Log).Not.ToContainTextAsync("held the assistant");
    }

    private static ILocator Row(Tab tab, string line) => tab.Page.GetByRole(AriaRole.Link).Filter(new() { HasText = line });
}
