using Bunit;
using CloudMart.Support.Tests.Fakes;
using CloudMart.Support.Web.StaffConsole.Watching;

namespace CloudMart.Support.Tests.StaffConsole;

public sealed class ToolCallLineTests : BunitContext
{
    [Fact]
    public void One_line_says_what_came_of_it_and_how_long_it_took_and_opens_to_the_rest()
    {
        var line = Show(new("k", CornerShop.Noon, new("", "get_order", """{"orderId":"CM-1"}"""), """{"outcome":"not_found"}""", TimeSpan.FromMilliseconds(12)));

        Assert.Equal(["get_order", "not found", "12 ms"], line.FindAll("summary > :not(.mark)").Select(each => each.TextContent));
        Assert.Contains("\"orderId\": \"CM-1\"", line.FindAll("pre")[0].TextContent, StringComparison.Ordinal);
        Assert.Contains("not_found", line.FindAll("pre")[1].TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void What_a_model_wrote_is_shown_even_where_it_is_no_JSON()
    {
        var line = Show(new("k", CornerShop.Noon, new("", "get_order", "{oops"), "Error", TimeSpan.FromSeconds(2.5)));

        Assert.Equal("{oops", line.FindAll("pre")[0].TextContent);
        Assert.Equal("2.5 s", line.Find(".took").TextContent);
    }

    [Fact]
    public void A_call_under_way_says_so() =>
        Assert.Contains("under way", Show(new("k", CornerShop.Noon, new("", "get_order", "{}"))).Find("summary").TextContent, StringComparison.Ordinal);

    private IRenderedComponent<ToolCallLine> Show(ToolCallShown shown) =>
        Render<ToolCallLine>(parameters => parameters.Add(line => line.Shown, shown));
}
