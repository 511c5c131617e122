using CloudMart.Support.Web.CustomerSupport;

namespace CloudMart.Support.Tests.CustomerSupport;

public sealed class SafeMarkdownTests
{
    [Theory]
    [InlineData("Done: **CM-7890** is canceled.", "Done: CM-7890 is canceled.")]
    [InlineData("See [how returns work](/help/returns).", "See how returns work.")]
    [InlineData("# Hello\n- one\n- `two`", "Hello one two")]
    [InlineData("It was **CM-78…", "It was CM-78…")]
    [InlineData("See [returns](/help/ret…", "See returns")]
    [InlineData("5 * 3 is 15", "5 * 3 is 15")]
    public void Its_words_alone_are_one_plain_line_also_where_the_text_was_cut_short(string markdown, string words) =>
        Assert.Equal(words, SafeMarkdown.ToWords(markdown));

    [Theory]
    [InlineData("<script>alert(1)</script>", "script")]
    [InlineData("<b onclick=alert(1)>x</b>", "<b")]
    [InlineData("[x](javascript:alert(1))", "javascript")]
    [InlineData("[x](data:text/html,hi)", "data:")]
    [InlineData("![x](https://example.com/x.png)", "<img")]
    [InlineData("<iframe src=https://example.com></iframe>", "<iframe")]
    [InlineData("<style>*{display:none}</style>", "<style")]
    public void Nothing_that_acts_or_loads_comes_through(string markdown, string forbidden) =>
        Assert.DoesNotContain($"{(forbidden.StartsWith('<') ? "" : "<")}{forbidden}", Html(markdown), StringComparison.OrdinalIgnoreCase);

    [Fact]
    public void Links_lead_to_the_web_without_telling_where_from()
    {
        Assert.DoesNotContain("href", Html("[x](javascript:alert(1))"), StringComparison.Ordinal);
        var link = Html("[UPS](https://www.ups.com/track)");
        Assert.Contains("href=\"https://www.ups.com/track\"", link, StringComparison.Ordinal);
        Assert.Contains("rel=\"noopener noreferrer nofollow\"", link, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/help/returns")]
    [InlineData("/help/returns#how-long")]
    [InlineData("/orders/CM-7890")]
    public void A_page_of_this_site_opens_where_the_reader_is(string path) =>
        Assert.Equal($"<p><a href=\"{path}\">Returns</a></p>", Html($"[Returns]({path})").Trim());

    [Theory]
    [InlineData("//evil.example")]
    [InlineData("///evil.example")]
    [InlineData("/\\evil.example")]
    [InlineData("</\t/evil.example>")]
    [InlineData("<\t//evil.example>")]
    [InlineData("&#47;&#47;evil.example")]
    [InlineData("&#47;&#92;evil.example")]
    [InlineData("&#47;&#9;&#47;evil.example")]
    [InlineData("&#47;&#10;&#47;evil.example")]
    [InlineData("\\\\evil.example")]
    [InlineData("https:evil.example/x y")]
    [InlineData("help/returns")]
    [InlineData("#main")]
    [InlineData("~/support")]
    [InlineData("javascript:alert(1)")]
    [InlineData("&#106;avascript:alert(1)")]
    [InlineData("vbscript:x")]
    [InlineData("file:///etc/passwd")]
    public void What_is_neither_a_page_of_ours_nor_plainly_the_web_leads_nowhere(string target) =>
        Assert.DoesNotContain("href", Html($"[x]({target})"), StringComparison.Ordinal);

    [Fact]
    public void Lists_emphasis_tables_and_line_breaks_look_as_meant()
    {
        Assert.Contains("<strong>CM-1</strong>", Html("**CM-1**"), StringComparison.Ordinal);
        Assert.Contains("<li>one</li>", Html("- one\n- two"), StringComparison.Ordinal);
        Assert.Contains("<th>Order</th>", Html("| Order |\n|---|\n| CM-1 |"), StringComparison.Ordinal);
        Assert.Contains("<br", Html("one\ntwo"), StringComparison.Ordinal);
    }

    private static string Html(string markdown) => SafeMarkdown.ToHtml(markdown).Value;
}
