using System.Collections.Immutable;
using System.Text.RegularExpressions;
using CloudMart.Support.Core.Scenarios.Steps;

namespace CloudMart.Support.Core.Scenarios.Text;

/// <summary>
/// Reads scenarios from Markdown: a heading of the first level begins one, list items are its steps, and everything else is there for the
/// reader. A list item that is no step is a mistake: a step that nobody understands must not look like one that holds.
/// </summary>
public static partial class ScenarioReader
{
    /// <param name="file">Its name, as it is shown to people.</param>
    /// <param name="markdown">What stands in it.</param>
    public static ScenarioBook Read(string file, string markdown)
    {
        var draft = new Draft(file);
        foreach (var (text, line) in Items(markdown))
        {
            if (Heading().Match(text) is { Success: true } heading)
            {
                draft.Begin(heading.Groups["title"].Value, line);
            }
            else
            {
                draft.Add(Item().Match(text).Groups["step"].Value, line);
            }
        }

        return draft.Finish();
    }

    /// <summary>Headings and list items, with the indented lines that go on with them, and the line where each begins.</summary>
    private static List<(string Text, int Line)> Items(string markdown)
    {
        var items = new List<(string Text, int Line)>();
        var goesOn = false;
        var line = 0;
        foreach (var text in Code().Replace(markdown.ReplaceLineEndings("\n"), Blank).Split('\n'))
        {
            line++;
            if (Heading().IsMatch(text) || Item().IsMatch(text))
            {
                items.Add((text.TrimEnd(), line));
                goesOn = Item().IsMatch(text);
            }
            else if (goesOn && text.StartsWith("  ", StringComparison.Ordinal) && text.Trim() is { Length: > 0 } more)
            {
                items[^1] = ($"{items[^1].Text} {more}", items[^1].Line);
            }
            else
            {
                goesOn = false;
            }
        }

        return items;
    }

    /// <summary>Code and comments are for the reader; their lines stay, so that the numbers below them hold.</summary>
    private static string Blank(Match code) => new('\n', code.Value.Count(c => c == '\n'));

    [GeneratedRegex(@"^```.*?^```|<!--.*?-->", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Code();

    [GeneratedRegex(@"^#\s+(?<title>.+?)\s*$")]
    private static partial Regex Heading();

    [GeneratedRegex(@"^\s*(?:[-*+]|\d+[.)])\s+(?<step>.+?)\s*$")]
    private static partial Regex Item();

    /// <summary>The scenarios of a file as far as they are read.</summary>
    private sealed class Draft(string file)
    {
        private readonly List<(string Title, int Line, List<ScenarioStep> Steps)> _scenarios = [];
        private readonly List<string> _mistakes = [];

        public void Begin(string title, int line) => _scenarios.Add((title, line, []));

        public void Add(string text, int line)
        {
            if (_scenarios.Count == 0)
            {
                _mistakes.Add($"{file}:{line}: a step stands above the first heading (\"# What it shows\").");
            }
            else if (StepPhrases.Read(text) is not var (phrase, words))
            {
                _mistakes.Add($"{file}:{line}: there is no step \"{text}\"; did you mean \"{NearestStep.To(text).Example}\"?");
            }
            else if (phrase.Mistake?.Invoke(words) is { } mistake)
            {
                _mistakes.Add($"{file}:{line}: {mistake}");
            }
            else
            {
                _scenarios[^1].Steps.Add(new ScenarioStep(text, line, phrase, words));
            }
        }

        public ScenarioBook Finish()
        {
            // A file with other mistakes may only look as if nothing were expected in it.
            ImmutableArray<Scenario> read = [.. _scenarios.Select(drawn => new Scenario(drawn.Title, file, drawn.Line, [.. drawn.Steps]))];
            var idle = _mistakes.Count > 0 ? [] : read.Where(scenario => scenario.Steps.All(step => step.Phrase.Kind != StepKind.Must));
            return new(
                read,
                [.. _mistakes, .. idle.Select(each => $"{file}:{each.Line}: \"{each.Title}\" says nothing that must come of it.")]);
        }
    }
}
