using System.Diagnostics;
using CloudMart.Support.Tests.Fakes;

namespace CloudMart.Support.Benchmarks;

/// <summary>The product as it is deployed: a process of its own, from the Web project's own output.</summary>
internal sealed class Product : IAsyncDisposable
{
    private const string Ready = "is ready: ";

    private readonly Process _process;
    private readonly TaskCompletionSource<Uri> _ready = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private Product(Process process) => _process = process;

    public Uri Address { get; private set; } = null!;

    /// <summary>The time it has spent on the cores so far.</summary>
    public TimeSpan ProcessorTime
    {
        get
        {
            _process.Refresh();
            return _process.TotalProcessorTime;
        }
    }

    /// <exception cref="InvalidOperationException">It did not start.</exception>
    public static async Task<Product> StartAsync(
        IEnumerable<KeyValuePair<string, string?>> settings, CancellationToken cancellationToken)
    {
        var start = new ProcessStartInfo("dotnet", [Program(), "--urls", "http://127.0.0.1:0"])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Development"; // a build that is not published has its assets elsewhere
        foreach (var (name, value) in settings)
        {
            start.Environment[name.Replace(":", "__", StringComparison.Ordinal)] = value;
        }

        var product = new Product(Process.Start(start)!);
        try
        {
            await product.ListensAsync(cancellationToken);
            return product;
        }
        catch
        {
            await product.DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
            await _process.WaitForExitAsync();
        }

        _process.Dispose();
    }

    private async Task ListensAsync(CancellationToken cancellationToken)
    {
        var complaints = new List<string>();
        _process.OutputDataReceived += (_, line) =>
        {
            if (line.Data?.IndexOf(Ready, StringComparison.Ordinal) is >= 0 and var at)
            {
                _ready.TrySetResult(new Uri(line.Data[(at + Ready.Length)..]));
            }
        };
        _process.ErrorDataReceived += (_, line) => complaints.Add(line.Data ?? "");
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
        var ended = _process.WaitForExitAsync(cancellationToken);
        Address = await Task.WhenAny(_ready.Task, ended) == _ready.Task
            ? await _ready.Task
            : throw new InvalidOperationException($"The product did not start. {string.Join(Environment.NewLine, complaints)}");
    }

    /// <summary>The same build as this program's: <c>bin/Release/net10.0</c> here and there.</summary>
    private static string Program()
    {
        var build = Path.GetRelativePath(Path.Combine(RepositoryRoot.Find()!.FullName, "benchmarks"), AppContext.BaseDirectory);
        return Path.Combine(RepositoryRoot.Find()!.FullName, "CloudMart.Support.Web", build, "CloudMart.Support.Web.dll");
    }
}
