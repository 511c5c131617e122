using System.Diagnostics;
using Win32Exception = System.ComponentModel.Win32Exception;

namespace CloudMart.Support.Tests.Fakes;

/// <summary>
/// An OpenAI-compatible chat server that others wrote: the npm package that <c>test.sh</c> puts into <c>.tools</c>, run by Node. Where it
/// is not there its tests are skipped by name, and on a build server (<c>CI=true</c>) they fail.
/// </summary>
public sealed class Aimock : IAsyncLifetime
{
    private const string Missing = "aimock is not here: run ./test.sh once; it needs Node.";
    private const string Listening = "listening on ";

    private static readonly TimeSpan StartTime = TimeSpan.FromSeconds(30);

    /// <summary>What it answers, by what the customer said and whether a tool has been answered since.</summary>
    private const string Fixtures = """
        {"fixtures": [
          {"match": {"userMessage": "Cancel order CM-7890", "hasToolResult": false},
           "response": {"toolCalls": [{"name": "cancel_order", "arguments": {"orderId": "CM-7890", "reason": null}}]}},
          {"match": {"userMessage": "Cancel order CM-7890", "hasToolResult": true},
           "response": {"content": "Done: order CM-7890 is canceled, and the money goes back to your card."}},
          {"match": {"userMessage": "Call the tool ping."}, "response": {"toolCalls": [{"name": "ping", "arguments": {}}]}},
          {"match": {"userMessage": "Hello"}, "response": {"content": "Hello! How can I help you with your orders today?"}}
        ]}
        """;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("cloudmart-aimock-");
    private Process? _process;
    private Uri? _endpoint;

    /// <summary>Where it listens; skips the test where it does not.</summary>
    public Uri Endpoint
    {
        get
        {
            if (_endpoint is null && Environment.GetEnvironmentVariable("CI") == "true")
            {
                Assert.Fail(Missing);
            }

            Assert.SkipWhen(_endpoint is null, Missing);
            return _endpoint!;
        }
    }

    public async ValueTask InitializeAsync()
    {
        _process = Program() is { } program ? Start(program) : null;
        if (_process is null)
        {
            return;
        }

        // Read to the end, because a full pipe would stop it.
        var listens = new TaskCompletionSource<Uri>(TaskCreationOptions.RunContinuationsAsynchronously);
        _process.OutputDataReceived += (_, output) =>
        {
            if (output.Data?.Split(Listening) is [_, var address])
            {
                listens.TrySetResult(new Uri(new Uri(address.Trim()), "/v1"));
            }
        };
        _process.BeginOutputReadLine();
        _endpoint = await listens.Task.WaitAsync(StartTime, TimeProvider.System);
    }

    public async ValueTask DisposeAsync()
    {
        if (_process is { HasExited: false })
        {
            _process.Kill();
            await _process.WaitForExitAsync(CancellationToken.None);
        }

        _process?.Dispose();
        _folder.Delete(recursive: true);
    }

    private static string? Program()
    {
        var program = Path.Combine(
            RepositoryRoot.Find()?.FullName ?? "", ".tools", "node_modules", "@copilotkit", "aimock", "dist", "cli.js");
        return File.Exists(program) ? program : null;
    }

    private Process? Start(string program)
    {
        var fixtures = Path.Combine(_folder.FullName, "fixtures.json");
        File.WriteAllText(fixtures, Fixtures);
        try
        {
            return Process.Start(new ProcessStartInfo("node", [program, "--port", "0", "--fixtures", fixtures, "--strict", "--chunk-size", "7"])
            {
                RedirectStandardOutput = true,
            });
        }
        catch (Win32Exception)
        {
            return null; // no Node
        }
    }
}
