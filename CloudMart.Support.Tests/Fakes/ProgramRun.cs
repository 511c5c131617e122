using System.Reflection;

namespace CloudMart.Support.Tests.Fakes;

/// <summary>The program run from its entry point, in this process, until it has ended by itself.</summary>
internal sealed record ProgramRun(int ExitCode, string Errors)
{
    /// <summary>For its test classes: they take the process's error stream, of which there is one.</summary>
    public const string Collection = "Program runs";

    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    public static async Task<ProgramRun> OfAsync(params string[] settings)
    {
        var folder = Directory.CreateTempSubdirectory("cloudmart-");
        var before = Console.Error;
        using var errors = new StringWriter();
        Console.SetError(errors);
        try
        {
            string[] arguments =
            [
                "--environment=Development",
                "--urls=http://127.0.0.1:0",
                $"--Sqlite:Path={Path.Combine(folder.FullName, "cloudmart.db")}",
                "--Logging:LogLevel:Default=None",
                .. settings,
            ];
            var main = Task.Run(() => (int)typeof(Program).Assembly.EntryPoint!.Invoke(null, [arguments])!);
            return new(await main.WaitAsync(Limit, TestContext.Current.CancellationToken), errors.ToString());
        }
        finally
        {
            Console.SetError(before);
            folder.Delete(recursive: true);
        }
    }
}

[CollectionDefinition(ProgramRun.Collection, DisableParallelization = true)]
public sealed class ProgramRuns;
