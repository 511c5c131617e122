using CloudMart.Support.Core.Conversations;
using CloudMart.Support.Tests.Fakes;
using CloudMart.Support.Web.CustomerSupport;

namespace CloudMart.Support.Tests.CustomerSupport;

public sealed class TranscriptMarkdownTests
{
    [Fact]
    public void It_holds_what_the_customer_saw_with_who_said_it_and_when_and_nothing_else()
    {
        var text = Written(
            new CustomerSaid("customer-1", "m-1", "Cancel CM-1"),
            new RunStarted("run-1", "claim"),
            new ToolRequested("run-1", "", [new ToolCall("", "cancel_order", "{}")]),
            new ToolAnswered("run-1", 3, 0, "secret output", true, new(ReceiptKind.Done, "CM-1", "CM-1 canceled", ["Lamp"], 5m, "PayPal")),
            new AssistantSaid("run-1", "**Done.**"),
            new RunEnded("run-1", RunStatus.Completed),
            new StaffNoted("staff-1", "Sam", "A regular."),
            new StaffJoined("staff-1", "Sam"),
            new StaffSaid("staff-1", "Sam", "s-1", "Anything else?"));

        Assert.StartsWith("# Cancel CM-1\n", text, StringComparison.Ordinal);
        Assert.Contains("**You**, 2026-11-20 12:00 UTC\n\nCancel CM-1\n", text, StringComparison.Ordinal);
        Assert.Contains("**Assistant**, 2026-11-20 12:00 UTC\n\nDone.\n", text, StringComparison.Ordinal);
        Assert.Contains("CM-1 canceled\n\n- Lamp\n- Refund: $5.00 to PayPal\n", text, StringComparison.Ordinal);
        Assert.Contains("**Sam from CloudMart**, 2026-11-20 12:00 UTC\n\nAnything else?\n", text, StringComparison.Ordinal);
        Assert.DoesNotContain("A regular", text, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", text, StringComparison.Ordinal);
        Assert.DoesNotContain("staff-1", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<img src=x onerror=alert(1)>")]
    [InlineData("[click](javascript:alert(1))")]
    [InlineData("![spy](https://example.com/x.png)")]
    [InlineData("hello\n# heading\n\n- item\n1. item\n> quote\n```\ncode\n```\n---\n    code")]
    [InlineData("https://example.com www.example.com &lt;b&gt; **bold** `code` | table |")]
    public void Whatever_was_written_stays_text(string written)
    {
        var html = Markdig.Markdown.ToHtml(Written(new CustomerSaid("customer-1", "m-1", written)));

        var document = new AngleSharp.Html.Parser.HtmlParser().ParseDocument(html);
        Assert.Empty(document.QuerySelectorAll("a, img, h2, ul, ol, blockquote, pre, code, hr, table, script"));
        Assert.Single(document.QuerySelectorAll("h1"));
        Assert.Single(document.QuerySelectorAll("strong"));
        Assert.All(written.Split((char[])['\n', ' '], StringSplitOptions.RemoveEmptyEntries), word => Assert.Contains(word, document.Body!.TextContent, StringComparison.Ordinal));
    }

    private static string Written(params ConversationEvent[] events)
    {
        var known = CornerShop.Conversation([.. events]);
        return TranscriptMarkdown.Of(known, Transcript.Of(known, null, call => call.Name, CornerShop.Noon));
    }
}
