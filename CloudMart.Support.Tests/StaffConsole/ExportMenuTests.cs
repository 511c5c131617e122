using Bunit;
using CloudMart.Support.Tests.Fakes;
using CloudMart.Support.Web.StaffConsole.Export;

namespace CloudMart.Support.Tests.StaffConsole;

public sealed class ExportMenuTests : IAsyncDisposable
{
    private readonly StaffBrowser _browser = new();

    [Fact]
    public void It_offers_the_conversation_in_three_forms_as_files()
    {
        var menu = _browser.Render<ExportMenu>(parameters => parameters.Add(each => each.ConversationId, "c-1"));

        Assert.Equal("Export", menu.Find("summary").TextContent);
        Assert.Equal(
            ["/staff/c-1/transcript.md", "/staff/c-1/transcript.json", "/staff/c-1/scenario.md"],
            menu.FindAll("a[download]").Select(link => link.GetAttribute("href")));
    }

    public ValueTask DisposeAsync() => ((IAsyncDisposable)_browser).DisposeAsync();
}
