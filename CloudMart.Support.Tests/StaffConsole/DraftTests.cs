using Bunit;
using CloudMart.Support.Core.Assistant;
using CloudMart.Support.Tests.Fakes;
using CloudMart.Support.Web.StaffConsole.Drafts;
using Microsoft.AspNetCore.Components;

namespace CloudMart.Support.Tests.StaffConsole;

public sealed class DraftTests
{
    [Fact]
    public async Task A_draft_goes_into_the_box_and_not_to_the_customer()
    {
        await using var browser = new StaffBrowser(hasModel: true);
        var script = browser.JSInterop.SetupModule("./StaffConsole/Drafts/DraftButton.razor.js");
        script.SetupVoid("fill", _ => true).SetVoidResult();
        var id = await GreetedAsync(browser);
        browser.Desk.Assistant.Says("It comes tomorrow, Ana.");
        var button = browser.Render<DraftButton>(parameters => parameters.Add(one => one.ConversationId, id));
        var before = browser.Desk.EventsOf(id).Count;

        await PressAsync(button, "Draft a reply");

        await button.WaitForAssertionAsync(() => Assert.Equal("Read it before you send it.", button.Find("[role=status]").TextContent));
        Assert.Equal([id, "It comes tomorrow, Ana."], script.Invocations["fill"].Single().Arguments.Skip(1));
        Assert.Equal(before, browser.Desk.EventsOf(id).Count);
    }

    [Fact]
    public async Task A_sentence_that_the_log_does_not_bear_out_is_pointed_at()
    {
        await using var browser = new StaffBrowser(hasModel: true);
        browser.JSInterop.SetupModule("./StaffConsole/Drafts/DraftButton.razor.js").SetupVoid("fill", _ => true).SetVoidResult();
        var id = await GreetedAsync(browser);
        browser.Desk.Assistant.Says("I have canceled your order CM-7890.");
        var button = browser.Render<DraftButton>(parameters => parameters.Add(one => one.ConversationId, id));

        await PressAsync(button, "Draft a reply");

        await button.WaitForAssertionAsync(() => Assert.Contains("I have canceled your order CM-7890.", button.Find("[role=status]").TextContent, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Where_no_draft_can_be_had_that_is_said_and_can_be_tried_again()
    {
        await using var browser = new StaffBrowser(hasModel: true);
        var id = await GreetedAsync(browser);
        browser.Desk.Assistant.Then(new StepFailed(StepFailure.Unavailable, "HTTP 503"));
        var button = browser.Render<DraftButton>(parameters => parameters.Add(one => one.ConversationId, id));

        await PressAsync(button, "Draft a reply");

        await button.WaitForAssertionAsync(() => Assert.Contains("can’t be reached", button.Find("[role=status]").TextContent, StringComparison.Ordinal));
        Assert.False(button.Find("button").HasAttribute("disabled"));
    }

    [Fact]
    public async Task A_summary_stands_beside_the_conversation()
    {
        await using var browser = new StaffBrowser(hasModel: true);
        var id = await GreetedAsync(browser);
        browser.Desk.Assistant.Says("- Asked for the parcel\n- Nothing is open");
        var summary = browser.Render<ConversationSummary>(parameters => parameters.Add(one => one.ConversationId, id));

        await PressAsync(summary, "Summarize the conversation");

        await summary.WaitForAssertionAsync(() => Assert.Equal("- Asked for the parcel\n- Nothing is open", summary.Find("[role=status]").TextContent));
        Assert.Equal("Summarize again", summary.Find("button").TextContent);
    }

    [Fact]
    public async Task With_the_demo_assistant_neither_is_offered()
    {
        await using var browser = new StaffBrowser();

        Assert.Equal("", browser.Render<DraftButton>(parameters => parameters.Add(one => one.ConversationId, "c-1")).Markup.Trim());
        Assert.Equal("", browser.Render<ConversationSummary>(parameters => parameters.Add(one => one.ConversationId, "c-1")).Markup.Trim());
    }

    private static async Task<string> GreetedAsync(StaffBrowser browser)
    {
        browser.Desk.Assistant.Says("Hello.");
        var id = await browser.Desk.SayAsync("Hi");
        await browser.Desk.SettleAsync();
        return id;
    }

    private static Task PressAsync<T>(IRenderedComponent<T> component, string button)
        where T : IComponent => component.InvokeAsync(() => component.FindAll("button").Single(each => each.TextContent == button).ClickAsync(new()));
}
