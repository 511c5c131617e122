using System.Text.RegularExpressions;
using CloudMart.Support.Tests.Fakes;

namespace CloudMart.Support.Tests.Architecture;

public sealed partial class ComponentTests
{
    [Fact]
    public void Every_component_is_rendered_by_a_test_or_is_a_part_of_one_that_is()
    {
        var root = RepositoryRoot.Find()!.FullName;
        var components = Sources(Path.Combine(root, "CloudMart.Support.Web"), "*.razor")
            .Where(file => Path.GetFileName(file) != "_Imports.razor")
            .ToDictionary(file => Path.GetFileNameWithoutExtension(file), File.ReadAllText);
        var tests = Sources(Path.Combine(root, "CloudMart.Support.Tests"), "*.cs").Select(File.ReadAllText);

        var rendered = tests.SelectMany(test => Rendered().Matches(test)).Select(match => match.Groups[1].Value).Where(components.ContainsKey).ToHashSet();
        var open = new Queue<string>(rendered);
        while (open.TryDequeue(out var component))
        {
            foreach (var part in Parts().Matches(components[component]).Select(match => match.Groups[1].Value).Where(components.ContainsKey).Where(rendered.Add))
            {
                open.Enqueue(part);
            }
        }

        Assert.True(components.Count > 50 && rendered.Count > 50);
        Assert.Equal([], components.Keys.Except(rendered));
    }

    private static IEnumerable<string> Sources(string folder, string pattern) => Directory
        .EnumerateFiles(folder, pattern, SearchOption.AllDirectories)
        .Where(file => !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal));

    [GeneratedRegex(@"\b(?:Render|FindComponent)<(\w+)>")]
    private static partial Regex Rendered();

    [GeneratedRegex(@"<([A-Z]\w+)\b")]
    private static partial Regex Parts();
}
