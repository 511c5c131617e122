using CloudMart.Support.Core.Assistant.Tools;
using CloudMart.Support.Core.Scenarios.Steps;
using CloudMart.Support.Core.Scenarios.Text;
using CloudMart.Support.Tests.Fakes;
using Microsoft.Extensions.DependencyInjection;

namespace CloudMart.Support.Tests.Scenarios;

/// <summary>The steps and the README that explains them say the same.</summary>
public sealed class StepTableTests
{
    private static readonly Dictionary<StepKind, string> Headings = new()
    {
        [StepKind.Before] = "How things are before",
        [StepKind.Happens] = "What happens",
        [StepKind.Must] = "What must come of it",
    };

    public static TheoryData<string> Forms => [.. StepPhrases.All.Select(phrase => phrase.Form)];

    [Fact]
    public void The_README_lists_every_step_with_its_example()
    {
        var readme = File.ReadAllText(Path.Combine(RepositoryRoot.Find()!.FullName, "CloudMart.Support.Tests", "Scenarios", "README.md"));

        Assert.EndsWith(string.Join("\n\n", Headings.Keys.Select(Table)) + "\n", readme, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public void Its_example_is_that_step_and_no_other(string form)
    {
        var example = StepPhrases.All.Single(phrase => phrase.Form == form).Example;

        var read = StepPhrases.All.Where(phrase => phrase.Read(example) is { } words && phrase.Mistake?.Invoke(words) is null);

        Assert.Equal(form, Assert.Single(read).Form);
    }

    [Fact]
    public async Task Steps_know_every_tool_of_the_product()
    {
        await using var portal = new Portal();
        var tools = portal.Services.GetRequiredService<ToolCatalogue>();

        Assert.Equal(tools.Descriptions.Select(tool => tool.Name).Order(), CallChecks.Tools.Order());
    }

    private static string Table(StepKind kind)
    {
        var rows = StepPhrases.All.Where(phrase => phrase.Kind == kind)
            .Select(phrase => $"| `{phrase.Form}` | `{phrase.Example}` | {phrase.Meaning} |");
        return $"### {Headings[kind]}\n\n| step | example | |\n|---|---|---|\n{string.Join('\n', rows)}";
    }
}
