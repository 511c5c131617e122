using System.Collections.Immutable;

namespace CloudMart.Support.Core.Scenarios.Text;

/// <summary>Scenarios as they were read.</summary>
/// <param name="Scenarios">In the order of the files' names, and within a file as they stand.</param>
/// <param name="Mistakes">What could not be read, a sentence each, with file and line; with one of them nothing should be run.</param>
public sealed record ScenarioBook(ImmutableArray<Scenario> Scenarios, ImmutableArray<string> Mistakes)
{
    private const string AboutScenarios = "README.md";

    /// <summary>Reads a file, or all Markdown files of a folder besides its README.</summary>
    /// <param name="path">The file or folder.</param>
    /// <param name="home">The folder that file names are shown from.</param>
    public static ScenarioBook Open(string path, string home)
    {
        IEnumerable<string> files = Directory.Exists(path)
            ? Directory.EnumerateFiles(path, "*.md", SearchOption.AllDirectories)
                .Where(file => Path.GetFileName(file) != AboutScenarios)
                .Order(StringComparer.Ordinal)
            : File.Exists(path) ? [path]
            : [];
        var read = files.Select(file => ScenarioReader.Read(Path.GetRelativePath(home, file), File.ReadAllText(file))).ToList();
        ImmutableArray<Scenario> scenarios = [.. read.SelectMany(book => book.Scenarios)];
        return new(scenarios, scenarios.IsEmpty
            ? [$"{path}: there are no scenarios."]
            : [.. read.SelectMany(book => book.Mistakes), .. Twins(scenarios)]);
    }

    /// <summary>Reports name scenarios by their titles.</summary>
    private static IEnumerable<string> Twins(ImmutableArray<Scenario> scenarios) =>
        from same in scenarios.GroupBy(scenario => scenario.Title, StringComparer.OrdinalIgnoreCase)
        from twin in same.Skip(1)
        let first = same.First()
        select $"{twin.File}:{twin.Line}: \"{twin.Title}\" is the title of another scenario already ({first.File}:{first.Line}).";
}
