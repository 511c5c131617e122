using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace CloudMart.Support.Core.HelpCenter;

/// <summary>
/// Reads an article: Markdown that begins with <c># Title</c> and has sections below <c>## Headings</c>. A line
/// <c>&lt;!-- asked as: money back, reimbursement --&gt;</c> tells the search other words for the section that it stands in.
/// </summary>
internal static partial class HelpArticleReader
{
    private const string Title = "# ";

    /// <exception cref="InvalidDataException">It does not begin with a title.</exception>
    public static HelpArticle Read(string slug, string markdown)
    {
        var text = markdown.ReplaceLineEndings("\n").Trim();
        if (!text.StartsWith(Title, StringComparison.Ordinal))
        {
            throw new InvalidDataException($"The help article {slug}.md does not begin with '# ' and its title.");
        }

        ImmutableArray<HelpSection> sections = [.. Sections().Split(text[Title.Length..]).Select(ReadSection)];
        return new HelpArticle(slug, sections[0].Heading, sections.SetItem(0, sections[0] with { Anchor = "" }));
    }

    private static HelpSection ReadSection(string text)
    {
        var heading = text.Split('\n', 2)[0].Trim();
        var body = text[Math.Min(text.Length, text.IndexOf('\n', StringComparison.Ordinal) + 1)..];
        var askedAs = string.Join(", ", AskedAs().Matches(body).Select(match => match.Groups["words"].Value.Trim()));
        return new HelpSection(heading, AnchorOf(heading), AskedAs().Replace(body, "").Trim(), askedAs);
    }

    /// <summary><c>how-long</c> for <c>How long?</c></summary>
    private static string AnchorOf(string heading) => NoLetters().Replace(heading.ToLowerInvariant(), "-").Trim('-');

    [GeneratedRegex(@"^## +", RegexOptions.Multiline)]
    private static partial Regex Sections();

    [GeneratedRegex(@"^<!-- *asked as:(?<words>.*?)-->\s*", RegexOptions.Multiline)]
    private static partial Regex AskedAs();

    [GeneratedRegex(@"[^\p{L}\p{Nd}]+")]
    private static partial Regex NoLetters();
}
