using Bunit;
using CloudMart.Support.Tests.Fakes;
using CloudMart.Support.Web;
using CloudMart.Support.Web.Layout;
using CloudMart.Support.Web.MyOrders;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;

namespace CloudMart.Support.Tests.Layout;

public sealed class AppTests : IAsyncDisposable
{
    private readonly CustomersBrowser _browser = new();

    [Fact]
    public void The_document_runs_scripts_of_its_own_site_only_and_none_from_within_the_page()
    {
        GoTo("/orders");

        var scripts = _browser.Render<App>().FindAll("script");

        Assert.Equal(["js/theme.js", "_framework/blazor.web.js", "js/circuit.js"], scripts.Select(script => script.GetAttribute("src")));
        Assert.All(scripts, script => Assert.Equal("", script.TextContent));
    }

    [Fact]
    public void A_page_that_breaks_says_so_and_offers_to_load_it_again()
    {
        GoTo("/orders");

        var alert = _browser.Render<App>().Find("#blazor-error-ui");

        Assert.Equal("alert", alert.GetAttribute("role"));
        Assert.Equal("Reload", alert.QuerySelector("a")!.TextContent);
    }

    [Fact]
    public async Task A_customers_own_page_is_found_by_its_address()
    {
        await _browser.PutAsync(CornerShop.Order());
        GoTo("/orders/CM-7890");

        var routes = _browser.Render<Routes>();

        Assert.Equal("CM-7890", routes.FindComponent<MyOrdersPage>().Instance.OrderId);
        await routes.WaitForAssertionAsync(() => Assert.NotNull(routes.Find("article[aria-label='Order CM-7890']")));
    }

    [Fact]
    public void A_page_for_others_is_not_shown_to_a_customer()
    {
        GoTo("/staff/audit");

        Assert.Contains("Not authorized", _browser.Render<Routes>().Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void Where_there_is_nothing_the_way_to_support_is_shown()
    {
        var page = _browser.Render<NotFoundPage>();

        Assert.Equal("There is nothing here", page.Find("h1").TextContent);
        Assert.Equal("/support", page.Find("a").GetAttribute("href"));
    }

    public ValueTask DisposeAsync() => _browser.DisposeAsync();

    private void GoTo(string address) => _browser.Services.GetRequiredService<NavigationManager>().NavigateTo(address);
}
