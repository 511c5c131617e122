using CloudMart.Support.Core.Storage;
using CloudMart.Support.Tests.Fakes;
using CloudMart.Support.Web.Commands;
using Microsoft.Extensions.DependencyInjection;

namespace CloudMart.Support.Tests.Hosting;

public sealed class CheckCommandTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_part_that_works_is_a_line_and_the_exit_code_is_0()
    {
        await using var portal = new Portal();

        var (code, lines) = await CheckAsync(portal);

        Assert.Equal(0, code);
        Assert.Collection(
            lines,
            line => Assert.StartsWith("ok   Settings:", line, StringComparison.Ordinal),
            line => Assert.StartsWith("ok   Store: SQLite", line, StringComparison.Ordinal),
            line => Assert.Equal("ok   Assistant: Embedded", line));
    }

    [Fact]
    public async Task A_part_that_does_not_work_is_named_with_the_cause_and_the_others_are_tried_all_the_same()
    {
        await using var portal = new Portal(services: services => services.AddSingleton<IStorageProbe>(new Trouble("Sqlite:Path is on the moon.")));
        portal.Assistant.Trouble = "Assistant:ApiKey is refused.";

        var (code, lines) = await CheckAsync(portal);

        Assert.Equal(1, code);
        Assert.Equal(["FAIL Store: Sqlite:Path is on the moon.", "FAIL Assistant: Assistant:ApiKey is refused."], lines.Skip(1));
    }

    [Theory]
    [InlineData("check", "check")]
    [InlineData("--check", null)]
    [InlineData("Store=Sqlite", null)]
    [InlineData("/Store=Sqlite", null)]
    public void Only_a_first_word_is_a_command(string argument, string? command) =>
        Assert.Equal(command, CommandLine.Of([argument, "--Store", "Sqlite"]).Command);

    private static async Task<(int Code, string[] Lines)> CheckAsync(Portal portal)
    {
        using var output = new StringWriter();
        var check = portal.Services.GetServices<ICommand>().Single(command => command.Name == "check");
        var code = await check.RunAsync([], output, Token);
        return (code, output.ToString().TrimEnd().Split(Environment.NewLine));
    }

    private sealed class Trouble(string sentence) : IStorageProbe
    {
        private int _asked;

        public string Subject => "Trouble";

        /// <summary>The host's start asks first, and is let through.</summary>
        public Task<string?> CheckAsync(CancellationToken cancellationToken) =>
            Task.FromResult(Interlocked.Increment(ref _asked) == 1 ? null : sentence);
    }
}
