using System.Diagnostics;

namespace CloudMart.Support.Tests.Fakes;

/// <summary>The product as it is deployed: a process of its own, from the Web project's own output.</summary>
internal sealed class ProductProcess : IAsyncDisposable
{
    private const string Ready = "is ready: ";

    private readonly Process _process;
    private readonly TaskCompletionSource<Uri> _ready = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private ProductProcess(Process process) => _process = process;

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

    /// <param name="settings">Its settings.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <param name="address">Where it is to listen; null: wherever there is room.</param>
    /// <exception cref="InvalidOperationException">It did not start.</exception>
    public static async Task<ProductProcess> StartAsync(
        IEnumerable<KeyValuePair<string, string?>> settings, CancellationToken cancellationToken, Uri? address = null)
    {
        var urls = address?.GetLeftPart(UriPartial.Authority) ?? "http://127.0.0.1:0";
        var start = new ProcessStartInfo("dotnet", [Program(), "--urls", urls])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Development"; // a build that is not published has its assets elsewhere
        foreach (var (name, value) in settings)
        {
            start.Environment[name.Replace(":", "__", StringComparison.Ordinal)] = value;
        }

        var product = new ProductProcess(Process.Start(start)!);
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

    /// <summary>Takes the process away without a word to it: SIGKILL.</summary>
    public async Task KillAsync(CancellationToken cancellationToken)
    {
        _process.Kill();
        await _process.WaitForExitAsync(cancellationToken);
    }

    /// <summary>Ends when the process has ended by another's hand, or its own.</summary>
    public Task DiesAsync(CancellationToken cancellationToken) => _process.WaitForExitAsync(cancellationToken);

    /// <summary>Lets the process go on where it was paused: SIGCONT.</summary>
    public void Wake() => ProcessSignal.Send("CONT", _process.Id);

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

    /// <summary>The same build as the program that starts it: <c>bin/Release/net10.0</c> here and there.</summary>
    private static string Program()
    {
        var root = RepositoryRoot.Find()!.FullName;
        var build = Path.GetRelativePath(root, AppContext.BaseDirectory).Split(Path.DirectorySeparatorChar, 2)[1];
        return Path.Combine(root, "CloudMart.Support.Web", build, "CloudMart.Support.Web.dll");
    }
}
