using System.Text.RegularExpressions;
using CloudMart.Support.Core.HelpCenter;

namespace CloudMart.Support.Tests.HelpCenter;

public sealed partial class HelpArticleTests
{
    private static readonly HelpArticles Articles = HelpArticles.Load(Path.Combine(AppContext.BaseDirectory, "help"));

    [Fact]
    public void Every_subject_that_customers_ask_about_has_its_article() => Assert.Equal(
        [
            "cancellations", "changing-an-order", "contact", "exchanges", "invoices", "payment-methods", "placing-an-order", "privacy",
            "refunds", "returns", "shipping",
        ],
        Articles.All.Select(article => article.Slug).Order(StringComparer.Ordinal));

    [Fact]
    public void No_link_of_an_article_is_dead()
    {
        string[] pages = ["/support", "/orders", .. Articles.All.SelectMany(article => article.Sections.Select(article.AddressOf))];
        var links = Articles.All.SelectMany(article => article.Sections).SelectMany(section => Links().Matches(section.Markdown)).ToList();

        Assert.NotEmpty(links);
        Assert.All(links, link => Assert.Contains(link.Groups["to"].Value, pages));
    }

    [Fact]
    public void No_two_headings_of_an_article_have_one_anchor() =>
        Assert.All(Articles.All, article => Assert.Distinct(article.Sections.Select(section => section.Anchor)));

    [Fact]
    public void Every_section_says_something_and_shows_none_of_the_words_for_the_search() =>
        Assert.All(Articles.All.SelectMany(article => article.Sections), section =>
        {
            Assert.NotEmpty(section.Markdown);
            Assert.DoesNotContain("<!--", section.Markdown, StringComparison.Ordinal);
        });

    [Fact]
    public void An_article_is_its_title_an_introduction_and_sections()
    {
        var article = HelpArticleReader.Read(
            "pets", "# Pets\r\n\r\n<!-- asked as: dog, cat -->\r\n\r\nWe like them.\r\n\r\n## How many?\r\n\r\nOne.\r\n");

        Assert.Equal(("pets", "Pets", "/help/pets"), (article.Slug, article.Title, article.Path));
        Assert.Equal(
            [new HelpSection("Pets", "", "We like them.", "dog, cat"), new HelpSection("How many?", "how-many", "One.", "")],
            article.Sections);
        Assert.Equal("/help/pets#how-many", article.AddressOf(article.Sections[1]));
    }

    [Fact]
    public void An_article_without_a_title_is_named()
    {
        var fault = Assert.Throws<InvalidDataException>(() => HelpArticleReader.Read("pets", "Pets"));

        Assert.Contains("pets.md", fault.Message, StringComparison.Ordinal);
    }

    [GeneratedRegex(@"\]\((?<to>[^)]*)\)")]
    private static partial Regex Links();
}
