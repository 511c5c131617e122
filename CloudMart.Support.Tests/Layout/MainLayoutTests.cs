using Bunit;
using CloudMart.Support.Tests.Fakes;
using CloudMart.Support.Web.Layout;

namespace CloudMart.Support.Tests.Layout;

public sealed class MainLayoutTests
{
    [Fact]
    public async Task A_customer_sees_who_they_are_where_they_can_go_and_how_to_leave()
    {
        await using var browser = new CustomersBrowser();

        var layout = browser.Render<MainLayout>();

        Assert.Equal(["Support", "My orders", "Help"], layout.FindAll("nav[aria-label=Main] a").Select(link => link.TextContent));
        Assert.Equal("Ana", layout.Find(".name").TextContent);
        Assert.Equal("/signout", layout.Find("form:has(button[aria-label='Sign out'])").GetAttribute("action"));
        Assert.NotNull(layout.Find("button[aria-label='Switch between light and dark']"));
    }

    [Fact]
    public async Task Both_palettes_are_on_the_page_so_that_no_theme_flashes()
    {
        await using var browser = new CustomersBrowser();

        var styles = browser.Render<ThemeStyles>().Markup;

        Assert.Contains(":root{", styles, StringComparison.Ordinal);
        Assert.Contains(":root[data-theme=dark]{", styles, StringComparison.Ordinal);
    }
}
