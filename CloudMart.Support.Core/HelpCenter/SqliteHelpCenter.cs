using CloudMart.Support.Core.Storage;
using Microsoft.Data.Sqlite;

namespace CloudMart.Support.Core.HelpCenter;

/// <summary>
/// SQLite's full-text index over the articles' sections, in memory and whatever store is chosen: a few dozen rows, made anew at every
/// start. A search takes microseconds, so searches take turns on the one connection.
/// </summary>
internal sealed class SqliteHelpCenter : IHelpCenter, IDisposable
{
    private const string Index = """
        CREATE VIRTUAL TABLE passages USING fts5 (title, heading, asked_as, text, tokenize = 'porter unicode61 remove_diacritics 2')
        """;

    /// <summary>What a section is about counts more than what it also mentions. The less the sum, the better.</summary>
    private const string Rank = "bm25(passages, 4.0, 6.0, 6.0, 1.0)";

    /// <summary>A question is about something else when the articles know fewer than one in so many of its words.</summary>
    private const int WordsToKnowOne = 3;

    private readonly Lock _gate = new();
    private readonly SqliteConnection _connection = new("Data Source=:memory:");
    private readonly List<(HelpArticle Article, HelpSection Section)> _passages;

    public SqliteHelpCenter(HelpArticles articles)
    {
        _passages = [.. articles.All.SelectMany(article => article.Sections, (article, section) => (article, section))];
        _connection.Open();
        _connection.Execute(Index);
        for (var row = 0; row < _passages.Count; row++)
        {
            var (article, section) = _passages[row];
            _connection.Execute(
                "INSERT INTO passages (rowid, title, heading, asked_as, text) VALUES ($row, $title, $heading, $asked, $text)",
                ("$row", row),
                ("$title", article.Title),
                ("$heading", section.Heading),
                ("$asked", section.AskedAs),
                ("$text", Quotation.PlainTextOf(section.Markdown)));
        }
    }

    public Task<IReadOnlyList<HelpPassage>> SearchAsync(string question, int limit, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var words = HelpQuestion.WordsOf(question);
        lock (_gate)
        {
            var known = words.Where(IsKnown).ToList();
            return Task.FromResult<IReadOnlyList<HelpPassage>>(
                known.Count == 0 || known.Count * WordsToKnowOne < words.Count ? [] : Find(known, limit));
        }
    }

    public void Dispose() => _connection.Dispose();

    private bool IsKnown(string word) => _connection.FirstOrDefault(
        "SELECT title FROM passages WHERE passages MATCH $word", row => row.GetString(0), ("$word", Quoted(word))) is not null;

    private List<HelpPassage> Find(IEnumerable<string> words, int limit) => _connection.ToList(
        $"""
        SELECT rowid, highlight(passages, 3, '{Quotation.Begin}', '{Quotation.End}') FROM passages
        WHERE passages MATCH $words ORDER BY {Rank} LIMIT $limit
        """,
        row =>
        {
            var (article, section) = _passages[row.GetInt32(0)];
            return new HelpPassage(article.Title, section.Heading, Quotation.From(row.GetString(1)), article.AddressOf(section));
        },
        _ => true,
        ("$words", string.Join(" OR ", words.Select(Quoted))),
        ("$limit", limit));

    /// <summary>A quoted string is never an operator; <see cref="HelpQuestion"/> leaves no quotes in a word.</summary>
    private static string Quoted(string word) => $"\"{word}\"";
}
