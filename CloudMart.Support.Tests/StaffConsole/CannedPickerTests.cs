using Bunit;
using CloudMart.Support.Core.Conversations;
using CloudMart.Support.Core.Staff.Replies;
using CloudMart.Support.Tests.Fakes;
using CloudMart.Support.Web.StaffConsole.Watching;

namespace CloudMart.Support.Tests.StaffConsole;

/// <summary>What the picker offers. How it is opened, searched and left is the browser's part: see the journeys.</summary>
public sealed class CannedPickerTests : IAsyncDisposable
{
    private readonly StaffBrowser _browser = new();

    [Fact]
    public void It_is_a_closed_list_box_that_a_combo_box_controls_with_every_text_filled()
    {
        var picker = Render(new("r-1", "Greeting", "Hi {customer}, {me} here, about {order}."), new("r-2", "Thanks", "Thank you."));

        Assert.True(picker.Find("[data-picker]").HasAttribute("hidden"));
        Assert.Equal(picker.Find("[role=listbox]").Id, picker.Find("[role=combobox]").GetAttribute("aria-controls"));
        Assert.Equal(
            ["Hi Ana, Sam here, about CM-7890.", "Thank you."],
            picker.FindAll("[role=option]").Select(option => option.GetAttribute("data-fill")));
        Assert.Equal("Greeting", picker.Find("[role=option] .title").TextContent);
    }

    [Fact]
    public void Where_there_is_no_reply_there_is_nothing_to_open() => Assert.Empty(Render().Markup.Trim());

    [Fact]
    public void The_order_is_the_one_last_named_by_a_person_asked_for_or_drawn_and_never_one_that_the_assistant_lists()
    {
        Assert.Null(Newest(Said("Hello")));
        Assert.Equal("CM-2", Newest(Said("Cancel CM-1"), Said("no, cm-2!"), new AssistantSaid("run-1", "You have CM-3 and CM-4.")));
        Assert.Equal("CM-5", Newest(Said("CM-1"), new ToolRequested("run-1", "", [new("", "get_order", """{"orderId":"CM-5"}"""), new("", "x", "no JSON")])));
        Assert.Equal("CM-7820", Newest(Said("CM-1"), new OperationEnded(SomeCards.Action, OperationEnding.Done, "{}", SomeCards.Receipt)));
        Assert.Equal("#W12", Newest(new StaffSaid("staff-1", "Sam", "m", "About #w12"), new StaffNoted("staff-1", "Sam", "Not CM-9")));
    }

    public ValueTask DisposeAsync() => ((IAsyncDisposable)_browser).DisposeAsync();

    private IRenderedComponent<CannedPicker> Render(params CannedReply[] replies) => _browser.Render<CannedPicker>(parameters => parameters
        .Add(each => each.Replies, replies)
        .Add(each => each.Customer, "Ana")
        .Add(each => each.Me, "Sam")
        .Add(each => each.Order, "CM-7890"));

    private static CustomerSaid Said(string text) => Entries.Said(text);

    private static string? Newest(params ConversationEvent[] events) => NewestOrder.In(CornerShop.Conversation([.. events]).Events);
}
