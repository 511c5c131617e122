using CloudMart.Support.Core.Scenarios;
using CloudMart.Support.Core.Scenarios.Steps;
using CloudMart.Support.Core.Scenarios.Text;
using CloudMart.Support.Tests.Fakes;
using Microsoft.Extensions.Configuration;

namespace CloudMart.Support.Tests.Scenarios;

/// <summary>Plays every scenario of this folder with the embedded assistant.</summary>
public sealed class ScenarioTests
{
    private static readonly ScenarioRunner Runner = new(new ConfigurationBuilder().Build());

    private static ScenarioBook Book { get; } = ScenarioBook.Open(Folder, RepositoryRoot.Find()!.FullName);

    private static string Folder => Path.Combine(RepositoryRoot.Find()!.FullName, "CloudMart.Support.Tests", "Scenarios");

    public static TheoryData<string> Titles => [.. Book.Scenarios.Select(scenario => scenario.Title)];

    [Theory]
    [MemberData(nameof(Titles))]
    public async Task It_holds(string title)
    {
        var scenario = Book.Scenarios.Single(scenario => scenario.Title == title);

        var outcome = await Runner.PlayAsync(scenario, TestContext.Current.CancellationToken);

        Assert.True(outcome.Holds, outcome.Report);
    }

    [Fact]
    public void None_is_mistyped() => Assert.Empty(Book.Mistakes);

    [Fact]
    public void There_are_at_least_25_and_the_first_is_the_canceling_of_a_pending_order()
    {
        Assert.True(Book.Scenarios.Length >= 25);
        Assert.Contains(Book.Scenarios[0].Steps, step => step.Text == "Ana says \"Cancel order CM-7890\"");
        Assert.Contains(Book.Scenarios[0].Steps, step => step.Text == "CM-7890 is canceled");
    }

    [Fact]
    public void Every_step_that_there_is_is_used_by_one()
    {
        var used = Book.Scenarios.SelectMany(scenario => scenario.Steps).Select(step => step.Phrase.Form).ToHashSet();

        Assert.All(StepPhrases.All, phrase => Assert.Contains(phrase.Form, used));
    }
}
