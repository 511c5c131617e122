using CloudMart.Support.Tests.Fakes;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CloudMart.Support.Tests.Journeys;

/// <summary>What staff send stays in the box until the server has it, and reaches the customer once.</summary>
public sealed class StaffLostConnectionTests(RealBrowser browser, DemoPortal portal) : Journey(browser, portal)
{
    private const string Tomorrow = "It comes tomorrow.";

    [Fact]
    public async Task A_reply_that_is_sent_without_a_connection_arrives_once_when_there_is_one_and_so_does_the_next()
    {
        var (ana, sam, line) = await TogetherAsync();
        await line.CutAsync();
        await Expect(sam.ConnectionBar).ToBeVisibleAsync();

        await ReplyAsync(sam, Tomorrow);
        await Expect(Box(sam)).ToHaveValueAsync(Tomorrow);
        line.Mend();

        await Expect(Box(sam)).ToHaveValueAsync("");
        await NextArrivesAsync(ana, sam);
    }

    [Fact]
    public async Task A_reply_whose_answer_is_lost_with_the_connection_is_read_once_and_so_is_the_next()
    {
        var (ana, sam, line) = await TogetherAsync();
        line.IsDeaf = true;
        await ReplyAsync(sam, Tomorrow);
        await Expect(ana.Entry(Tomorrow)).ToHaveCountAsync(1);

        await line.CutAsync();
        await Expect(sam.ConnectionBar).ToBeVisibleAsync();
        line.Mend();

        await Expect(Box(sam)).ToHaveValueAsync("");
        await NextArrivesAsync(ana, sam);
    }

    [Fact]
    public async Task A_reply_whose_answer_is_lost_and_whose_page_is_loaded_again_is_read_once()
    {
        var (ana, sam, line) = await TogetherAsync();
        line.IsDeaf = true;
        await ReplyAsync(sam, Tomorrow);
        await Expect(ana.Entry(Tomorrow)).ToHaveCountAsync(1);
        await Expect(Box(sam)).ToHaveValueAsync(Tomorrow);

        line.Mend();
        await sam.Page.ReloadAsync();

        await Expect(sam.Log).ToContainTextAsync(Tomorrow);
        await Expect(Box(sam)).ToHaveValueAsync("");
        await NextArrivesAsync(ana, sam);
    }

    [Fact]
    public async Task What_was_changed_since_it_was_sent_without_a_connection_waits_for_another_press()
    {
        var (ana, sam, line) = await TogetherAsync();
        await line.CutAsync();
        await Expect(sam.ConnectionBar).ToBeVisibleAsync();
        await ReplyAsync(sam, "It comes today.");
        await Box(sam).FillAsync(Tomorrow);

        line.Mend();
        await Expect(sam.ConnectionBar).ToBeHiddenAsync();
        await Expect(Box(sam)).ToHaveValueAsync(Tomorrow);
        await sam.Send.ClickAsync();

        await Expect(Box(sam)).ToHaveValueAsync("");
        await NextArrivesAsync(ana, sam);
        await Expect(ana.Entry("It comes today.")).ToHaveCountAsync(0);
    }

    private static ILocator Box(Tab tab) => tab.Page.GetByRole(AriaRole.Textbox, new() { Name = "Reply", Exact = true });

    private static async Task ReplyAsync(Tab sam, string text)
    {
        await Box(sam).FillAsync(text);
        await sam.Send.ClickAsync();
    }

    /// <summary>And what was sent before it stands there once.</summary>
    private static async Task NextArrivesAsync(Tab ana, Tab sam)
    {
        await ReplyAsync(sam, "By noon.");
        await Expect(ana.Entry("By noon.")).ToHaveCountAsync(1);
        await Expect(Box(sam)).ToHaveValueAsync("");
        await Expect(ana.Entry(Tomorrow)).ToHaveCountAsync(1);
    }

    private async Task<(Tab Ana, Tab Sam, CircuitLine Line)> TogetherAsync()
    {
        var ana = await SignInAsync();
        await ana.Button("Talk to a person").ClickAsync();
        await Expect(ana.Log).ToContainTextAsync("person");
        var sam = await OpenAsync();
        var line = await CircuitLine.OfAsync(sam);
        await sam.SignInAsync("staff-1");
        await sam.IsReadyAsync();
        await sam.GoToAsync($"/staff/{ana.Path.Split('/')[^1]}");
        await Expect(Box(sam)).ToBeVisibleAsync();
        return (ana, sam, line);
    }
}
