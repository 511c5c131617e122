using System.Xml.Linq;
using CloudMart.Support.Tests.Fakes;
using CloudMart.Support.Web.Commands;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Hosting;

namespace CloudMart.Support.Tests.Hosting;

public sealed class ScenariosCommandTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("cloudmart-");

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task A_scenario_is_a_line_and_what_does_not_hold_follows_with_file_line_and_what_was_seen()
    {
        Write("a.md", "# Greeting\n- Ana is signed in\n- Ana says \"Hello\"\n- Nothing is called");
        Write("b.md", "# Miracle\n- Ana is signed in\n- She has order CM-7890\n- Ana says \"Hello\"\n- CM-7890 is canceled");

        var (code, said) = await RunAsync(["scenarios", "."]);

        Assert.Equal(1, code);
        Assert.Equal(
            """
            ok   Greeting
            FAIL Miracle
                 b.md:5: CM-7890 is canceled
                 seen: it is pending
            With the assistant Embedded, 1 of 2 hold.
            """.ReplaceLineEndings(),
            said);
    }

    [Fact]
    public async Task A_mistyped_one_stops_all_before_anything_is_played()
    {
        Write("a.md", "# Greeting\n- Ana is signed in\n- Ana says \"Hello\"\n- Nothing is called");
        Write("b.md", "# Typo\n- Ana is singed in\n- No order has changed");

        var (code, said) = await RunAsync(["scenarios", "."]);

        Assert.Equal((2, "b.md:2: there is no step \"Ana is singed in\"; did you mean \"Ana is signed in\"?"), (code, said));
    }

    [Fact]
    public async Task Repeated_it_says_how_often_each_held_and_the_report_has_every_run()
    {
        Write("a.md", "# Greeting\n- Ana is signed in\n- Ana says \"Hello\"\n- Nothing is called");

        var (code, said) = await RunAsync(["scenarios", "a.md", "--repeat", "3", "--report", "junit"]);

        var file = Path.Combine(_folder.FullName, "TestResults", "scenarios.xml");
        Assert.Equal(0, code);
        Assert.StartsWith("ok   Greeting  3/3 (100 %)", said, StringComparison.Ordinal);
        Assert.EndsWith($"Report: {file}", said, StringComparison.Ordinal);
        Assert.Equal(3, XDocument.Load(file).Descendants("testcase").Count());
    }

    [Fact]
    public async Task The_provider_can_be_another_than_the_configured_one_and_the_report_another_file()
    {
        await using var server = await ChatServer.StartAsync(Stop);
        server.Streams(ChatServer.Says("Quack."), ChatServer.Finish("stop"));
        Write("a.md", "# Greeting\n- Ana is signed in\n- Ana says \"Hello\"\n- The answer mentions \"Ana\"\n- Nothing is called");

        var (code, said) = await RunAsync(
        [
            "scenarios", "a.md", "--provider", "openai", "--report=junit:out/mine.xml",
            "--Assistant:Provider=Embedded", $"--Assistant:Endpoint={server.Endpoint}", "--Assistant:Model=gpt-test",
        ]);

        Assert.Equal(0, code);
        Assert.Contains("With the assistant OpenAI, 1 of 1 hold. Steps about words that were passed over: 1.", said);
        Assert.True(File.Exists(Path.Combine(_folder.FullName, "out", "mine.xml")));
        Assert.Equal(1, server.Calls);
    }

    [Theory]
    [InlineData("--provider", "HAL", "--provider is 'HAL'; it can be Embedded, AzureOpenAI, OpenAI, Assistants.")]
    [InlineData("--repeat", "often", "--repeat is 'often'; it is how often each scenario is played, e.g. 5.")]
    [InlineData("--repeat", "0", "--repeat is '0'; it is how often each scenario is played, e.g. 5.")]
    [InlineData("--report", "html", "--report is 'html'; it can be junit, or junit: and a file.")]
    public async Task A_wrong_option_is_named(string option, string value, string answer) =>
        Assert.Equal((2, answer), await RunAsync(["scenarios", ".", option, value]));

    [Fact]
    public async Task What_is_not_there_is_named() => Assert.Equal(
        (2, $"{Path.Combine(_folder.FullName, "nowhere")}: there are no scenarios."), await RunAsync(["scenarios", "nowhere"]));

    [Fact]
    public async Task Settings_that_are_no_options_of_the_command_are_not_taken_for_them()
    {
        Write("a.md", "# Greeting\n- Ana is signed in\n- Ana says \"Hello\"\n- Nothing is called");

        var (code, _) = await RunAsync(["scenarios", "a.md"], ("provider", "HAL"), ("repeat", "often"));

        Assert.Equal(0, code);
    }

    private void Write(string name, string markdown) => File.WriteAllText(Path.Combine(_folder.FullName, name), markdown);

    private async Task<(int Code, string Said)> RunAsync(string[] args, params (string Name, string Value)[] environment)
    {
        var line = CommandLine.Of(args);
        var settings = new ConfigurationBuilder()
            .AddInMemoryCollection(environment.Select(setting => KeyValuePair.Create(setting.Name, (string?)setting.Value)))
            .AddCommandLine(line.Settings)
            .Build();
        using var output = new StringWriter();
        var code = await new ScenariosCommand(settings, new Clone(_folder.FullName)).RunAsync(line.Arguments, output, Stop);
        return (code, output.ToString().Trim());
    }

    private sealed class Clone(string folder) : IHostEnvironment
    {
        public string EnvironmentName { get; set; } = Environments.Development;

        public string ApplicationName { get; set; } = "";

        public string ContentRootPath { get; set; } = folder;

        public IFileProvider ContentRootFileProvider { get; set; } = new NullFileProvider();
    }
}
