using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Ganss.Xss;
using Markdig;
using Microsoft.AspNetCore.Components;

namespace CloudMart.Support.Web.CustomerSupport;

/// <summary>
/// The assistant's Markdown as HTML that can do nothing but look right. What a model writes is input: no HTML of its own, no images
/// (loading one tells its server who reads), links only to the web, to mail, and to pages of this site.
/// </summary>
public static partial class SafeMarkdown
{
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder()
        .DisableHtml()
        .UsePipeTables()
        .UseAutoLinks()
        .UseSoftlineBreakAsHardlineBreak()
        .Build();

    private static readonly HtmlSanitizer Sanitizer = CreateSanitizer();

    public static MarkupString ToHtml(string markdown) => new(Sanitizer.Sanitize(Markdown.ToHtml(markdown, Pipeline)));

    /// <summary>The words alone, in one line. Where the text was cut short within an emphasis or a link, its sign is left out as well.</summary>
    public static string ToWords(string markdown)
    {
        var words = CutLink().Replace(Markdown.ToPlainText(markdown, Pipeline), "${text}");
        return string.Join(' ', LooseSign().Replace(words, "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }

    private static HtmlSanitizer CreateSanitizer()
    {
        var sanitizer = new HtmlSanitizer(new HtmlSanitizerOptions
        {
            AllowedTags = new HashSet<string>
            {
                "p", "br", "hr", "strong", "em", "code", "pre", "blockquote", "ul", "ol", "li", "a",
                "h1", "h2", "h3", "h4", "h5", "h6", "table", "thead", "tbody", "tr", "th", "td",
            },
            AllowedAttributes = new HashSet<string> { "href", "start" },
            AllowedSchemes = new HashSet<string> { "https", "http", "mailto" },
            UriAttributes = new HashSet<string> { "href" },
        });
        sanitizer.PostProcessNode += (_, e) =>
        {
            if (e.Node is IHtmlAnchorElement link)
            {
                Lead(link, link.GetAttribute("href") ?? "");
            }
        };
        return sanitizer;
    }

    /// <summary>A page of ours opens where the reader is. What only looks like one, and leads elsewhere, leads nowhere.</summary>
    private static void Lead(IElement link, string href)
    {
        if (OwnPage().IsMatch(href))
        {
            return;
        }

        if (!Elsewhere().IsMatch(href))
        {
            link.RemoveAttribute("href");
            return;
        }

        link.SetAttribute("rel", "noopener noreferrer nofollow");
        link.SetAttribute("target", "_blank");
    }

    // Browsers read "//x" and "/\x" as another server, and leave out tabs and line breaks; none comes through even encoded.
    [GeneratedRegex(@"\A/(?![/\\%])[\w./~%?=&#-]*\z", RegexOptions.ECMAScript)]
    private static partial Regex OwnPage();

    [GeneratedRegex(@"\*\*|__|`")]
    private static partial Regex LooseSign();

    [GeneratedRegex(@"\[(?<text>[^\[\]]+)\]\([^()]*\z")]
    private static partial Regex CutLink();

    [GeneratedRegex(@"\A(https?://[^/\\]|mailto:)", RegexOptions.IgnoreCase)]
    private static partial Regex Elsewhere();
}
