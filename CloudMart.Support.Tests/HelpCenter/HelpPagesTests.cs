using System.Net;
using Bunit;
using CloudMart.Support.Core.HelpCenter;
using CloudMart.Support.Tests.Fakes;
using CloudMart.Support.Tests.SignIn;
using CloudMart.Support.Web.HelpCenter;
using Microsoft.Extensions.DependencyInjection;

namespace CloudMart.Support.Tests.HelpCenter;

[Trait("Needs", "Server")]
public sealed class HelpPagesTests
{
    private static CancellationToken Token => Xunit.TestContext.Current.CancellationToken;

    [Fact]
    public async Task Whoever_is_not_signed_in_finds_an_article_from_any_page()
    {
        await using var portal = new Portal();
        using var browser = new Browser(portal);

        Assert.Contains("<a href=\"/help\"", await browser.ReadAsync("/signin"), StringComparison.Ordinal);
        Assert.Contains("<a href=\"/help/returns\"", await browser.ReadAsync("/help"), StringComparison.Ordinal);
        Assert.Contains("id=\"how-long\"", await browser.ReadAsync("/help/returns"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/help/no-such-article")]
    [InlineData("/help/..%2Fappsettings")]
    [InlineData("/help/Returns.md")]
    public async Task An_article_that_is_not_there_is_answered_like_any_page_that_is_not_there(string path)
    {
        await using var portal = new Portal();
        using var client = portal.CreateClient();

        using var reply = await client.GetAsync(new Uri(path, UriKind.Relative), Token);

        Assert.Equal(HttpStatusCode.NotFound, reply.StatusCode);
        Assert.Contains("There is nothing here", await reply.Content.ReadAsStringAsync(Token), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_list_names_every_article_and_what_it_is_about()
    {
        await using var browser = new CustomersBrowser();
        var articles = browser.Services.GetRequiredService<HelpArticles>().All;

        var items = browser.Render<HelpPage>().FindAll("li");

        Assert.Equal(articles.Select(article => article.Title), items.Select(item => item.QuerySelector("a")!.TextContent));
        Assert.All(items, item => Assert.NotEmpty(item.QuerySelector("p")!.TextContent));
    }

    [Fact]
    public async Task An_article_is_shown_with_a_heading_for_every_section_that_links_can_lead_to()
    {
        await using var browser = new CustomersBrowser();
        var article = browser.Services.GetRequiredService<HelpArticles>().Find("returns")!;

        var page = browser.Render<HelpArticlePage>(parameters => parameters.Add(each => each.Slug, "returns"));

        Assert.Equal("Returns", page.Find("h1").TextContent);
        Assert.Equal(
            article.Sections.Skip(1).Select(section => (section.Anchor, section.Heading)),
            page.FindAll("h2").Select(heading => (heading.Id!, heading.TextContent)));
        Assert.Equal("canceled", page.Find("a[href='/help/cancellations']").TextContent);
        Assert.DoesNotContain("asked as", page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_stands_in_an_article_can_do_nothing_but_be_read()
    {
        await using var browser = new CustomersBrowser();
        var article = HelpArticleReader.Read("x", "# <b>X</b>\n\n<script>alert(1)</script>\n\n## <i>Y</i>\n\n[y](javascript:alert(1))");
        browser.Services.AddSingleton(new HelpArticles([article]));

        var page = browser.Render<HelpArticlePage>(parameters => parameters.Add(each => each.Slug, "x"));

        Assert.Empty(page.FindAll("script, b, i, a[href^=javascript]"));
        Assert.Equal("<b>X</b>", page.Find("h1").TextContent);
    }
}
