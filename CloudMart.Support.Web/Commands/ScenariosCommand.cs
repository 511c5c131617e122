using System.Globalization;
using CloudMart.Support.Core.Assistant;
using CloudMart.Support.Core.Scenarios;
using CloudMart.Support.Core.Scenarios.Text;
using CloudMart.Support.Web.Hosting;
using Microsoft.Extensions.Configuration.CommandLine;

namespace CloudMart.Support.Web.Commands;

/// <summary>Plays QA's scenarios, with the embedded assistant or a real model, and says which hold.</summary>
internal sealed class ScenariosCommand(IConfiguration settings, IHostEnvironment environment) : ICommand
{
    private const string Folder = "CloudMart.Support.Tests/Scenarios";
    private const string ReportFile = "TestResults/scenarios.xml";
    private const string Format = "junit";
    private const int Mistyped = 2;

    public string Name => "scenarios";

    public string Summary =>
        "[path] [--provider Embedded|AzureOpenAI|OpenAI|Assistants] [--repeat N] [--report junit[:file]]  plays QA's scenarios";

    public async Task<int> RunAsync(IReadOnlyList<string> arguments, TextWriter output, CancellationToken cancellationToken)
    {
        var home = HomeFolder.Of(environment);
        var (wish, wrong) = ReadWish();
        if (wrong is not null || arguments.Count > 1)
        {
            await output.WriteLineAsync(wrong ?? $"{Name} takes one file or folder.");
            return Mistyped;
        }

        var book = ScenarioBook.Open(Path.GetFullPath(arguments.Count > 0 ? arguments[0] : Folder, home), home);
        if (book.Mistakes.Length > 0)
        {
            await output.WriteLineAsync(string.Join(Environment.NewLine, book.Mistakes));
            return Mistyped;
        }

        var outcomes = await PlayAsync(book, wish!, output, cancellationToken);
        if (wish!.Report is { } file)
        {
            await SaveAsync(outcomes, Path.GetFullPath(file, home), output);
        }

        return outcomes.TrueForAll(outcome => outcome.Holds) ? 0 : 1;
    }

    private async Task<List<ScenarioOutcome>> PlayAsync(
        ScenarioBook book, Wish wish, TextWriter output, CancellationToken cancellationToken)
    {
        var runner = new ScenarioRunner(wish.Provider is { } provider ? With(provider) : settings);
        var outcomes = new List<ScenarioOutcome>();
        foreach (var scenario in book.Scenarios)
        {
            var runs = new List<ScenarioOutcome>();
            while (runs.Count < wish.Repeat)
            {
                runs.Add(await runner.PlayAsync(scenario, cancellationToken));
            }

            await output.WriteLineAsync(Line(scenario, runs));
            outcomes.AddRange(runs);
        }

        await output.WriteLineAsync(Summarize(outcomes, runner.Assistant));
        return outcomes;
    }

    private IConfiguration With(AssistantProvider provider) => new ConfigurationBuilder()
        .AddConfiguration(settings)
        .AddInMemoryCollection([new($"{AssistantOptions.Section}:{nameof(AssistantOptions.Provider)}", provider.ToString())])
        .Build();

    private static string Line(Scenario scenario, List<ScenarioOutcome> runs)
    {
        var held = runs.Count(run => run.Holds);
        var rate = runs.Count == 1 ? "" : $"  {held}/{runs.Count} ({100 * held / runs.Count} %)";
        var reports = runs.Where(run => !run.Holds).Select(run => run.Report).Distinct();
        var lines = reports.SelectMany(report => report.Split('\n')).Select(line => line.TrimEnd());
        return string.Join(
            $"{Environment.NewLine}     ", lines.Prepend($"{(held == runs.Count ? "ok  " : "FAIL")} {scenario.Title}{rate}"));
    }

    private static string Summarize(List<ScenarioOutcome> outcomes, string assistant)
    {
        var scenarios = outcomes.Select(outcome => outcome.Scenario).Distinct().Count();
        var failed = outcomes.Where(outcome => !outcome.Holds).Select(outcome => outcome.Scenario).Distinct().Count();
        var passedOver = outcomes.Sum(outcome => outcome.PassedOver);
        var live = passedOver == 0 ? "" : $" Steps about words that were passed over: {passedOver}.";
        return $"With the assistant {assistant}, {scenarios - failed} of {scenarios} hold.{live}";
    }

    private static async Task SaveAsync(List<ScenarioOutcome> outcomes, string file, TextWriter output)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        JUnitReport.Of(outcomes).Save(file);
        await output.WriteLineAsync($"Report: {file}");
    }

    private (Wish? Wish, string? Wrong) ReadWish()
    {
        var (provider, repeat, report) = (Option("provider"), Option("repeat"), Option("report"));
        var known = Enum.TryParse<AssistantProvider>(provider, ignoreCase: true, out var who) && Enum.IsDefined(who);
        var times = 1;
        return provider is not null && !known
                ? (null, $"--provider is '{provider}'; it can be {string.Join(", ", Enum.GetNames<AssistantProvider>())}.")
            : repeat is not null && (!int.TryParse(repeat, NumberStyles.None, CultureInfo.InvariantCulture, out times) || times < 1)
                ? (null, $"--repeat is '{repeat}'; it is how often each scenario is played, e.g. 5.")
            : report is not null && report != Format && !report.StartsWith($"{Format}:", StringComparison.Ordinal)
                ? (null, $"--report is '{report}'; it can be junit, or junit: and a file.")
            : (new Wish(known ? who : null, times, report == Format ? ReportFile : report?[(Format.Length + 1)..]), null);
    }

    /// <summary>From the command line only: a variable PROVIDER in somebody's environment is about something else.</summary>
    private string? Option(string name) => (settings as IConfigurationRoot)?.Providers.OfType<CommandLineConfigurationProvider>()
        .Select(line => line.TryGet(name, out var value) ? value : null)
        .LastOrDefault(value => value is not null);
}

/// <summary>What is wished of the command.</summary>
/// <param name="Provider">Who thinks; null for the configured one.</param>
/// <param name="Repeat">How often each scenario is played.</param>
/// <param name="Report">The file; null for none.</param>
internal sealed record Wish(AssistantProvider? Provider, int Repeat, string? Report);
