using System.Collections.Immutable;

namespace CloudMart.Support.Core.HelpCenter;

/// <summary>All articles, by title.</summary>
public sealed class HelpArticles(IEnumerable<HelpArticle> articles)
{
    public ImmutableArray<HelpArticle> All { get; } = [.. articles.OrderBy(article => article.Title, StringComparer.Ordinal)];

    /// <summary>Reads the Markdown files of <paramref name="folder"/>; a file's name is its slug.</summary>
    public static HelpArticles Load(string folder) => new(Directory.EnumerateFiles(folder, "*.md")
        .Select(file => HelpArticleReader.Read(Path.GetFileNameWithoutExtension(file), File.ReadAllText(file))));

    public HelpArticle? Find(string slug) => All.FirstOrDefault(article => article.Slug == slug);
}
