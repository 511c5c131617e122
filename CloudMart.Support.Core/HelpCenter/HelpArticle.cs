using System.Collections.Immutable;

namespace CloudMart.Support.Core.HelpCenter;

/// <summary>What the shop tells its customers about one subject. The text is the shop's policy: the assistant may say no other.</summary>
/// <param name="Slug">Its name in addresses, e.g. <c>returns</c>.</param>
/// <param name="Title">E.g. <c>Returns</c>.</param>
/// <param name="Sections">The introduction, which has the title for its heading, and what stands below the other headings.</param>
public sealed record HelpArticle(string Slug, string Title, ImmutableArray<HelpSection> Sections)
{
    public const string Root = "/help";

    public string Path => $"{Root}/{Slug}";

    public HelpSection Introduction => Sections[0];

    /// <summary>Where <paramref name="section"/> can be read.</summary>
    public string AddressOf(HelpSection section) => section.Anchor.Length == 0 ? Path : $"{Path}#{section.Anchor}";
}

/// <param name="Heading">What it is about.</param>
/// <param name="Anchor">The heading's id on the page; empty for the introduction.</param>
/// <param name="Markdown">What it says.</param>
/// <param name="AskedAs">Other words that customers have for it; searched and never shown.</param>
public sealed record HelpSection(string Heading, string Anchor, string Markdown, string AskedAs)
{
    /// <summary>Its first paragraph, as plain text.</summary>
    public string Lead => Quotation.PlainTextOf(Markdown.Split("\n\n", 2)[0]);
}
